// DID resolution by its standard: any DID of a method that we know, or the error that the standard names.
import type { JsonObject } from '../../shared/encoding/json.ts'
import { parseDid } from '../../shared/keys/did.ts'
import { didJwkDocument } from '../../shared/keys/did-jwk-document.ts'
import { didKeyDocument } from '../../shared/keys/did-key-document.ts'
import { didWebUrl } from '../../shared/keys/did-web.ts'
import { DID_DOCUMENT_TTL_SECONDS } from '../../shared/limits.ts'
import type { FreshDocument } from '../../shared/look-ups/look-ups.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Services } from '../services.ts'

/** Every way in which resolution fails, with its HTTP status. @see DID Resolution §10.1 */
export const RESOLUTION_ERRORS = {
  INVALID_DID: 400,
  INVALID_OPTIONS: 400,
  NOT_FOUND: 404,
  REPRESENTATION_NOT_SUPPORTED: 406,
  INVALID_DID_DOCUMENT: 500,
  METHOD_NOT_SUPPORTED: 501,
  FEATURE_NOT_SUPPORTED: 501,
} as const
export type ResolutionError = keyof typeof RESOLUTION_ERRORS

type Resolved = Result<FreshDocument, ResolutionError>

const ERROR_OF = { malformed: 'INVALID_DID', unsupported: 'FEATURE_NOT_SUPPORTED' } as const

/** A document that follows from its identifier never changes. */
const spelledOut = (document: Result<JsonObject, keyof typeof ERROR_OF>): Resolved =>
  document.ok
    ? ok({ document: document.value, maxAgeSeconds: DID_DOCUMENT_TTL_SECONDS })
    : err(ERROR_OF[document.error])

type Method = (did: string, services: Services) => Resolved | Promise<Resolved>

const METHODS: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['key', (did) => spelledOut(didKeyDocument(did))],
  ['jwk', (did) => spelledOut(didJwkDocument(did))],
  ['web', resolveDidWeb],
])

/**
 * Resolves a DID: `did:key` and `did:jwk` from themselves, `did:web` from storage where it is hosted here, else by a bounded
 * fetch.
 *
 * @see DID Resolution §4 https://www.w3.org/TR/did-resolution/#resolving
 */
export function resolveDid(services: Services, did: string): Resolved | Promise<Resolved> {
  const parsed = parseDid(did)
  if (!parsed) return err('INVALID_DID')
  return METHODS.get(parsed.method)?.(did, services) ?? err('METHOD_NOT_SUPPORTED')
}

async function resolveDidWeb(did: string, { lookUps, settings }: Services): Promise<Resolved> {
  if (!didWebUrl(did, settings.developmentHosts)) return err('INVALID_DID')
  const found = await lookUps.freshDidDocument(did)
  if (found.ok) return found
  return err(found.error === 'unreachable' ? 'NOT_FOUND' : 'INVALID_DID_DOCUMENT')
}
