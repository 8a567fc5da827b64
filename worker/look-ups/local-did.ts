// DID documents that follow from the identifier: did:key and did:jwk. Pure.

import type { LookUpFailure } from '../../shared/index.ts'
import { buildDidDocument } from '../../shared/issue/did-document.ts'
import { resolveDidJwk } from '../../shared/keys/did-jwk.ts'
import { resolveDidKey } from '../../shared/keys/did-key.ts'
import { DID_DOCUMENT_TTL_SECONDS } from '../../shared/limits.ts'
import type { FreshDocument } from '../../shared/look-ups/look-ups.ts'
import { err, ok, type Result } from '../../shared/result.ts'

/** Undefined for a DID method that has to be looked up. */
export function resolveLocalDid(did: string): Result<FreshDocument, LookUpFailure> | undefined {
  if (!/^did:(?:key|jwk):/.test(did)) return undefined
  const method = resolveDidKey(did) ?? resolveDidJwk(did)
  if (!method) return err('malformed')
  const document = buildDidDocument(did, [{ ...method.key, kid: method.id }])
  return ok({ document, maxAgeSeconds: DID_DOCUMENT_TTL_SECONDS })
}
