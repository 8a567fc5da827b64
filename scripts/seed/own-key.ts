// An issuer that keeps its key to itself: a did:key, and credentials signed without the Worker. Uses WebCrypto.
import { encodeBase58Btc } from '../../shared/encoding/base58btc.ts'

const ED25519_MULTICODEC = [0xed, 0x01]

const base64url = (bytes: ArrayBuffer | Uint8Array | string) =>
  (typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes as Uint8Array)).toString(
    'base64url',
  )

export const createKeyJwk = async (): Promise<JsonWebKey> => {
  const pair = await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify'])
  if (!('privateKey' in pair)) throw new Error('Ed25519 gave no key pair.')
  return crypto.subtle.exportKey('jwk', pair.privateKey)
}

/** @see https://w3c-ccg.github.io/did-key-spec/ */
export const didOf = (jwk: JsonWebKey) => {
  const publicKey = Buffer.from(jwk.x ?? '', 'base64url')
  return `did:key:z${encodeBase58Btc(Uint8Array.from([...ED25519_MULTICODEC, ...publicKey]))}`
}

/** Signs a credential as `vc+jwt`. */
export async function signCredential(jwk: JsonWebKey, credential: object): Promise<string> {
  const did = didOf(jwk)
  const key = await crypto.subtle.importKey('jwk', jwk, { name: 'Ed25519' }, false, ['sign'])
  const header = { alg: 'EdDSA', typ: 'vc+jwt', kid: `${did}#${did.slice('did:key:'.length)}` }
  const input = `${base64url(JSON.stringify(header))}.${base64url(JSON.stringify(credential))}`
  return `${input}.${base64url(await crypto.subtle.sign('Ed25519', key, Buffer.from(input)))}`
}

/** The same credential with one text in its payload replaced, and the signature left as it was. */
export function alterPayload(token: string, from: string, to: string): string {
  const [header = '', payload = '', signature = ''] = token.split('.')
  const text = Buffer.from(payload, 'base64url').toString()
  if (!text.includes(from)) throw new Error('There is nothing to alter in the payload.')
  return [header, base64url(text.replace(from, to)), signature].join('.')
}
