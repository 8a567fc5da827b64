// GET /issuers/{slug}/status/{list}: a status list of either kind, of now or of a past moment.
import { createRoute, z } from '@hono/zod-openapi'
import { accepts } from 'hono/accepts'
import { parseDateTime } from '../../shared/encoding/time.ts'
import { dateTimeSchema } from '../../shared/wire/order-fields.ts'
import { publishStatusList } from '../issuing/status-list.ts'
import { spendRate } from '../middleware/limits.ts'
import { refuse } from '../middleware/problem-details.ts'
import { sendDocument } from './etag.ts'
import { newRoutes } from './new-routes.ts'
import { problems, slugParameter } from './schemas.ts'

const MEDIA_TYPES = {
  bitstring: 'application/vc+jwt',
  token: 'application/statuslist+jwt',
} as const

const compact = { schema: z.string() }

const statusListRoute = createRoute({
  method: 'get',
  path: '/issuers/{slug}/status/{list}',
  summary: 'A status list',
  description:
    'By `Accept`, a bitstring status list credential (`application/vc+jwt`, the default) or, at the same indices, a Status List ' +
    'Token (`application/statuslist+jwt`). With `timestamp` or `time` the list as it stood then, signed today: its validity says ' +
    'of which moment it speaks. 404 for a moment before the list or after now.',
  tags: ['Status'],
  request: {
    params: z.object({ slug: slugParameter, list: z.string().openapi({ example: 'r1' }) }),
    query: z.object({
      timestamp: dateTimeSchema.optional().openapi({ example: '2026-11-22T12:00:00Z' }),
      time: z.coerce.number().int().min(0).optional().openapi({ example: 1795348800 }),
    }),
  },
  responses: {
    200: {
      description: 'The signed list',
      content: { [MEDIA_TYPES.bitstring]: compact, [MEDIA_TYPES.token]: compact },
    },
    304: { description: 'Not modified' },
    ...problems('request.invalid', 'status_list.unknown', 'rate.exceeded'),
  },
})

export const statusListRoutes = newRoutes().openapi(statusListRoute, async (c) => {
  const services = c.get('services')
  const { slug, list } = c.req.valid('param')
  const { time, timestamp } = c.req.valid('query')
  const atSeconds = time ?? (timestamp === undefined ? undefined : parseDateTime(timestamp))
  // Nothing is kept for a past moment: each answer is made and signed for one question.
  if (typeof atSeconds === 'number') await spendRate(c, 'LOOK_UPS_RATE')
  const { origin } = services.settings
  const contentType = accepts(c, {
    header: 'Accept',
    supports: Object.values(MEDIA_TYPES),
    default: MEDIA_TYPES.bitstring,
  })
  const published = await publishStatusList(services, `${origin}/issuers/${slug}/status/${list}`, {
    kind: contentType === MEDIA_TYPES.token ? 'token' : 'bitstring',
    ...(typeof atSeconds === 'number' && { atSeconds: Math.floor(atSeconds) }),
  })
  if (!published) throw refuse('status_list.unknown')
  return sendDocument(c, { ...published, contentType, vary: 'accept' })
})
