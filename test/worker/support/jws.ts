// Reading compact JWS without verifying them, and signing some for issuers that are hosted elsewhere.
import { decodeBase64Url, encodeBase64Url } from '../../../shared/encoding/base64url.ts'
import { utf8Decode } from '../../../shared/encoding/bytes.ts'
import type { JsonObject } from '../../../shared/encoding/json.ts'
import type { CredentialSigner } from '../../../shared/issue/signer.ts'
import { didKey } from '../../../shared/keys/did-key.ts'
import { jwkThumbprint, publicJwk } from '../../../shared/keys/jwk.ts'

// biome-ignore lint/suspicious/noExplicitAny: a test reads into documents whose form it is about to assert
type Loose = any

const readPart = (jws: string, part: 0 | 1): Loose =>
  JSON.parse(utf8Decode(decodeBase64Url(jws.split('.')[part] ?? '') ?? new Uint8Array()) ?? '')

export const headerOf = (jws: string): Loose => readPart(jws, 0)
export const payloadOf = (jws: string): Loose => readPart(jws, 1)

export interface OutsideIssuer extends CredentialSigner {
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly didDocument: JsonObject
}

/** An issuer with a key of its own, as `did:key` or under the `did:web` that is given. */
export async function createOutsideIssuer(didWeb?: string): Promise<OutsideIssuer> {
  const pair = await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify'])
  if (!('privateKey' in pair)) throw new Error('Ed25519 gave no key pair')
  const raw = await crypto.subtle.exportKey('raw', pair.publicKey)
  if (!(raw instanceof ArrayBuffer)) throw new Error('The key was not exported as bytes')
  const publicKey = new Uint8Array(raw)
  const jwk = publicJwk(publicKey)
  const did = didWeb ?? didKey(publicKey)
  const kid = didWeb
    ? `${did}#${await jwkThumbprint(jwk)}`
    : `${did}#${did.slice('did:key:'.length)}`
  return {
    did,
    kid,
    publicKey,
    sign: async (message) =>
      new Uint8Array(await crypto.subtle.sign({ name: 'Ed25519' }, pair.privateKey, message)),
    didDocument: {
      id: did,
      verificationMethod: [{ id: kid, type: 'JsonWebKey', controller: did, publicKeyJwk: jwk }],
      assertionMethod: [kid],
    },
  }
}

/** The same credential with its payload changed and its old signature. */
export function tamper(jws: string, change: (payload: Loose) => void): string {
  const [header, , signature] = jws.split('.')
  const payload = payloadOf(jws)
  change(payload)
  const bytes = new TextEncoder().encode(JSON.stringify(payload))
  return [header, encodeBase64Url(bytes), signature].join('.')
}
