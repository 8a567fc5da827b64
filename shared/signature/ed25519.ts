// Strict Ed25519: one policy on every runtime. Uses WebCrypto; loads another engine where that has no Ed25519.
import { decodeBase64Url } from '../encoding/base64url.ts'
import type { OkpJwk } from '../keys/jwk.ts'
import { lazily } from '../lazily.ts'
import type { AlgorithmVerifier } from './signature-engine.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** The group order L = 2^252 + 27742317777372353535851937790883648493, big endian. */
const ORDER = hexBytes('1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed')
/** The field prime p = 2^255 - 19, big endian. */
const PRIME = hexBytes('7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed')

/** The y coordinates (little endian, sign bit cleared) of the eight points of small order. */
const SMALL_ORDER_Y = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
].map(hexBytes)

/**
 * How Ed25519 keys are imported and signatures checked. The checks of a key happen once, when it is imported.
 *
 * WebCrypto alone lets anyone forge: under a public key of small order the signature (R = identity, S = 0) fits every
 * message on some runtimes. Such keys and such R, encodings that are not canonical, and S ≥ L are refused before either
 * engine is asked, so that all runtimes give one answer.
 *
 * @see RFC 8032 §5.1.7; "Taming the Many EdDSAs" (Chalkias, Garillot, Nikolaenko 2020)
 */
export function createEd25519(subtle: SubtleCrypto): AlgorithmVerifier<OkpJwk> {
  return {
    async importKey(jwk) {
      const publicKey = decodeBase64Url(jwk.x)
      if (!publicKey || !isSafePoint(publicKey)) return null
      const key = await importRaw(subtle, publicKey)
      return (
        key && {
          verify(signature, message) {
            if (signature.length !== 64) return false
            const r = signature.subarray(0, 32)
            const s = signature.subarray(32)
            if (!isSafePoint(r) || !isBelow(s, ORDER)) return false
            if (key !== 'unsupported') return subtle.verify(ED25519, key, signature, message)
            return loadNoble().then(({ verifyWithNoble }) =>
              verifyWithNoble(subtle, publicKey, r, s, message),
            )
          },
        }
      )
    },
  }
}

const loadNoble = lazily(() => import('./ed25519-noble.ts'))

const ED25519 = { name: 'Ed25519' } as const

const importRaw = (subtle: SubtleCrypto, publicKey: Bytes) =>
  subtle
    .importKey('raw', publicKey, ED25519, false, ['verify'])
    .catch((error: unknown) => (isNotSupported(error) ? 'unsupported' : null))

/** A canonical encoding of a curve point candidate that is not of small order. */
function isSafePoint(encoded: Uint8Array): boolean {
  if (encoded.length !== 32) return false
  return isBelow(encoded, PRIME, SIGN_BIT) && !SMALL_ORDER_Y.some((y) => isPointAt(encoded, y))
}

/** The sign of x, in the last byte of an encoded point. */
const SIGN_BIT = 0x80

function isPointAt(encoded: Uint8Array, y: Uint8Array): boolean {
  for (let i = 0; i < 31; i++) if (encoded[i] !== y[i]) return false
  return ((encoded[31] ?? 0) & ~SIGN_BIT) === y[31]
}

/** @param ignoredBits - of the last byte */
function isBelow(littleEndian: Uint8Array, bigEndianLimit: Uint8Array, ignoredBits = 0): boolean {
  for (let i = 0; i < 32; i++) {
    const digit = (littleEndian[31 - i] ?? 0) & (i === 0 ? ~ignoredBits : 0xff)
    const limit = bigEndianLimit[i] ?? 0
    if (digit !== limit) return digit < limit
  }
  return false
}

const isNotSupported = (error: unknown): boolean =>
  error instanceof Error && error.name === 'NotSupportedError'

function hexBytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
