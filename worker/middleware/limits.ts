// Bounds on what a stranger may ask: how much at once and how often.

import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { RATE_WINDOW_SECONDS, REQUEST_BODY_MAX_BYTES } from '../../shared/limits.ts'
import type { AppContext } from '../app-context.ts'
import type { Env } from '../env.ts'
import { problemResponse, refuse } from './problem-details.ts'

/** Tables of credentials are larger; their routes count as they read (`worker/batches/read-upload.ts`, the console's form). */
const UPLOAD = /^\/(?:v1\/issuers\/[^/]+\/batches|console\/batches\/uploads)$/

const limitOrdinaryBody = bodyLimit({
  maxSize: REQUEST_BODY_MAX_BYTES,
  onError: () => problemResponse('request.too_large'),
})

export const limitBody: MiddlewareHandler<AppContext> = (c, next) =>
  UPLOAD.test(c.req.path) ? next() : limitOrdinaryBody(c, next)

type RateBinding =
  | 'VERIFICATIONS_RATE'
  | 'BATCHES_RATE'
  | 'LOOK_UPS_RATE'
  | 'SIGN_IN_RATE'
  | 'SHARES_RATE'
  | 'SHARE_LOOKS_RATE'
  | 'CLAIMS_RATE'

export const tooManyRequests = () =>
  refuse('rate.exceeded', { headers: { 'retry-after': String(RATE_WINDOW_SECONDS) } })

/**
 * Counts one call of the client, by its address as the edge reports it; throws the problem where there were too many. Where test
 * suites are invited nothing is counted: they ask faster than people.
 */
export async function spendRate(
  c: Context<AppContext>,
  binding: RateBinding & keyof Env,
): Promise<void> {
  if (c.get('services').settings.hasConformanceIssuer) return
  const client = c.req.header('cf-connecting-ip') ?? 'unknown'
  const { success } = await c.env[binding].limit({ key: client })
  if (!success) throw tooManyRequests()
}

/** Every call of the route counts. */
export const limitRate =
  (binding: RateBinding & keyof Env): MiddlewareHandler<AppContext> =>
  async (c, next) => {
    await spendRate(c, binding)
    await next()
  }
