// An order as the claims of an SD-JWT VC. Pure.
import type { CredentialType } from '../credential-types/credential-type.ts'
import type { JsonObject } from '../encoding/json.ts'
import { parseDateTime } from '../encoding/time.ts'
import { readPublicJwk } from '../keys/jwk.ts'
import type { AnyOrder } from '../wire/order-fields.ts'
import { type CredentialFrame, present, tokenStatusClaim } from './credential-frame.ts'

/** Builds the claims. @see SD-JWT VC (draft -19) §3.2.2 */
export function buildSdJwtClaims(
  order: AnyOrder,
  { build, sdJwt }: CredentialType,
  frame: CredentialFrame,
): JsonObject {
  if (!build.sdJwt || !sdJwt) throw new Error(`A ${order.kind} is no SD-JWT VC`)
  const { subject, validFrom, validUntil, holderKey } = order
  return present({
    iss: frame.issuer.did,
    vct: frame.origin + sdJwt.path,
    nbf: toSeconds(validFrom),
    exp: validUntil === undefined ? undefined : toSeconds(validUntil),
    status: tokenStatusClaim(frame.status),
    cnf: holderKey && { jwk: readPublicJwk(holderKey) },
    jti: frame.id,
    sub: subject.id,
    name: subject.name,
    ...build.sdJwt(order, frame),
  })
}

const toSeconds = (dateTime: string): number => Math.floor(parseDateTime(dateTime) ?? 0)
