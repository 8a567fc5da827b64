// /v1/shares: what holders share. The Worker sees ciphertext, what its holder allows, and who looked.
import { createRoute, z } from '@hono/zod-openapi'
import { formatDateTime, parseDateTime } from '../../shared/encoding/time.ts'
import {
  SHARE_LOOKS_PAGE_MAX_COUNT,
  SHARE_MAX_LIFETIME_SECONDS,
  SHARE_PIN_TRIES_MAX_COUNT,
} from '../../shared/limits.ts'
import { changeShareSchema, createShareSchema, shareIdSchema } from '../../shared/wire/shares.ts'
import { limitRate } from '../middleware/limits.ts'
import { refuse } from '../middleware/problem-details.ts'
import { controlHashOf, requireControl } from '../shares/control.ts'
import { readLooks } from '../shares/read-looks.ts'
import { type ShareEnd, whyOver } from '../shares/why-over.ts'
import type { Share } from '../storage/shares.ts'
import { newRoutes } from './new-routes.ts'
import { bearer, jsonAnswer, jsonBody, problems } from './schemas.ts'

const shareSchema = z
  .object({
    id: z.string(),
    state: z.enum(['open', 'locked', 'used_up', 'expired', 'revoked']),
    createdAt: z.string(),
    expiresAt: z.string(),
    looks: z.number().int(),
    maxLooks: z.number().int(),
    wrongPins: z.number().int(),
  })
  .openapi('Share')
const lookSchema = z
  .object({
    number: z.number().int(),
    at: z.string(),
    purpose: z.string().optional(),
    organisation: z.string().optional().openapi({ description: 'As whoever looked stated it' }),
    country: z.string().optional().openapi({ description: 'ISO 3166-1, by the edge' }),
  })
  .openapi('Look')

const common = {
  tags: ['Shares'],
  security: bearer,
  middleware: limitRate('SHARES_RATE'),
}
const params = z.object({ id: shareIdSchema })
const CONTROL = ['request.invalid', 'share.control_missing', 'share.unknown'] as const
const BODY = ['request.malformed', 'request.too_large', 'request.media_type'] as const
const RATE = 'rate.exceeded'

const createShareRoute = createRoute({
  ...common,
  method: 'post',
  path: '/v1/shares',
  summary: 'Share something, encrypted',
  description:
    'The bearer token is 256 random bits that the caller drew and keeps: only its hash stays here, and whoever has it can list, change and ' +
    'end the share. Id and key are drawn by the caller, too; the key is never sent.',
  request: { body: jsonBody(createShareSchema) },
  responses: {
    201: jsonAnswer('The share', shareSchema),
    ...problems('request.invalid', ...BODY, 'share.control_missing', 'share.exists', RATE),
  },
})

const readRoute = createRoute({
  ...common,
  method: 'get',
  path: '/v1/shares/{id}',
  summary: 'How a share stands',
  request: { params },
  responses: { 200: jsonAnswer('The share', shareSchema), ...problems(...CONTROL, RATE) },
})

const changeRoute = createRoute({
  ...common,
  method: 'patch',
  path: '/v1/shares/{id}',
  summary: 'Extend, shorten or unlock a share',
  description: 'A share that has ended stays so: make another one.',
  request: { params, body: jsonBody(changeShareSchema) },
  responses: {
    200: jsonAnswer('The share', shareSchema),
    ...problems(...CONTROL, ...BODY, 'share.over', RATE),
  },
})

const revokeRoute = createRoute({
  ...common,
  method: 'delete',
  path: '/v1/shares/{id}',
  summary: 'Withdraw a share',
  description: 'At once and for good: the ciphertext is deleted. Who looked stays readable.',
  request: { params },
  responses: { 204: { description: 'Withdrawn' }, ...problems(...CONTROL, RATE) },
})

const looksRoute = createRoute({
  ...common,
  method: 'get',
  path: '/v1/shares/{id}/looks',
  summary: 'Who looked',
  description: 'Oldest first; `next` is where to go on, as `after`.',
  request: {
    params,
    query: z.object({ after: z.coerce.number().int().min(0).default(0) }),
  },
  responses: {
    200: jsonAnswer(
      'The looks',
      z.object({ looks: z.array(lookSchema), next: z.number().int().optional() }),
    ),
    ...problems(...CONTROL, RATE),
  },
})

const STATE_BY_END = {
  'share.revoked': 'revoked',
  'share.expired': 'expired',
  'share.used_up': 'used_up',
} as const satisfies Record<ShareEnd, string>

function stateOf(share: Share, nowSeconds: number): z.output<typeof shareSchema>['state'] {
  const end = whyOver(share, nowSeconds)
  if (end) return STATE_BY_END[end]
  return share.wrongPins >= SHARE_PIN_TRIES_MAX_COUNT ? 'locked' : 'open'
}

const describe = (share: Share, nowSeconds: number): z.output<typeof shareSchema> => ({
  id: share.id,
  state: stateOf(share, nowSeconds),
  createdAt: formatDateTime(share.createdAt),
  expiresAt: formatDateTime(share.expiresAt),
  looks: share.looks,
  maxLooks: share.maxLooks,
  wrongPins: share.wrongPins,
})

/** In whole seconds. Throws `request.invalid` where it is no time to come, or too far away. */
function readExpiry(text: string, nowSeconds: number): number {
  const seconds = Math.floor(parseDateTime(text) ?? 0)
  if (seconds > nowSeconds && seconds <= nowSeconds + SHARE_MAX_LIFETIME_SECONDS) return seconds
  const errors = [{ field: 'expiresAt', message: 'Expected a time within a year from now' }]
  throw refuse('request.invalid', { errors })
}

export const shareRoutes = newRoutes()
  .openapi(createShareRoute, async (c) => {
    const controlHash = await controlHashOf(c)
    const { platform, shares } = c.get('services')
    const { id, ciphertext, expiresAt, maxLooks, pinProofHash, asks } = c.req.valid('json')
    const isNew = await shares.insert({
      id,
      controlHash,
      ciphertext,
      pinProofHash: pinProofHash ?? null,
      asksPurpose: asks.purpose,
      asksOrganisation: asks.organisation,
      expiresAt: readExpiry(expiresAt, platform.now()),
      maxLooks,
    })
    if (!isNew) throw refuse('share.exists')
    return c.json(describe(await requireControl(c, id), platform.now()), 201)
  })
  .openapi(readRoute, async (c) => {
    const share = await requireControl(c, c.req.valid('param').id)
    return c.json(describe(share, c.get('services').platform.now()), 200)
  })
  .openapi(changeRoute, async (c) => {
    const { id } = await requireControl(c, c.req.valid('param').id)
    const { platform, shares } = c.get('services')
    const { expiresAt, ...change } = c.req.valid('json')
    const end = expiresAt === undefined ? undefined : readExpiry(expiresAt, platform.now())
    if (!(await shares.change(id, { ...change, expiresAt: end }))) throw refuse('share.over')
    return c.json(describe(await requireControl(c, id), platform.now()), 200)
  })
  .openapi(revokeRoute, async (c) => {
    const { id } = await requireControl(c, c.req.valid('param').id)
    await c.get('services').shares.revoke(id)
    return c.body(null, 204)
  })
  .openapi(looksRoute, async (c) => {
    const { id } = await requireControl(c, c.req.valid('param').id)
    const looks = await readLooks(c.get('services'), id, c.req.valid('query').after)
    const last = looks.at(-1)
    const isFull = looks.length === SHARE_LOOKS_PAGE_MAX_COUNT
    return c.json({ looks: [...looks], ...(isFull && last && { next: last.number }) }, 200)
  })
