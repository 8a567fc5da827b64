// Organisations with real Ed25519 keys made from fixed seeds. Runs in Node, workerd and Chromium alike. Uses @noble/ed25519.
import { getPublicKeyAsync, signAsync } from '@noble/ed25519'
import { encodeBase64Url } from '../../shared/encoding/base64url.ts'
import { utf8Encode } from '../../shared/encoding/bytes.ts'
import { buildDidDocument } from '../../shared/issue/did-document.ts'
import type { CredentialSigner } from '../../shared/issue/signer.ts'
import { didJwk } from '../../shared/keys/did-jwk.ts'
import { didKey } from '../../shared/keys/did-key.ts'
import { jwkThumbprint, type OkpJwk, publicJwk } from '../../shared/keys/jwk.ts'

export interface Issuer extends CredentialSigner {
  readonly name: string
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly jwk: OkpJwk
}

const createKey = async (seed: number) => {
  const secretKey = new Uint8Array(32).fill(seed)
  const publicKey = Uint8Array.from(await getPublicKeyAsync(secretKey))
  return {
    publicKey,
    jwk: publicJwk(publicKey),
    sign: (message: Uint8Array) => signAsync(message, secretKey),
  }
}

/** An organisation under `did:web`, its key named by its thumbprint. */
export async function createIssuer(name: string, host: string, seed: number): Promise<Issuer> {
  const key = await createKey(seed)
  const did = `did:web:${host}`
  return { ...key, name, did, kid: `${did}#${await jwkThumbprint(key.jwk)}` }
}

/** Somebody whose key is the identifier. */
export async function createKeyIssuer(
  name: string,
  method: 'did:key' | 'did:jwk',
  seed: number,
): Promise<Issuer> {
  const key = await createKey(seed)
  const did = method === 'did:key' ? didKey(key.publicKey) : didJwk(key.jwk)
  const kid = method === 'did:key' ? `${did}#${did.slice('did:key:'.length)}` : `${did}#0`
  return { ...key, name, did, kid }
}

/** The document that an organisation publishes at its own address. */
export const documentOf = ({ did, kid, jwk }: Issuer) => buildDidDocument(did, [{ ...jwk, kid }])

/**
 * A compact JWS over whatever is given, well formed or not. Values are written as JSON, a string as it stands.
 *
 * @param header - members to add or to replace; undefined leaves one out
 */
export async function signCompact(
  payload: object | string,
  signer: CredentialSigner,
  header: object | string = {},
): Promise<string> {
  const protectedHeader =
    typeof header === 'string'
      ? header
      : { alg: 'EdDSA', typ: 'vc+jwt', cty: 'vc', kid: signer.kid, ...header }
  const signingInput = `${encodePart(protectedHeader)}.${encodePart(payload)}`
  return `${signingInput}.${encodeBase64Url(await signer.sign(utf8Encode(signingInput)))}`
}

export const encodePart = (value: object | string): string =>
  encodeBase64Url(utf8Encode(typeof value === 'string' ? value : JSON.stringify(value)))
