// Claims → SD-JWT VC. Signer and randomness are passed in.
import { encodeBase64Url } from '../encoding/base64url.ts'
import { utf8Encode } from '../encoding/bytes.ts'
import { isJsonObject, type JsonObject } from '../encoding/json.ts'
import { digestOf } from '../parse/sd-jwt/digest.ts'
import { PROTECTED_CLAIMS } from '../parse/sd-jwt/read-claims.ts'
import type { CredentialSigner } from './signer.ts'

const SD_ALG = 'sha-256'

/** What is kept back of the claims, and what opens it again. */
interface Folded {
  readonly claims: JsonObject
  readonly disclosures: readonly string[]
}

/**
 * Signs claims so that their holder can choose which of them to show. Everything can be kept back but what is listed as open
 * and what may never be: a claim that somebody forgot to list is then hidden too much, not shown too much.
 *
 * @param open - claims that always show, by name; `a.b` is the member `b` of `a`
 * @param drawSalt - 128 random bits, base64url, anew at each call
 * @returns the SD-JWT with all its disclosures
 * @see RFC 9901 §4, SD-JWT VC (draft -19) §3.2
 */
export async function signSdJwt(
  claims: JsonObject,
  open: ReadonlySet<string>,
  signer: CredentialSigner,
  drawSalt: () => string,
): Promise<string> {
  const always = new Set([...PROTECTED_CLAIMS, ...open])
  const folded = fold(claims, always, '', drawSalt)
  const header = { alg: 'EdDSA', typ: 'dc+sd-jwt', kid: signer.kid }
  const payload = { ...folded.claims, _sd_alg: SD_ALG }
  const signingInput = `${encodeJson(header)}.${encodeJson(payload)}`
  const signature = encodeBase64Url(await signer.sign(utf8Encode(signingInput)))
  return [`${signingInput}.${signature}`, ...folded.disclosures, ''].join('~')
}

function fold(
  object: JsonObject,
  always: ReadonlySet<string>,
  path: string,
  drawSalt: () => string,
): Folded {
  const shown: [string, unknown][] = []
  const disclosures: string[] = []
  const digests: string[] = []
  for (const [name, value] of Object.entries(object)) {
    const place = path + name
    const isParent = [...always].some((open) => open.startsWith(`${place}.`))
    if (always.has(place)) shown.push([name, value])
    else if (isParent && isJsonObject(value)) {
      const inner = fold(value, always, `${place}.`, drawSalt)
      shown.push([name, inner.claims])
      disclosures.push(...inner.disclosures)
    } else {
      const disclosure = encodeJson([drawSalt(), name, value])
      disclosures.push(disclosure)
      digests.push(digest(disclosure))
    }
  }
  // In the order of the claims, digests would tell which claim is kept back.
  if (digests.length > 0) shown.push(['_sd', digests.toSorted()])
  return { claims: Object.fromEntries(shown), disclosures }
}

function digest(text: string): string {
  const hash = digestOf(SD_ALG)
  if (!hash) throw new Error(`${SD_ALG} is no hash of SD-JWT`)
  return hash(text)
}

const encodeJson = (value: unknown): string => encodeBase64Url(utf8Encode(JSON.stringify(value)))
