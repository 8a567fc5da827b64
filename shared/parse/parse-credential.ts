// Text or object → ParsedCredential: recognises the envelope and opens it. Pure.
import { detectEnvelope } from '../detect/envelope.ts'
import { decodeBase64Url } from '../encoding/base64url.ts'
import { utf8Decode, utf8Encode } from '../encoding/bytes.ts'
import { isJsonObject, type JsonObject, parseJsonObject } from '../encoding/json.ts'
import { CREDENTIAL_MAX_CHARS } from '../limits.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'
import type { Envelope, ParsedCredential } from './credential.ts'
import { readJwtVc } from './jwt-vc.ts'
import { malformed, missing } from './properties.ts'
import { readVcdm2 } from './vcdm2.ts'

type FormatProblem = Problem<ReasonCodeOf<'format'>>

/** `typ` is exact; a JWT without `typ` can only be the older VCDM 1.1 form. @see RFC 7515 §4.1.9 for `application/` */
const ENVELOPE_BY_TYP: ReadonlyMap<unknown, Envelope> = new Map<unknown, Envelope>([
  ['vc+jwt', 'vc+jwt'],
  ['application/vc+jwt', 'vc+jwt'],
  ['JWT', 'jwt_vc'],
  [undefined, 'jwt_vc'],
])

/** Envelopes that exist, or did in drafts, and that we do not read: no reason to call what they hold forged. */
const UNSUPPORTED_TYPS: ReadonlySet<unknown> = new Set([
  'vp+jwt',
  'dc+sd-jwt',
  'vc+sd-jwt',
  'vc+ld+jwt',
  'vc+ld+json+jwt',
])

const READERS = { 'vc+jwt': readVcdm2, jwt_vc: readJwtVc } as const

/** VCDM 2.0 §4.13: an enveloped credential is a data URL inside an object. */
const ENVELOPED_PREFIX = 'data:application/vc+jwt,'

/**
 * Takes a secured credential apart: a compact JWS, or an object (or its JSON text) that envelops one.
 *
 * Reasons: every `format.*`.
 * @see VC-JOSE-COSE §3.1.1 https://www.w3.org/TR/vc-jose-cose/, VCDM 1.1 §6.3.1
 */
export function parseCredential(
  input: string | object,
  { maxChars } = { maxChars: CREDENTIAL_MAX_CHARS },
): Result<ParsedCredential, FormatProblem> {
  if (typeof input !== 'string') {
    return isJsonObject(input) ? parseObject(input) : err(problem('format.unrecognized'))
  }
  if (input.length > maxChars) {
    return err(problem('format.too_large', { chars: input.length, maxChars }))
  }
  const text = input.trim()
  if (text.startsWith('{')) {
    const object = parseJsonObject(text)
    return object ? parseObject(object) : err(problem('format.encoding_malformed'))
  }
  if (text.includes('~')) {
    return detectEnvelope(text) === 'dc+sd-jwt'
      ? err(problem('format.envelope_unsupported', { envelope: 'dc+sd-jwt' }))
      : err(problem('format.unrecognized'))
  }
  return parseCompact(text)
}

function parseObject(object: JsonObject): Result<ParsedCredential, FormatProblem> {
  const types = [object.type].flat()
  if (types.includes('EnvelopedVerifiableCredential')) {
    const id = object.id
    if (typeof id !== 'string') return err(problem('format.property_missing', { path: 'id' }))
    if (!id.startsWith(ENVELOPED_PREFIX)) {
      return err(problem('format.envelope_unsupported', { envelope: 'enveloped' }))
    }
    return parseEnveloped(id.slice(ENVELOPED_PREFIX.length))
  }
  if (!types.includes('VerifiableCredential')) return err(problem('format.unrecognized'))
  return 'proof' in object
    ? err(problem('format.envelope_unsupported', { envelope: 'data_integrity' }))
    : err(problem('format.unsecured'))
}

/** An object given as such was never measured: its token is. */
const parseEnveloped = (token: string): Result<ParsedCredential, FormatProblem> =>
  token.length > CREDENTIAL_MAX_CHARS
    ? err(problem('format.too_large', { chars: token.length, maxChars: CREDENTIAL_MAX_CHARS }))
    : parseCompact(token)

function parseCompact(text: string): Result<ParsedCredential, FormatProblem> {
  const [headerPart, payloadPart, signaturePart, ...more] = text.split('.', 4)
  if (headerPart === undefined || payloadPart === undefined || signaturePart === undefined) {
    return err(problem('format.unrecognized'))
  }
  if (more.length > 0) return err(problem('format.unrecognized'))

  const header = decodeObject(headerPart)
  if (!header) return err(problem('format.encoding_malformed', { path: 'header' }))
  if ('crit' in header) return err(problem('format.critical_header_unknown'))
  if (UNSUPPORTED_TYPS.has(header.typ)) {
    return err(problem('format.envelope_unsupported', { envelope: String(header.typ) }))
  }
  const envelope = ENVELOPE_BY_TYP.get(header.typ)
  if (!envelope) return err(problem('format.typ_unsupported'))
  if (typeof header.alg !== 'string') return missing('header.alg')
  if (header.alg.toLowerCase() === 'none') return err(problem('format.unsecured'))
  if ('kid' in header && typeof header.kid !== 'string') return malformed('header.kid')

  const payload = decodeObject(payloadPart)
  if (!payload) return err(problem('format.encoding_malformed', { path: 'payload' }))
  if ('iss' in payload && typeof payload.iss !== 'string') return malformed('iss')
  const signature = decodeBase64Url(signaturePart)
  if (!signature) return err(problem('format.encoding_malformed', { path: 'signature' }))
  if (signature.length === 0) return err(problem('format.unsecured'))

  const claims = READERS[envelope](payload)
  if (!claims.ok) return claims
  return ok({
    envelope,
    algorithm: header.alg,
    ...(typeof header.kid === 'string' && { kid: header.kid }),
    ...(typeof payload.iss === 'string' && { iss: payload.iss }),
    signingInput: utf8Encode(`${headerPart}.${payloadPart}`),
    signature,
    claims: claims.value,
  })
}

function decodeObject(part: string): JsonObject | undefined {
  const bytes = decodeBase64Url(part)
  const text = bytes && utf8Decode(bytes)
  return text ? parseJsonObject(text) : undefined
}
