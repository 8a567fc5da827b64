// Bounds on what a stranger may ask: how much at once and how often.

import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { RATE_WINDOW_SECONDS, REQUEST_BODY_MAX_BYTES } from '../../shared/limits.ts'
import type { AppContext } from '../app-context.ts'
import type { Env } from '../env.ts'
import { problemResponse, refuse } from './problem-details.ts'

export const limitBody = bodyLimit({
  maxSize: REQUEST_BODY_MAX_BYTES,
  onError: () => problemResponse('request.too_large'),
})

type RateBinding = 'VERIFICATIONS_RATE' | 'BATCHES_RATE' | 'LOOK_UPS_RATE'

export const tooManyRequests = () =>
  refuse('rate.exceeded', { headers: { 'retry-after': String(RATE_WINDOW_SECONDS) } })

/** Counts per client address, as the edge reports it. */
export const limitRate =
  (binding: RateBinding & keyof Env): MiddlewareHandler<AppContext> =>
  async (c, next) => {
    const client = c.req.header('cf-connecting-ip') ?? 'unknown'
    const { success } = await c.env[binding].limit({ key: client })
    if (!success) throw tooManyRequests()
    await next()
  }
