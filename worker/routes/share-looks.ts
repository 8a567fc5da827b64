// POST /v1/shares/{id}/looks: one look at a share, and GET …/state, which counts nothing.
import { createRoute, z } from '@hono/zod-openapi'
import { formatDateTime } from '../../shared/encoding/time.ts'
import { SHARE_RECHECK_SECONDS } from '../../shared/limits.ts'
import { lookSchema, shareIdSchema } from '../../shared/wire/shares.ts'
import { limitRate } from '../middleware/limits.ts'
import { refuse, valueOrRefuse } from '../middleware/problem-details.ts'
import { takeLook } from '../shares/take-look.ts'
import { whyOver } from '../shares/why-over.ts'
import { newRoutes } from './new-routes.ts'
import { jsonAnswer, jsonBody, problems } from './schemas.ts'

const OVER = ['share.revoked', 'share.expired', 'share.used_up'] as const
const common = { tags: ['Shares'], middleware: limitRate('SHARE_LOOKS_RATE') }
const params = z.object({ id: shareIdSchema })
const terms = z.object({
  expiresAt: z.string(),
  recheckAfterSeconds: z
    .number()
    .int()
    .openapi({ description: 'Whoever keeps what was shared asks for its state again by then' }),
})

const lookRoute = createRoute({
  ...common,
  method: 'post',
  path: '/v1/shares/{id}/looks',
  summary: 'Look at a share',
  description:
    'Counts one look, which its holder reads. The answer is ciphertext: the key is in the fragment of the link, which is sent to nobody. ' +
    'Where the holder asks something first, `errors` of `share.answers_missing` say what.',
  request: { params, body: jsonBody(lookSchema) },
  responses: {
    200: jsonAnswer('The ciphertext', terms.extend({ ciphertext: z.string() })),
    ...problems('request.invalid', 'request.malformed', 'request.too_large', 'request.media_type'),
    ...problems('share.locked', 'share.pin_wrong'),
    ...problems('share.unknown', ...OVER, 'share.conflict', 'share.answers_missing'),
    ...problems('rate.exceeded'),
  },
})

const stateRoute = createRoute({
  ...common,
  method: 'get',
  path: '/v1/shares/{id}/state',
  summary: 'Whether a share may still be looked at',
  description: 'For whoever has looked and keeps what was shared. Counts as no look.',
  request: { params },
  responses: {
    200: jsonAnswer('It may', terms),
    ...problems('request.invalid', 'share.unknown', ...OVER, 'rate.exceeded'),
  },
})

/** What the edge does not know it calls `XX`. */
const COUNTRY = /^[A-Z]{2}$/
const countryOf = (header: string | undefined): string | undefined =>
  header !== undefined && COUNTRY.test(header) && header !== 'XX' ? header : undefined

const termsOf = (expiresAt: number) => ({
  expiresAt: formatDateTime(expiresAt),
  recheckAfterSeconds: SHARE_RECHECK_SECONDS,
})
const NEVER_KEPT = { 'cache-control': 'no-store' }

export const shareLookRoutes = newRoutes()
  .openapi(lookRoute, async (c) => {
    const { id } = c.req.valid('param')
    const country = countryOf(c.req.header('cf-ipcountry'))
    const look = await takeLook(c.get('services'), id, c.req.valid('json'), country)
    const { ciphertext, expiresAt } = valueOrRefuse(look)
    return c.json({ ciphertext, ...termsOf(expiresAt) }, 200, NEVER_KEPT)
  })
  .openapi(stateRoute, async (c) => {
    const { platform, shares } = c.get('services')
    const share = await shares.find(c.req.valid('param').id)
    if (!share) throw refuse('share.unknown')
    const code = whyOver(share, platform.now())
    // Whoever took the last look that was allowed keeps what was shared: only others are too late.
    if (code && code !== 'share.used_up') throw refuse(code)
    return c.json(termsOf(share.expiresAt), 200, NEVER_KEPT)
  })
