import { describe, expect, it } from 'vitest'
import { utf8Encode } from '../../../shared/encoding/bytes.ts'
import { KEY_CACHE_MAX_COUNT } from '../../../shared/limits.ts'
import { createEd25519Verifier } from '../../support/ed25519.ts'
import { createCredulousSubtle, createSubtleWithoutEd25519 } from '../../support/engines.ts'
import { fromHex, KEYS_OF_ORDER_8, SMALL_ORDER_KEYS } from '../../support/forgeries.ts'
import { MILL, UNIVERSITY } from '../../support/parties.ts'

const MESSAGE = utf8Encode('a diploma')
const SIGNATURE = Uint8Array.from(await MILL.sign(MESSAGE))
const ORDER = 0x1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3edn

const flip = (bytes: Uint8Array, place: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(bytes.with(place, (bytes[place] ?? 0) ^ 1))

const flipSign = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(bytes.with(31, (bytes[31] ?? 0) ^ 128))

/** The same signature with S + L: it satisfies the equation, and must not count. */
function withUnreducedS(signature: Uint8Array): Uint8Array<ArrayBuffer> {
  const forged = Uint8Array.from(signature)
  let s = ORDER
  for (let i = 63; i >= 32; i--) s += BigInt(signature[i] ?? 0) << BigInt(8 * (i - 32))
  for (let i = 32; i < 64; i++) forged[i] = Number((s >> BigInt(8 * (i - 32))) & 255n)
  return forged
}

describe.each([
  ['WebCrypto', () => crypto.subtle],
  ['the fallback', createSubtleWithoutEd25519],
])('strict Ed25519 by %s', (_, subtle) => {
  const ed25519 = createEd25519Verifier(subtle())

  it('accepts what the holder of the key signed, every time', async () => {
    expect(await ed25519.verify(MILL.publicKey, SIGNATURE, MESSAGE)).toBe(true)
    expect(await ed25519.verify(MILL.publicKey, SIGNATURE, MESSAGE)).toBe(true)
    const empty = Uint8Array.from(await MILL.sign(new Uint8Array()))
    expect(await ed25519.verify(MILL.publicKey, empty, new Uint8Array())).toBe(true)
  })

  it.each([
    ['another key', UNIVERSITY.publicKey, SIGNATURE, MESSAGE],
    ['another message', MILL.publicKey, SIGNATURE, utf8Encode('a diplomb')],
    ['another R', MILL.publicKey, flip(SIGNATURE, 0), MESSAGE],
    ['another S', MILL.publicKey, flip(SIGNATURE, 40), MESSAGE],
    ['the sign of the key flipped', flip(MILL.publicKey, 31), SIGNATURE, MESSAGE],
    ['an S that is not reduced', MILL.publicKey, withUnreducedS(SIGNATURE), MESSAGE],
    ['a signature of 63 bytes', MILL.publicKey, SIGNATURE.slice(1), MESSAGE],
    ['a signature of 65 bytes', MILL.publicKey, Uint8Array.of(...SIGNATURE, 0), MESSAGE],
    ['no signature', MILL.publicKey, new Uint8Array(), MESSAGE],
    ['a key of 31 bytes', MILL.publicKey.slice(1), SIGNATURE, MESSAGE],
    ['a key of 33 bytes', Uint8Array.of(...MILL.publicKey, 0), SIGNATURE, MESSAGE],
    ['a key that is no point', new Uint8Array(32).fill(2), SIGNATURE, MESSAGE],
    ['a key past the prime', new Uint8Array(32).fill(255), SIGNATURE, MESSAGE],
  ])('refuses %s', async (_title, publicKey, signature, message) => {
    expect(await ed25519.verify(publicKey, signature, message)).toBe(false)
  })
})

type Row = [title: string, publicKey: Uint8Array<ArrayBuffer>, signature: Uint8Array<ArrayBuffer>]

describe('whatever the engine says', () => {
  const ed25519 = createEd25519Verifier(createCredulousSubtle())
  const R = SIGNATURE.slice(0, 32)
  const S = SIGNATURE.slice(32)
  /** y = p + 3: the same point as y = 3, spelt in another way. */
  const notCanonical = fromHex(`f0${'ff'.repeat(30)}7f`)
  const withR = (r: Uint8Array) => Uint8Array.of(...r, ...S)

  it('a signature is looked at by it', async () => {
    expect(await ed25519.verify(MILL.publicKey, SIGNATURE, utf8Encode('anything'))).toBe(true)
  })

  it.each<Row>([
    ['an S that is not reduced', MILL.publicKey, withUnreducedS(SIGNATURE)],
    [
      'an S that is the order itself',
      MILL.publicKey,
      withUnreducedS(Uint8Array.of(...R, ...new Uint8Array(32))),
    ],
    ['a key that is not canonical', notCanonical, SIGNATURE],
    ['a key that is not canonical, with its sign', flipSign(notCanonical), SIGNATURE],
    ['an R that is not canonical', MILL.publicKey, withR(notCanonical)],
    ...Object.entries({ ...SMALL_ORDER_KEYS, ...KEYS_OF_ORDER_8 }).flatMap(([order, hex]) => [
      [`a key ${order}`, fromHex(hex), SIGNATURE] satisfies Row,
      [`a key ${order}, its sign flipped`, flipSign(fromHex(hex)), SIGNATURE] satisfies Row,
      [`an R ${order}`, MILL.publicKey, withR(fromHex(hex))] satisfies Row,
    ]),
  ])('%s is refused', async (_, publicKey, signature) => {
    expect(await ed25519.verify(publicKey, signature, MESSAGE)).toBe(false)
  })
})

describe('imported keys', () => {
  const counting = () => {
    let imports = 0
    const subtle = new Proxy(crypto.subtle, {
      get: (target, name: keyof SubtleCrypto) =>
        name !== 'importKey'
          ? target[name].bind(target)
          : (...args: Parameters<SubtleCrypto['importKey']>) => {
              imports += 1
              return target.importKey(...args)
            },
    })
    return { ed25519: createEd25519Verifier(subtle), imports: () => imports }
  }

  it('are kept at hand', async () => {
    const { ed25519, imports } = counting()
    for (let i = 0; i < 3; i++) await ed25519.verify(MILL.publicKey, SIGNATURE, MESSAGE)
    expect(imports()).toBe(1)
  })

  it('are kept in bounded number, the oldest given up first', async () => {
    const { ed25519, imports } = counting()
    await ed25519.verify(MILL.publicKey, SIGNATURE, MESSAGE)
    for (let i = 0; i < KEY_CACHE_MAX_COUNT; i++) {
      const key = Uint8Array.from({ length: 32 }, (_, place) => (place === 0 ? i : 3))
      await ed25519.verify(key, SIGNATURE, MESSAGE)
    }
    expect(imports()).toBe(KEY_CACHE_MAX_COUNT + 1)
    expect(await ed25519.verify(MILL.publicKey, SIGNATURE, MESSAGE)).toBe(true)
    expect(imports()).toBe(KEY_CACHE_MAX_COUNT + 2)
  })
})
