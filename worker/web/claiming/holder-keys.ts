// Keys of a holder: made here, and never to be read by anybody, this page included. Uses WebCrypto.
import { encodeBase64Url } from '../../../shared/encoding/base64url.ts'
import { utf8Encode } from '../../../shared/encoding/bytes.ts'

export interface HolderKey {
  readonly algorithm: 'EdDSA' | 'ES256'
  /** Not extractable. */
  readonly privateKey: CryptoKey
  readonly jwk: JsonWebKey
}

const KINDS = [
  { algorithm: 'EdDSA', make: { name: 'Ed25519' }, sign: { name: 'Ed25519' } },
  {
    algorithm: 'ES256',
    make: { name: 'ECDSA', namedCurve: 'P-256' },
    sign: { name: 'ECDSA', hash: 'SHA-256' },
  },
] as const

/** The members that make a key this key: others would tell one browser from another. */
const publicPart = ({ kty = '', crv = '', x = '', y }: JsonWebKey): JsonWebKey => ({
  kty,
  crv,
  x,
  ...(y !== undefined && { y }),
})

/** An Ed25519 key; a P-256 key where the browser has no Ed25519. */
async function createHolderKey(): Promise<HolderKey> {
  for (const { algorithm, make } of KINDS) {
    const pair = await crypto.subtle.generateKey(make, false, ['sign', 'verify']).catch(() => null)
    if (!pair || !('privateKey' in pair)) continue
    const jwk = publicPart(await crypto.subtle.exportKey('jwk', pair.publicKey))
    return { algorithm, privateKey: pair.privateKey, jwk }
  }
  throw new Error('This browser can make no keys')
}

export const createHolderKeys = (count: number): Promise<readonly HolderKey[]> =>
  Promise.all(Array.from({ length: count }, createHolderKey))

const encodeJson = (value: object): string => encodeBase64Url(utf8Encode(JSON.stringify(value)))

/** A proof of possession for one issuer. @see OpenID4VCI 1.0 appendix F.1 */
export async function proveKey(
  { algorithm, privateKey, jwk }: HolderKey,
  audience: string,
  nonce: string,
): Promise<string> {
  const header = { alg: algorithm, typ: 'openid4vci-proof+jwt', jwk }
  const claims = { aud: audience, iat: Math.floor(Date.now() / 1000), nonce }
  const input = `${encodeJson(header)}.${encodeJson(claims)}`
  const { sign } = KINDS.find((kind) => kind.algorithm === algorithm) ?? KINDS[0]
  const signature = await crypto.subtle.sign(sign, privateKey, utf8Encode(input))
  return `${input}.${encodeBase64Url(new Uint8Array(signature))}`
}
