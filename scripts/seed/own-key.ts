// An issuer that keeps its key to itself: a did:key, and credentials signed without the Worker. Uses WebCrypto.
import type { JsonObject } from '../../shared/encoding/json.ts'
import { signVcJwt } from '../../shared/issue/vc-jwt.ts'
import { didKey } from '../../shared/keys/did-key.ts'

export const createKeyJwk = async (): Promise<JsonWebKey> => {
  const pair = await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify'])
  if (!('privateKey' in pair)) throw new Error('Ed25519 gave no key pair.')
  return crypto.subtle.exportKey('jwk', pair.privateKey)
}

export const didOf = (jwk: JsonWebKey) => didKey(Buffer.from(jwk.x ?? '', 'base64url'))

/** Signs a credential as `vc+jwt`. */
export async function signCredential(jwk: JsonWebKey, credential: JsonObject): Promise<string> {
  const did = didOf(jwk)
  const key = await crypto.subtle.importKey('jwk', jwk, { name: 'Ed25519' }, false, ['sign'])
  return signVcJwt(credential, {
    did,
    kid: `${did}#${did.slice('did:key:'.length)}`,
    sign: async (message) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, message)),
  })
}

/** The same credential with one text in its payload replaced, and the signature left as it was. */
export function alterPayload(token: string, from: string, to: string): string {
  const [header = '', payload = '', signature = ''] = token.split('.')
  const text = Buffer.from(payload, 'base64url').toString()
  if (!text.includes(from)) throw new Error('There is nothing to alter in the payload.')
  const altered = Buffer.from(text.replace(from, to)).toString('base64url')
  return [header, altered, signature].join('.')
}
