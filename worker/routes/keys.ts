// /v1/issuers/{slug}/keys: with what an issuer signs and signed, and what it does when a key is lost.
import { formatDateTime, parseDateTime } from '../../shared/encoding/time.ts'
import { CREDENTIALS_PAGE_MAX_COUNT } from '../../shared/limits.ts'
import type { Actor } from '../auth/actor.ts'
import { compromiseKey, findKey, retireKey, rotateKey } from '../keys/change-keys.ts'
import { registerKey } from '../keys/register-key.ts'
import { tooManyRequests } from '../middleware/limits.ts'
import { requireOperator } from '../middleware/operator-session.ts'
import { refuse, valueOrRefuse } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'
import type { Operator } from '../storage/operators.ts'
import type { SigningKey } from '../storage/signing-keys.ts'
import {
  compromiseRoute,
  credentialsRoute,
  listRoute,
  retireRoute,
  rotateRoute,
} from './key-definitions.ts'
import { newRoutes } from './new-routes.ts'

const actorOf = ({ id }: Operator): Actor => ({ kind: 'operator', id })

export const READERS = ['admin', 'approver', 'auditor'] as const
/** Who signs in the browser registers what it signs with; the DID document says that the issuer wants it. */
const SIGNERS = ['admin', 'approver'] as const

const UNWANTED_KEY = {
  errors: [{ field: 'publicJwk', message: 'The keys of this issuer are made here' }],
}

const describeKey = ({ kid, x, state, ...times }: SigningKey) => ({
  kid,
  publicJwk: { kty: 'OKP' as const, crv: 'Ed25519' as const, x },
  state,
  createdAt: formatDateTime(times.createdSeconds),
  ...(times.retiredSeconds !== undefined && { retiredAt: formatDateTime(times.retiredSeconds) }),
  ...(times.compromisedSinceSeconds !== undefined && {
    compromisedSince: formatDateTime(times.compromisedSinceSeconds),
  }),
})

const describeKeys = async ({ signingKeys }: Services, { did }: Issuer) => ({
  keys: (await signingKeys.list(did)).map(describeKey),
})

export const keyRoutes = newRoutes()
  .openapi(listRoute, async (c) => {
    const { slug } = c.req.valid('param')
    const { issuer } = await requireOperator(c, slug, READERS)
    return c.json(await describeKeys(c.get('services'), issuer), 200)
  })
  .openapi(rotateRoute, async (c) => {
    const { slug } = c.req.valid('param')
    const { publicJwk } = c.req.valid('json')
    const { issuer, operator } = await requireOperator(c, slug, publicJwk ? SIGNERS : ['admin'])
    const services = c.get('services')
    const isOurs = services.addresses.isOurs(issuer.did)
    if (isOurs !== (publicJwk === undefined)) {
      throw isOurs ? refuse('request.invalid', UNWANTED_KEY) : refuse('key.elsewhere')
    }
    if (publicJwk) {
      const { success } = await c.env.KEY_REGISTRATION_RATE.limit({ key: slug })
      if (!success) throw tooManyRequests()
    }
    valueOrRefuse(
      publicJwk
        ? await registerKey(services, issuer, publicJwk, actorOf(operator))
        : await rotateKey(services, issuer, actorOf(operator)),
    )
    return c.json(await describeKeys(services, issuer), 201)
  })
  .openapi(retireRoute, async (c) => {
    const { slug, kid } = c.req.valid('param')
    const { issuer, operator } = await requireOperator(c, slug, ['admin'])
    const services = c.get('services')
    const key = await keyOf(services, issuer, kid)
    valueOrRefuse(await retireKey(services, issuer, key, actorOf(operator)))
    return c.json(await describeKeys(services, issuer), 200)
  })
  .openapi(compromiseRoute, async (c) => {
    const { slug, kid } = c.req.valid('param')
    const { issuer, operator } = await requireOperator(c, slug, ['admin'])
    const services = c.get('services')
    const key = await keyOf(services, issuer, kid)
    const { since, reason } = c.req.valid('json')
    const sinceSeconds = parseDateTime(since) ?? Number.POSITIVE_INFINITY
    if (sinceSeconds > services.platform.now()) {
      throw refuse('request.invalid', {
        errors: [{ field: 'since', message: 'Expected a moment that is past' }],
      })
    }
    await compromiseKey(services, issuer, key, actorOf(operator), { sinceSeconds, reason })
    return c.json(await describeKeys(services, issuer), 200)
  })
  .openapi(credentialsRoute, async (c) => {
    const { slug, kid } = c.req.valid('param')
    const { issuer } = await requireOperator(c, slug, READERS)
    const services = c.get('services')
    const key = await keyOf(services, issuer, kid)
    const { after } = c.req.valid('query')
    const count = CREDENTIALS_PAGE_MAX_COUNT
    const found = await services.signedCredentials.read(key.kid, after, count + 1)
    const shown = found.slice(0, count)
    const next = found.length > count ? shown.at(-1)?.id : undefined
    return c.json(
      {
        credentials: shown.map(({ id, issuedAt, ...rest }) => ({
          id: `urn:uuid:${id}`,
          ...rest,
          issuedAt: formatDateTime(issuedAt),
        })),
        ...(next !== undefined && { next }),
      },
      200,
    )
  })

export async function keyOf(
  services: Services,
  issuer: Issuer,
  fragment: string,
): Promise<SigningKey> {
  const key = await findKey(services, issuer, fragment)
  if (!key) throw refuse('key.unknown')
  return key
}
