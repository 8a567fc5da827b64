// JSON → compact JWS: VCDM 2.0 as `vc+jwt`, and Status List Tokens. The signer is passed in.
import { encodeBase64Url } from '../encoding/base64url.ts'
import { utf8Encode } from '../encoding/bytes.ts'
import type { JsonObject } from '../encoding/json.ts'
import type { CredentialSigner } from './signer.ts'

/**
 * Signs a credential as a compact JWS whose payload is the credential itself.
 *
 * @see VC-JOSE-COSE §3.1.1 https://www.w3.org/TR/vc-jose-cose/#securing-with-jose
 */
export const signVcJwt = (credential: JsonObject, signer: CredentialSigner): Promise<string> =>
  signJson(credential, { typ: 'vc+jwt', cty: 'vc' }, signer)

/** Signs a Status List Token. @see Token Status List §5.1 */
export const signStatusListToken = (token: JsonObject, signer: CredentialSigner): Promise<string> =>
  signJson(token, { typ: 'statuslist+jwt' }, signer)

async function signJson(
  payload: JsonObject,
  header: JsonObject,
  signer: CredentialSigner,
): Promise<string> {
  const signingInput = `${encodeJson({ alg: 'EdDSA', ...header, kid: signer.kid })}.${encodeJson(payload)}`
  return `${signingInput}.${encodeBase64Url(await signer.sign(utf8Encode(signingInput)))}`
}

const encodeJson = (value: JsonObject): string => encodeBase64Url(utf8Encode(JSON.stringify(value)))
