// Keys of a holder, one for each copy: made here, kept in the vault, and never to be read by anybody, this page included. Uses WebCrypto.
import { encodeBase64Url } from '../../../shared/encoding/base64url.ts'
import { utf8Encode } from '../../../shared/encoding/bytes.ts'
import { jwkThumbprint, type PublicJwk, readPublicJwk } from '../../../shared/keys/jwk.ts'
import { holderKeyOf, type PossessionSigner } from '../../../shared/share/bind-presentation.ts'
import { dropKey, keepKey, keyNamed } from './vault.ts'

interface StoredKey {
  readonly algorithm: 'EdDSA' | 'ES256'
  /** Not extractable. */
  readonly privateKey: CryptoKey
}

export interface HolderKey extends StoredKey {
  readonly jwk: PublicJwk
}

const KINDS = [
  { algorithm: 'EdDSA', make: { name: 'Ed25519' }, sign: { name: 'Ed25519' } },
  {
    algorithm: 'ES256',
    make: { name: 'ECDSA', namedCurve: 'P-256' },
    sign: { name: 'ECDSA', hash: 'SHA-256' },
  },
] as const

const nameOf = async (jwk: PublicJwk): Promise<string> => `holder:${await jwkThumbprint(jwk)}`

/** An Ed25519 key; a P-256 key where the browser has no Ed25519. */
async function createHolderKey(): Promise<HolderKey> {
  for (const { algorithm, make } of KINDS) {
    const pair = await crypto.subtle.generateKey(make, false, ['sign', 'verify']).catch(() => null)
    if (!pair || !('privateKey' in pair)) continue
    const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey)
    // The members that make a key this key: others would tell one browser from another.
    const jwk = readPublicJwk({ kty, crv, x, ...(y !== undefined && { y }) })
    if (!jwk) throw new Error('The browser made a key that we cannot read')
    const key = { algorithm, privateKey: pair.privateKey }
    await keepKey(await nameOf(jwk), key)
    return { ...key, jwk }
  }
  throw new Error('This browser can make no keys')
}

/** New keys, kept before anybody hears of them. */
export const createHolderKeys = (count: number): Promise<readonly HolderKey[]> =>
  Promise.all(Array.from({ length: count }, createHolderKey))

/** Forgets keys that no credential was made for. */
export async function dropHolderKeys(keys: readonly HolderKey[]): Promise<void> {
  await Promise.all(keys.map(async ({ jwk }) => dropKey(await nameOf(jwk))))
}

const encodeJson = (value: object): string => encodeBase64Url(utf8Encode(JSON.stringify(value)))

async function sign(
  { algorithm, privateKey }: StoredKey,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { sign: parameters } = KINDS.find((kind) => kind.algorithm === algorithm) ?? KINDS[0]
  return new Uint8Array(await crypto.subtle.sign(parameters, privateKey, bytes))
}

/** A proof of possession for one issuer. @see OpenID4VCI 1.0 appendix F.1 */
export async function proveKey(key: HolderKey, audience: string, nonce: string): Promise<string> {
  const header = { alg: key.algorithm, typ: 'openid4vci-proof+jwt', jwk: key.jwk }
  const claims = { aud: audience, iat: Math.floor(Date.now() / 1000), nonce }
  const input = `${encodeJson(header)}.${encodeJson(claims)}`
  return `${input}.${encodeBase64Url(await sign(key, utf8Encode(input)))}`
}

/** What proves possession of a credential; undefined where this browser has not its key, or it names none. */
export async function signerOf(credential: string): Promise<PossessionSigner | undefined> {
  const jwk = readPublicJwk(holderKeyOf(credential))
  const key = jwk && (await keyNamed<StoredKey>(await nameOf(jwk)))
  return key ? { algorithm: key.algorithm, sign: (bytes) => sign(key, bytes) } : undefined
}
