// Issuers with keys from fixed seeds, and compact signatures of theirs. Uses node:crypto.
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'

const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI_HEAD_BYTES = 12
const ED25519_PUBLIC = [0xed, 0x01]
const ED25519_SECRET = [0x80, 0x26]
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

export const base64Url = (value) => Buffer.from(value).toString('base64url')
export const sha256 = (value) => createHash('sha256').update(value).digest()

/** The base58btc text of some bytes; each leading zero byte is a leading `1`. */
export function base58(bytes) {
  let rest = BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
  let text = ''
  for (; rest > 0n; rest /= 58n) text = BASE58[Number(rest % 58n)] + text
  const zeros = bytes.findIndex((byte) => byte !== 0)
  return BASE58[0].repeat(zeros) + text
}

/** @param {string} name the seed, and so the key, follows from it */
export function createIssuer(name) {
  const seed = sha256(`licet bench ${name}`)
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8_HEAD, seed]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = createPublicKey(privateKey)
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(SPKI_HEAD_BYTES)
  const multibase = `z${base58(Buffer.concat([Buffer.from(ED25519_PUBLIC), raw]))}`
  const did = `did:key:${multibase}`
  const kid = `${did}#${multibase}`
  const x = base64Url(raw)
  return {
    name,
    did,
    kid,
    seed: base64Url(seed),
    multibase,
    secretMultibase: `z${base58(Buffer.concat([Buffer.from(ED25519_SECRET), seed, raw]))}`,
    jwk: { kty: 'OKP', crv: 'Ed25519', x },
    privateJwk: { kty: 'OKP', crv: 'Ed25519', x, d: base64Url(seed) },
    didDocument: {
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
      id: did,
      verificationMethod: [
        { id: kid, type: 'Multikey', controller: did, publicKeyMultibase: multibase },
      ],
      authentication: [kid],
      assertionMethod: [kid],
    },
    signBytes: (bytes) => sign(null, bytes, privateKey),
    signJws: (typ, payload) => {
      const header = base64Url(JSON.stringify({ alg: 'EdDSA', typ, kid }))
      const input = `${header}.${base64Url(JSON.stringify(payload))}`
      return `${input}.${base64Url(sign(null, Buffer.from(input), privateKey))}`
    },
  }
}
