// /v1/me/passkeys: the passkeys of whoever is signed in.
import { createRoute, z } from '@hono/zod-openapi'
import { formatDateTime } from '../../shared/encoding/time.ts'
import { addPasskeySchema, passkeyIdSchema } from '../../shared/wire/operators.ts'
import { addPasskey, offerAnotherPasskey, removePasskey } from '../auth/own-passkeys.ts'
import { limitRate } from '../middleware/limits.ts'
import { endOtherSessions } from '../middleware/open-session.ts'
import { requireSelf } from '../middleware/operator-session.ts'
import { valueOrRefuse } from '../middleware/problem-details.ts'
import { newRoutes } from './new-routes.ts'
import { jsonAnswer, jsonBody, operatorSession, problems } from './schemas.ts'

const PATH = '/v1/me/passkeys'
const common = { tags: ['Operators'], security: operatorSession }
const SIGNED_IN = ['auth.missing', 'auth.forbidden', 'rate.exceeded'] as const
const optionsSchema = z.record(z.string(), z.unknown())
const offerSchema = z.object({ proof: optionsSchema, creation: optionsSchema })
const passkeySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    createdAt: z.string(),
    lastUsedAt: z.string().optional(),
  })
  .openapi('Passkey')

const listRoute = createRoute({
  ...common,
  method: 'get',
  path: PATH,
  summary: 'List your passkeys',
  responses: {
    200: jsonAnswer('They', z.object({ passkeys: z.array(passkeySchema) })),
    ...problems(...SIGNED_IN),
  },
})

const offerRoute = createRoute({
  ...common,
  method: 'post',
  path: `${PATH}/options`,
  middleware: limitRate('SIGN_IN_RATE'),
  summary: 'Ask for what is signed to add a passkey',
  description:
    '`proof` for a passkey that you have, `creation` for the new one. Good for five minutes and one answer each.',
  responses: { 200: jsonAnswer('Options of WebAuthn', offerSchema), ...problems(...SIGNED_IN) },
})

const addRoute = createRoute({
  ...common,
  method: 'post',
  path: PATH,
  middleware: limitRate('SIGN_IN_RATE'),
  summary: 'Add a passkey',
  description: 'For a second device. A passkey that you have proves that it is you.',
  request: { body: jsonBody(addPasskeySchema) },
  responses: {
    201: jsonAnswer('It', z.object({ id: z.string() })),
    ...problems(
      'request.invalid',
      'request.malformed',
      'request.too_large',
      'request.media_type',
      'passkey.refused',
      ...SIGNED_IN,
    ),
  },
})

const removeRoute = createRoute({
  ...common,
  method: 'delete',
  path: `${PATH}/{id}`,
  summary: 'Remove a passkey',
  description: 'Ends your other sessions, too. The last passkey stays.',
  request: { params: z.object({ id: passkeyIdSchema }) },
  responses: {
    204: { description: 'The passkey is removed' },
    ...problems('request.invalid', 'passkey.unknown', 'passkey.last', ...SIGNED_IN),
  },
})

export const ownPasskeyRoutes = newRoutes()
  .openapi(listRoute, async (c) => {
    const { id } = await requireSelf(c)
    const passkeys = await c.get('services').passkeys.list(id)
    return c.json(
      {
        passkeys: passkeys.map(({ credentialId, name, createdSeconds, usedSeconds }) => ({
          id: credentialId,
          name,
          createdAt: formatDateTime(createdSeconds),
          ...(usedSeconds !== undefined && { lastUsedAt: formatDateTime(usedSeconds) }),
        })),
      },
      200,
    )
  })
  .openapi(offerRoute, async (c) => {
    const offer = await offerAnotherPasskey(c.get('services'), await requireSelf(c))
    return c.json(offer as object as z.output<typeof offerSchema>, 200, {
      'cache-control': 'no-store',
    })
  })
  .openapi(addRoute, async (c) => {
    const operator = await requireSelf(c)
    const added = await addPasskey(c.get('services'), operator, c.req.valid('json'))
    return c.json({ id: valueOrRefuse(added) }, 201)
  })
  .openapi(removeRoute, async (c) => {
    const operator = await requireSelf(c)
    const { id } = c.req.valid('param')
    valueOrRefuse(await removePasskey(c.get('services'), operator, id))
    await endOtherSessions(c, operator.id)
    return c.body(null, 204)
  })
