// Ed25519 where WebCrypto has none. Uses @noble/ed25519 for the curve and WebCrypto for the hash.
import { Point } from '@noble/ed25519'
import { bytesEqual, concatBytes, toHex } from '../encoding/bytes.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** noble's own `verify` multiplies by the cofactor and so accepts what WebCrypto refuses: compare [S]B - [k]A with R. */
export async function verifyWithNoble(
  subtle: SubtleCrypto,
  publicKey: Bytes,
  r: Bytes,
  s: Bytes,
  message: Bytes,
): Promise<boolean> {
  const hash = new Uint8Array(await subtle.digest('SHA-512', concatBytes(r, publicKey, message)))
  try {
    const a = Point.fromBytes(publicKey)
    const k = littleEndianInteger(hash) % Point.CURVE().n
    const sB = Point.BASE.multiplyUnsafe(littleEndianInteger(s))
    return bytesEqual(sB.subtract(a.multiplyUnsafe(k)).toBytes(), r)
  } catch {
    return false
  }
}

const littleEndianInteger = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(bytes.toReversed())}`)
