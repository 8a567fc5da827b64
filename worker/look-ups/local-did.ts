// DID documents that follow from the identifier: did:key and did:jwk. Pure.

import type { LookUpFailure } from '../../shared/index.ts'
import { buildDidDocument } from '../../shared/issue/did-document.ts'
import { resolveDidJwk } from '../../shared/keys/did-jwk.ts'
import { resolveDidKey } from '../../shared/keys/did-key.ts'
import { err, ok, type Result } from '../../shared/result.ts'

/** Undefined for a DID method that has to be looked up. */
export function resolveLocalDid(did: string): Result<unknown, LookUpFailure> | undefined {
  if (!/^did:(?:key|jwk):/.test(did)) return undefined
  const method = resolveDidKey(did) ?? resolveDidJwk(did)
  return method ? ok(buildDidDocument(did, [{ ...method.key, kid: method.id }])) : err('malformed')
}
