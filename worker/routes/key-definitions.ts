// What the routes under /v1/issuers/{slug}/keys take and answer. Uses zod.
import { createRoute, z } from '@hono/zod-openapi'
import { addKeySchema, compromiseKeySchema } from '../../shared/wire/keys.ts'
import { KEY_STATES } from '../storage/signing-keys.ts'
import { jsonAnswer, jsonBody, operatorSession, problems, slugParameter } from './schemas.ts'

const dateTime = z.string().openapi({ format: 'date-time' })

const keysSchema = z
  .object({
    keys: z.array(
      z.object({
        kid: z.string().openapi({ description: 'Absolute DID URL' }),
        publicJwk: z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() }),
        state: z.enum(KEY_STATES),
        createdAt: dateTime,
        retiredAt: dateTime.optional(),
        compromisedSince: dateTime.optional(),
      }),
    ),
  })
  .openapi('SigningKeys')

export const keyParameters = z.object({
  slug: slugParameter,
  kid: z
    .string()
    .min(1)
    .max(200)
    .openapi({ description: 'What stands behind the `#` of the key’s DID URL' }),
})

const answers = {
  200: jsonAnswer('All keys of the issuer, the newest first', keysSchema),
}
const REFUSALS = ['auth.missing', 'auth.forbidden', 'issuer.unknown'] as const
const BODY_REFUSALS = [
  'request.invalid',
  'request.malformed',
  'request.too_large',
  'request.media_type',
] as const
const tags = ['Keys']
const security = operatorSession

export const listRoute = createRoute({
  method: 'get',
  path: '/v1/issuers/{slug}/keys',
  summary: 'List the keys of an issuer',
  description: 'For its operators of role `admin`, `approver` or `auditor`.',
  tags,
  security,
  request: { params: z.object({ slug: slugParameter }) },
  responses: { ...answers, ...problems(...REFUSALS) },
})

export const rotateRoute = createRoute({
  method: 'post',
  path: '/v1/issuers/{slug}/keys',
  summary: 'Make another key',
  description:
    'For its operators of role `admin`. The new key is published now and signs after a day, when every verifier has a trust list that ' +
    'names it; the older ones stay active until they are retired. Where no other one is active, it signs at once. An issuer with a DID at its own domain sends the public key that it has put ' +
    'into its DID document, which is fetched anew; that may be done by operators of role `approver`, too, ten times a minute.',
  tags,
  security,
  request: {
    params: z.object({ slug: slugParameter }),
    body: { content: { 'application/json': { schema: addKeySchema } } },
  },
  responses: {
    201: answers[200],
    ...problems(
      ...REFUSALS,
      ...BODY_REFUSALS,
      'key.conflict',
      'key.elsewhere',
      'key.too_many',
      'key.not_published',
      'rate.exceeded',
    ),
  },
})

export const retireRoute = createRoute({
  method: 'post',
  path: '/v1/issuers/{slug}/keys/{kid}/retirement',
  summary: 'Retire a key',
  description:
    'For its operators of role `admin`. The key signs no more; what it signed keeps verifying. An issuer keeps one active key.',
  tags,
  security,
  request: { params: keyParameters },
  responses: {
    ...answers,
    ...problems(...REFUSALS, 'key.unknown', 'key.conflict', 'key.last_active'),
  },
})

export const compromiseRoute = createRoute({
  method: 'post',
  path: '/v1/issuers/{slug}/keys/{kid}/compromise',
  summary: 'Report a stolen or lost key',
  description:
    'For its operators of role `admin`. What says that it was signed after `since` fails from now on; what says that it was signed ' +
    'before cannot be checked, as a thief can write any date. It cannot be taken back; `since` can be moved back by another report.',
  tags,
  security,
  request: { params: keyParameters, body: jsonBody(compromiseKeySchema) },
  responses: { ...answers, ...problems(...REFUSALS, ...BODY_REFUSALS, 'key.unknown') },
})

export const credentialsRoute = createRoute({
  method: 'get',
  path: '/v1/issuers/{slug}/keys/{kid}/credentials',
  summary: 'List what a key signed',
  description:
    'For its operators of role `admin`, `approver` or `auditor`: what has to be issued anew when the key is lost. `next` is the `after` of the ' +
    'next page and absent on the last one. What was issued before keys could be changed is not listed.',
  tags,
  security,
  request: { params: keyParameters, query: z.object({ after: z.uuid().optional() }) },
  responses: {
    200: jsonAnswer(
      'One page',
      z.object({
        credentials: z.array(
          z.object({ id: z.string(), kind: z.string(), format: z.string(), issuedAt: dateTime }),
        ),
        next: z.uuid().optional(),
      }),
    ),
    ...problems(...REFUSALS, 'request.invalid', 'key.unknown'),
  },
})
