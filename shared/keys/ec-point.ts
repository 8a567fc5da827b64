// Compressed points on P-256 and P-384, as Multikey writes them. Pure.
import { encodeBase64Url } from '../encoding/base64url.ts'
import { toHex } from '../encoding/bytes.ts'
import type { EcJwk } from './jwk.ts'

interface Curve {
  readonly prime: bigint
  /** The constant of y² = x³ − 3x + b. */
  readonly b: bigint
  readonly coordinateBytes: number
}

/** @see SEC 2 §2.4.2 and §2.5.1 */
const CURVES: Readonly<Record<EcJwk['crv'], Curve>> = {
  'P-256': {
    prime: 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
    coordinateBytes: 32,
  },
  'P-384': {
    prime:
      0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffffn,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
    coordinateBytes: 48,
  },
}

/**
 * The key that a compressed point spells, or null where there is no such point on the curve.
 *
 * @param point - 0x02 or 0x03 (the parity of y), then x
 * @see SEC 1 §2.3.4
 */
export function readCompressedPoint(crv: EcJwk['crv'], point: Uint8Array): EcJwk | null {
  const { prime, b, coordinateBytes } = CURVES[crv]
  const parity = point[0]
  if (point.length !== coordinateBytes + 1 || (parity !== 2 && parity !== 3)) return null
  const x = BigInt(`0x${toHex(point.subarray(1))}`)
  if (x >= prime) return null
  const square = (x * x * x - 3n * x + b) % prime
  // Both primes are 3 mod 4.
  const root = power(square, (prime + 1n) / 4n, prime)
  if (modulo(root * root - square, prime) !== 0n) return null
  const y = (root & 1n) === BigInt(parity & 1) ? root : prime - root
  return {
    kty: 'EC',
    crv,
    x: encodeBase64Url(point.subarray(1)),
    y: encodeBase64Url(toBytes(y, coordinateBytes)),
  }
}

const modulo = (value: bigint, prime: bigint): bigint => ((value % prime) + prime) % prime

function power(base: bigint, exponent: bigint, prime: bigint): bigint {
  let result = 1n
  let square = modulo(base, prime)
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % prime
    square = (square * square) % prime
  }
  return result
}

const toBytes = (value: bigint, length: number): Uint8Array =>
  Uint8Array.from(
    value
      .toString(16)
      .padStart(length * 2, '0')
      .match(/../g) ?? [],
    (pair) => Number.parseInt(pair, 16),
  )
