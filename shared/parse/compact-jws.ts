// A compact JWS → the credential or presentation inside, read and not verified. Pure.
import { decodeBase64Url, decodeBase64UrlText } from '../encoding/base64url.ts'
import { utf8Encode } from '../encoding/bytes.ts'
import { type JsonObject, parseJsonObject } from '../encoding/json.ts'
import { once } from '../lazily.ts'
import { CREDENTIAL_MAX_CHARS } from '../limits.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'
import type { ParsedCredential, ParsedSignature, VerificationRelationship } from './credential.ts'
import { readJwtVc } from './jwt-vc.ts'
import { malformed, missing } from './properties.ts'
import type { ReadBound } from './read-bound.ts'
import { readVcdm2 } from './vcdm2.ts'

type FormatProblem = Problem<ReasonCodeOf<'format'>>

/** A compact JWS with header and payload decoded. Whoever reads it has yet to look at `typ`. */
export interface CompactJws {
  readonly header: JsonObject
  readonly payload: JsonObject
  readonly signature: (relationship: VerificationRelationship) => ParsedSignature
}

/**
 * Decodes a compact JWS. What would make any JWS unfit to be believed is refused here, whatever it carries.
 *
 * Reasons: `format.too_large`, `.unrecognized`, `.encoding_malformed`, `.critical_header_unknown`, `.unsecured`,
 * `.property_missing`, `.property_malformed`.
 * @see RFC 7515 §3.1, §4.1.11
 */
export function decodeCompactJws(
  text: string,
  { maxChars, onHead }: ReadBound = { maxChars: CREDENTIAL_MAX_CHARS },
): Result<CompactJws, FormatProblem> {
  if (text.length > maxChars) {
    return err(problem('format.too_large', { chars: text.length, maxChars }))
  }
  const [headerPart, payloadPart, signaturePart, ...more] = text.split('.', 4)
  if (headerPart === undefined || payloadPart === undefined || signaturePart === undefined) {
    return err(problem('format.unrecognized'))
  }
  if (more.length > 0) return err(problem('format.unrecognized'))

  const header = decodeObject(headerPart)
  if (!header) return err(problem('format.encoding_malformed', { path: 'header' }))
  const { alg, kid } = header
  if ('crit' in header) return err(problem('format.critical_header_unknown'))
  if (typeof alg !== 'string') return missing('header.alg')
  if (alg.toLowerCase() === 'none') return err(problem('format.unsecured'))
  if (kid !== undefined && typeof kid !== 'string') return malformed('header.kid')

  const signature = decodeBase64Url(signaturePart)
  const encode = () => utf8Encode(text.slice(0, headerPart.length + 1 + payloadPart.length))
  // Not kept where nobody asks twice: what is remembered of a text would grow by its length.
  const signedBytes = onHead ? once(encode) : encode
  if (signature) onHead?.({ algorithm: alg, kid, signature, signedBytes })
  const payload = decodeObject(payloadPart)
  if (!payload) return err(problem('format.encoding_malformed', { path: 'payload' }))
  const { iss } = payload
  if (iss !== undefined && typeof iss !== 'string') return malformed('iss')
  if (!signature) return err(problem('format.encoding_malformed', { path: 'signature' }))
  if (signature.length === 0) return err(problem('format.unsecured'))
  return ok({
    header,
    payload,
    signature: (relationship) => ({
      algorithm: alg,
      kid,
      iss,
      headerJwk: header.jwk,
      relationship,
      signature,
      signedBytes: () => ok(signedBytes()),
    }),
  })
}

function decodeObject(part: string): JsonObject | undefined {
  const text = decodeBase64UrlText(part)
  return text ? parseJsonObject(text) : undefined
}

/** `typ` is exact; a JWT without `typ` can only be the older VCDM 1.1 form. @see RFC 7515 §4.1.9 for `application/` */
const READERS = new Map<unknown, { envelope: 'vc+jwt' | 'jwt_vc'; read: typeof readVcdm2 }>([
  ['vc+jwt', { envelope: 'vc+jwt', read: readVcdm2 }],
  ['application/vc+jwt', { envelope: 'vc+jwt', read: readVcdm2 }],
  ['JWT', { envelope: 'jwt_vc', read: readJwtVc }],
  [undefined, { envelope: 'jwt_vc', read: readJwtVc }],
])

/** Envelopes that exist, or did in drafts, and that we do not read: no reason to call what they hold forged. */
const UNSUPPORTED_TYPS: ReadonlySet<unknown> = new Set(['vc+ld+jwt', 'vc+ld+json+jwt'])

/**
 * Reads a decoded JWS as a credential.
 *
 * Reasons: every `format.*`.
 * @see VC-JOSE-COSE §3.1.1 https://www.w3.org/TR/vc-jose-cose/, VCDM 1.1 §6.3.1
 */
export function readCredentialJws({
  header,
  payload,
  signature,
}: CompactJws): Result<ParsedCredential, FormatProblem> {
  if (UNSUPPORTED_TYPS.has(header.typ)) {
    return err(problem('format.envelope_unsupported', { envelope: String(header.typ) }))
  }
  const row = READERS.get(header.typ)
  if (!row) return err(problem('format.typ_unsupported'))
  const claims = row.read(payload)
  if (!claims.ok) return claims
  return ok({
    envelope: row.envelope,
    claims: claims.value,
    signatures: [signature('assertionMethod')],
  })
}

/** Takes a credential that is a compact JWS apart. Reasons: every `format.*`. */
export function parseCompactJws(
  text: string,
  bound?: ReadBound,
): Result<ParsedCredential, FormatProblem> {
  const jws = decodeCompactJws(text, bound)
  return jws.ok ? readCredentialJws(jws.value) : jws
}
