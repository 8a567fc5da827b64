// The holder's proof behind a presented SD-JWT. The signer is passed in: its key never leaves the browser.
import { encodeBase64Url } from '../encoding/base64url.ts'
import { utf8Encode } from '../encoding/bytes.ts'
import { isJsonObject } from '../encoding/json.ts'
import { CREDENTIAL_MAX_CHARS } from '../limits.ts'
import { decodeCompactJws } from '../parse/compact-jws.ts'
import { digestOf } from '../parse/sd-jwt/digest.ts'

/** A holder's key, as far as others may use it. */
export interface PossessionSigner {
  readonly algorithm: 'EdDSA' | 'ES256'
  /** A signature as JOSE writes it. */
  readonly sign: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>
}

export interface BindingClaims {
  readonly nonce: string
  readonly audience: string
  /** Seconds since the Unix epoch. */
  readonly issuedAtSeconds: number
}

/**
 * Puts a Key Binding JWT behind an SD-JWT. Throws where that is none.
 *
 * @param presented - the SD-JWT with the disclosures that are shown, up to its last tilde
 * @param signer - of the key that the credential names in `cnf`
 * @see RFC 9901 §4.3
 */
export async function bindPresentation(
  presented: string,
  { nonce, audience, issuedAtSeconds }: BindingClaims,
  { algorithm, sign }: PossessionSigner,
): Promise<string> {
  const payload = payloadOf(presented)
  const digest = payload && digestOf(payload._sd_alg)
  if (!digest) throw new Error('The credential names no hash that we know')
  const claims = { nonce, aud: audience, iat: issuedAtSeconds, sd_hash: digest(presented) }
  const signingInput = `${encodeJson({ alg: algorithm, typ: 'kb+jwt' })}.${encodeJson(claims)}`
  const signature = await sign(utf8Encode(signingInput))
  return `${presented}${signingInput}.${encodeBase64Url(signature)}`
}

/** The public key that a credential names as its holder's, as it stands there; undefined where it names none. */
export function holderKeyOf(credential: string): unknown {
  const cnf = payloadOf(credential)?.cnf
  return isJsonObject(cnf) ? cnf.jwk : undefined
}

function payloadOf(credential: string) {
  const [jwt = ''] = credential.split('~')
  const jws = decodeCompactJws(jwt, { maxChars: CREDENTIAL_MAX_CHARS })
  return jws.ok ? jws.value.payload : undefined
}

const encodeJson = (value: object): string => encodeBase64Url(utf8Encode(JSON.stringify(value)))
