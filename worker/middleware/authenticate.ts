// API keys: hashed, scoped, per issuer. The administrator's key is a secret of the deployment.
import type { Context } from 'hono'
import type { AppContext } from '../app-context.ts'
import { hashSecret } from '../auth/secret.ts'
import type { ApiKey, ApiScope, Issuer } from '../storage/issuers.ts'
import { tooManyRequests } from './limits.ts'
import { refuse } from './problem-details.ts'

async function bearerHash(c: Context<AppContext>): Promise<string> {
  const [scheme, key, ...more] = (c.req.header('authorization') ?? '').split(' ')
  if (scheme?.toLowerCase() !== 'bearer' || !key || more.length > 0) {
    throw refuse('auth.missing', { headers: { 'www-authenticate': 'Bearer' } })
  }
  return hashSecret(key)
}

const unknownKey = () =>
  refuse('auth.invalid', { headers: { 'www-authenticate': 'Bearer error="invalid_token"' } })

/** Refuses everybody but the administrator of the deployment. */
export async function requireAdministrator(c: Context<AppContext>): Promise<void> {
  const { adminKeyHash } = c.get('services').settings
  // Both are digests: comparing them early or late tells a guesser nothing about the key.
  if ((await bearerHash(c)) !== adminKeyHash) throw unknownKey()
}

interface Caller {
  readonly issuer: Issuer
  readonly apiKey: ApiKey
}

/** Refuses everybody but a key with this scope of this issuer, or of who keeps its records; the answer says of which. */
export const requireIssuer = (
  c: Context<AppContext>,
  slug: string,
  scope: ApiScope,
  keeperSlug: string = slug,
): Promise<Caller> =>
  requireCaller(c, scope, ({ issuerSlug }) => issuerSlug === slug || issuerSlug === keeperSlug)

/** Refuses everybody but a key with this scope; the key says which issuer it is of. */
export const requireAnyIssuer = (c: Context<AppContext>, scope: ApiScope): Promise<Caller> =>
  requireCaller(c, scope, () => true)

/** Whether a request says who sends it at all. */
export const hasCredentials = (c: Context<AppContext>): boolean =>
  c.req.header('authorization') !== undefined

async function requireCaller(
  c: Context<AppContext>,
  scope: ApiScope,
  isAllowed: (apiKey: ApiKey) => boolean,
): Promise<Caller> {
  const { apiKeys, issuers } = c.get('services')
  const apiKey = await apiKeys.find(await bearerHash(c))
  if (!apiKey) throw unknownKey()
  await limitIssuerCalls(c, apiKey)
  await apiKeys.markUsed(apiKey)
  if (!isAllowed(apiKey) || !apiKey.scopes.includes(scope)) throw refuse('auth.forbidden')
  const issuer = await issuers.find(apiKey.issuerSlug)
  if (!issuer) throw refuse('issuer.unknown')
  return { issuer, apiKey }
}

async function limitIssuerCalls(c: Context<AppContext>, { keyHash }: ApiKey): Promise<void> {
  const { success } = await c.env.ISSUER_RATE.limit({ key: keyHash })
  if (!success) throw tooManyRequests()
}
