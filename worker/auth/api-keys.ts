// API keys: made by a person for software, shown once, revoked for good.
import { err, ok, type Result } from '../../shared/result.ts'
import type { MakeApiKey } from '../../shared/wire/operators.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import { API_SCOPES } from '../storage/issuers.ts'
import type { Operator } from '../storage/operators.ts'
import { succeedsUnlessRefused } from '../storage/refused.ts'
import { createSecret, hashSecret } from './secret.ts'

const KEY_PREFIX = 'licet_'

/** A new API key. It is shown once; only its hash stays. */
export const createApiKey = (): string => KEY_PREFIX + createSecret()

export interface MadeApiKey {
  /** The SHA-256 of the key: it names the key and opens nothing. */
  readonly id: string
  readonly apiKey: string
}

/** Makes a key of the operator's issuer, for these scopes and no others. */
export async function makeApiKey(
  { apiKeys, audit }: Pick<Services, 'apiKeys' | 'audit'>,
  { id, issuerSlug }: Operator,
  { name, scopes }: MakeApiKey,
): Promise<MadeApiKey> {
  const apiKey = createApiKey()
  const keyHash = await hashSecret(apiKey)
  const granted = API_SCOPES.filter((scope) => scopes.includes(scope))
  const act = {
    actor: { kind: 'operator', id },
    action: 'api_key.made',
    target: keyHash,
    detail: { scopes: granted.join(' ') },
  } as const
  const insert = apiKeys.insert({ keyHash, issuerSlug, scopes: granted, name })
  await audit.append(issuerSlug, act, [insert])
  return { id: keyHash, apiKey }
}

/** Revokes a key of the operator's issuer. @returns `api_key.unknown` where it has no such key, or had */
export async function revokeApiKey(
  { apiKeys, audit }: Pick<Services, 'apiKeys' | 'audit'>,
  { id, issuerSlug }: Operator,
  keyHash: string,
): Promise<Result<true, Refusal>> {
  const apiKey = await apiKeys.find(keyHash)
  if (apiKey?.issuerSlug !== issuerSlug) return err({ code: 'api_key.unknown' })
  const act = {
    actor: { kind: 'operator', id },
    action: 'api_key.revoked',
    target: keyHash,
  } as const
  const revoking = audit.append(issuerSlug, act, [apiKeys.revoke(keyHash)])
  return (await succeedsUnlessRefused(revoking)) ? ok(true) : err({ code: 'api_key.unknown' })
}
