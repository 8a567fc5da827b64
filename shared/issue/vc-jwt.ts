// VCDM 2.0 → `vc+jwt`. The signer is passed in.
import { encodeBase64Url } from '../encoding/base64url.ts'
import { utf8Encode } from '../encoding/bytes.ts'
import type { JsonObject } from '../encoding/json.ts'
import type { CredentialSigner } from './signer.ts'

/**
 * Signs a credential as a compact JWS whose payload is the credential itself.
 *
 * @see VC-JOSE-COSE §3.1.1 https://www.w3.org/TR/vc-jose-cose/#securing-with-jose
 */
export async function signVcJwt(credential: JsonObject, signer: CredentialSigner): Promise<string> {
  const header = { alg: 'EdDSA', typ: 'vc+jwt', cty: 'vc', kid: signer.kid }
  const signingInput = `${encodeJson(header)}.${encodeJson(credential)}`
  return `${signingInput}.${encodeBase64Url(await signer.sign(utf8Encode(signingInput)))}`
}

const encodeJson = (value: JsonObject): string => encodeBase64Url(utf8Encode(JSON.stringify(value)))
