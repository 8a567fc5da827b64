// What a request asks to be signed, read from the very bytes that would be signed. Pure.
import { decodeBase64Url } from '../../../shared/encoding/base64url.ts'
import { utf8Decode } from '../../../shared/encoding/bytes.ts'
import { decodeCompactJws, readCredentialJws } from '../../../shared/parse/compact-jws.ts'
import type { CredentialClaims } from '../../../shared/parse/credential.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { summarize } from '../../../shared/summary.ts'
import { readStatedAccreditation } from '../../../shared/trust/accreditation.ts'
import type { CredentialSummary } from '../../../shared/verification-result.ts'

/** As the Worker lists it. */
export interface SigningRequest {
  readonly id: string
  /** Absolute DID URL of the key that is asked. */
  readonly kid: string
  /** base64url */
  readonly bytes: string
  readonly expiresAt: string
}

export interface ReadRequest {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly summary: CredentialSummary
  /** Where it lets another organisation sign or issue: which one, and what. */
  readonly recognises?: { readonly whom: string; readonly what: readonly string[] }
  /** Every claim, as indented JSON. */
  readonly everything: string
}

/** Enough for a JWS to be read; it is never sent anywhere. */
const NO_SIGNATURE = 'AA'

const WRONG = {
  unreadable: 'It cannot be read: do not sign it.',
  header: 'It asks for another kind of signature than it says: do not sign it.',
  issuer: 'It speaks in the name of another issuer: do not sign it.',
} as const

/**
 * Reads a request. Refused, in a sentence for people, is what cannot be read as a credential of this issuer under the key that is
 * asked: nothing of it may be signed.
 */
export function readRequest(
  { bytes: encoded, kid }: SigningRequest,
  did: string,
): Result<ReadRequest, string> {
  const bytes = decodeBase64Url(encoded)
  const text = bytes && utf8Decode(bytes)
  const jws = text ? decodeCompactJws(`${text}.${NO_SIGNATURE}`) : undefined
  if (!bytes || !jws?.ok) return err(WRONG.unreadable)
  const { header } = jws.value
  if (header.alg !== 'EdDSA' || header.typ !== 'vc+jwt' || header.kid !== kid) {
    return err(WRONG.header)
  }
  const parsed = readCredentialJws(jws.value)
  if (!parsed.ok) return err(WRONG.unreadable)
  const { claims } = parsed.value
  if (claims.issuer.id !== did) return err(WRONG.issuer)
  const recognises = readRecognition(claims)
  return ok({
    bytes,
    summary: summarize(claims, 'vc+jwt', false),
    ...(recognises && { recognises }),
    everything: JSON.stringify(jws.value.payload, null, 2),
  })
}

function readRecognition(claims: CredentialClaims): ReadRequest['recognises'] {
  const accreditation = readStatedAccreditation(claims)
  return (
    (accreditation && { whom: accreditation.subject, what: accreditation.grant.credentialTypes }) ??
    undefined
  )
}
