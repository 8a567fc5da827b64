// An organisation as a trust list writes it, with the keys that it signs with and those that it lost. Pure.
import { isJsonObject, type JsonObject } from '../encoding/json.ts'
import { formatDateTime, parseDateTime } from '../encoding/time.ts'
import { plainHost } from '../keys/did-web.ts'
import { canonicalJwk, type PublicJwk, readPublicJwk } from '../keys/jwk.ts'
import type { CompromisedKey, TrustedEntity } from './snapshot.ts'

/**
 * Writes an organisation into a trust list. Compromised keys stand in a member of their own: a reader that does not know it finds
 * no such key, and refuses what it signed.
 */
export const writeEntity = (entity: TrustedEntity): JsonObject => {
  const { did, name, domain, keys, compromised = [] } = entity
  return {
    did,
    name,
    ...(domain !== undefined && { domain }),
    keys,
    ...(compromised.length > 0 && {
      compromisedKeys: compromised.map(({ key, sinceSeconds }) => ({
        ...key,
        compromisedSince: formatDateTime(sinceSeconds),
      })),
    }),
  }
}

/** An entity of a trust list, or null where it has no name, no key at all, or one that cannot be read. */
export function readEntity(value: unknown): TrustedEntity | null {
  if (!isJsonObject(value) || typeof value.did !== 'string' || typeof value.name !== 'string') {
    return null
  }
  const { did, name, compromisedKeys = [] } = value
  const keys = Array.isArray(value.keys) ? value.keys.map(readPublicJwk) : []
  const lost = Array.isArray(compromisedKeys) ? compromisedKeys.map(readCompromised) : [null]
  if (!isComplete(keys) || !isComplete(lost) || keys.length + lost.length === 0) return null
  const domain = typeof value.domain === 'string' ? plainHost(value.domain) : null
  const known = { did, name, ...(domain !== null && { domain }), keys }
  return withLostKeys(known, [{ did, name, keys, compromised: lost }])
}

function readCompromised(value: unknown): CompromisedKey | null {
  const key = readPublicJwk(value)
  const since = isJsonObject(value) ? value.compromisedSince : undefined
  const sinceSeconds = typeof since === 'string' ? parseDateTime(since) : null
  return key && sinceSeconds !== null ? { key, sinceSeconds } : null
}

/** The same organisation without the keys that others know to be compromised; these stand apart. */
export function withLostKeys(
  entity: TrustedEntity,
  listed: readonly TrustedEntity[],
): TrustedEntity {
  const compromised = listed.flatMap((other) =>
    other.did === entity.did ? (other.compromised ?? []) : [],
  )
  if (compromised.length === 0) return entity
  const lost = new Set(compromised.map(({ key }) => canonicalJwk(key)))
  const isKept = (key: PublicJwk) => !lost.has(canonicalJwk(key))
  return { ...entity, keys: entity.keys.filter(isKept), compromised }
}

export const isComplete = <T>(values: readonly (T | null)[]): values is readonly T[] =>
  values.every((value) => value !== null)
