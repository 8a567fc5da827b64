// SD-JWT VC → credential: structure first, then its disclosures, then its claims. Pure; loaded when one is met.
import type { JsonObject } from '../encoding/json.ts'
import { isJsonObject } from '../encoding/json.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'
import { decodeCompactJws } from './compact-jws.ts'
import type { ParsedCredential, ParsedDisclosures } from './credential.ts'
import type { ReadBound } from './read-bound.ts'
import { type Digest, digestOf } from './sd-jwt/digest.ts'
import { readKeyBinding } from './sd-jwt/key-binding-jwt.ts'
import { openDisclosures } from './sd-jwt/open-disclosures.ts'
import { PROTECTED_CLAIMS, readSdJwtClaims } from './sd-jwt/read-claims.ts'

type FormatProblem = Problem<ReasonCodeOf<'format'>>

/** `vc+sd-jwt` is what drafts before -06 called it. @see SD-JWT VC (draft -19) §3.2.1 */
const TYPS: ReadonlySet<unknown> = new Set([
  'dc+sd-jwt',
  'application/dc+sd-jwt',
  'vc+sd-jwt',
  'application/vc+sd-jwt',
])

/**
 * Takes an SD-JWT VC apart: `<JWT>~<disclosure>~…~`, with a Key Binding JWT behind the last tilde or without.
 *
 * What is wrong with its disclosures is reported beside the claims, to be told after the signature: until that is checked,
 * nobody knows whose fault it is.
 *
 * Reasons: `format.*`.
 * @see RFC 9901 §4 and §7.1, SD-JWT VC (draft -19) §3.2
 */
export function parseSdJwt(
  text: string,
  bound: ReadBound,
): Result<ParsedCredential, FormatProblem> {
  if (text.length > bound.maxChars) {
    return err(problem('format.too_large', { chars: text.length, maxChars: bound.maxChars }))
  }
  const end = text.lastIndexOf('~') + 1
  if (end === 0) return err(problem('format.unrecognized'))
  // RFC 9901 §4: the last tilde may not be left out.
  if (end < text.length && !text.includes('.', end)) {
    return err(problem('format.encoding_malformed', { path: 'key_binding' }))
  }
  const [jwt = '', ...disclosures] = text.slice(0, end - 1).split('~')
  const jws = decodeCompactJws(jwt, bound)
  if (!jws.ok) return jws
  const { header, payload, signature } = jws.value
  if (!TYPS.has(header.typ)) return err(problem('format.typ_unsupported'))
  if (payload.vct === undefined && payload['@context'] !== undefined) {
    // VC-JOSE-COSE §3.2.1 gives the name `vc+sd-jwt` to another data model.
    return err(problem('format.envelope_unsupported', { envelope: 'vc+sd-jwt' }))
  }
  const digest = digestOf(payload._sd_alg)
  const opened = digest
    ? openDisclosures(payload, disclosures, digest, PROTECTED_CLAIMS)
    : err(problem('disclosures.hash_unsupported'))
  const claims = readSdJwtClaims(opened.ok ? opened.value.claims : withoutDigests(payload))
  if (!claims.ok) return claims
  return ok({
    envelope: 'dc+sd-jwt',
    claims: claims.value,
    signatures: [signature('assertionMethod')],
    disclosures: {
      ...(!opened.ok && { problem: opened.error }),
      isWhole: opened.ok && opened.value.isWhole,
      ...holderKeyOf(payload),
      ...(digest && end < text.length && bindingOf(text, end, digest)),
    },
  })
}

/** What was signed in the open, for display beside the reason. */
const withoutDigests = ({ _sd, _sd_alg, ...claims }: JsonObject): JsonObject => claims

const holderKeyOf = ({ cnf }: JsonObject): Pick<ParsedDisclosures, 'holderKey'> =>
  isJsonObject(cnf) && cnf.jwk !== undefined ? { holderKey: cnf.jwk } : {}

const bindingOf = (
  text: string,
  end: number,
  digest: Digest,
): Pick<ParsedDisclosures, 'keyBinding'> => ({
  keyBinding: readKeyBinding(text.slice(end), digest(text.slice(0, end))),
})
