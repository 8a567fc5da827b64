import { constants, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { bytesEqual, utf8Encode } from '../../../shared/encoding/bytes.ts'
import { deflate, gunzip, gzip, inflate } from '../../../shared/encoding/gzip.ts'
import { INFLATE_SLICE_BYTES } from '../../../shared/limits.ts'

const GZIP_HEADER_BYTES = 10

/** A gzip stream of so many MB of zeros, a thousandth of that long: one block, over and over. */
function gzipBomb(megabytes: number): Uint8Array<ArrayBuffer> {
  const block = deflateRawSync(new Uint8Array(1_048_576), {
    finishFlush: constants.Z_FULL_FLUSH,
    level: 9,
  })
  const header = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]
  const bomb = new Uint8Array(header.length + block.length * megabytes)
  bomb.set(header)
  for (let at = header.length; at < bomb.length; at += block.length) bomb.set(block, at)
  return bomb
}

describe('gzip with a cap', () => {
  it('reads back what it wrote', async () => {
    const bytes = utf8Encode('a status list '.repeat(1_000))
    expect(await gunzip(await gzip(bytes), bytes.length)).toEqual(bytes)
  })

  it('stops one byte past the cap', async () => {
    const packed = await gzip(new Uint8Array(1_000))
    expect(await gunzip(packed, 1_000)).toEqual(new Uint8Array(1_000))
    expect(await gunzip(packed, 999)).toBeNull()
  })

  it('stops a bomb of 1 MB that holds 1 GB, with no more than a slice of it in memory', async () => {
    const bomb = gzipBomb(1_024)
    expect(bomb.length).toBeLessThan(1_100_000)
    const before = process.memoryUsage().arrayBuffers
    expect(await gunzip(bomb, 2_097_152)).toBeNull()
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(67_108_864)
  })

  it.each([1, 2_097_152])('stops a bomb that says it holds %i bytes', async (stated) => {
    const bomb = gzipBomb(1_024)
    const lying = new Uint8Array(bomb.length + 4)
    lying.set(bomb)
    new DataView(lying.buffer).setUint32(bomb.length, stated, true)
    const before = process.memoryUsage().arrayBuffers
    expect(await gunzip(lying, 2_097_152)).toBeNull()
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(67_108_864)
  })

  it('reads a stream of several slices', async () => {
    const bytes = crypto.getRandomValues(new Uint8Array(65_536))
    const packed = await gzip(bytes)
    expect(packed.length).toBeGreaterThan(INFLATE_SLICE_BYTES)
    expect(bytesEqual((await gunzip(packed, 65_536)) ?? new Uint8Array(), bytes)).toBe(true)
  })

  it('reads a stream that lies inside a longer array', async () => {
    const packed = await gzip(utf8Encode('a status list'))
    const longer = Uint8Array.of(1, 2, ...packed, 3)
    expect(await gunzip(longer.subarray(2, 2 + packed.length), 100)).toEqual(
      utf8Encode('a status list'),
    )
  })

  it.each([
    ['no gzip at all', utf8Encode('hello')],
    ['nothing', new Uint8Array()],
    ['a header and no more', Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3)],
  ])('answers null for %s', async (_, bytes) => {
    expect(await gunzip(bytes, 1_000)).toBeNull()
  })

  it.each([
    ['cut short', (packed: Uint8Array) => packed.slice(0, -4)],
    ['with a wrong checksum', (packed: Uint8Array) => packed.with(packed.length - 6, 1)],
    ['with another stream behind it', (packed: Uint8Array) => Uint8Array.of(...packed, ...packed)],
    ['with text behind it', (packed: Uint8Array) => Uint8Array.of(...packed, 1, 2, 3)],
  ])('answers null for a stream %s', async (_, spoil) => {
    const packed = await gzip(utf8Encode('a status list'))
    expect(await gunzip(Uint8Array.from(spoil(packed)), 1_000)).toBeNull()
  })
})

describe('zlib with a cap', () => {
  it('stops a bomb of 1 MB that holds 1 GB, with no more than a slice of it in memory', async () => {
    const blocks = gzipBomb(1_024).subarray(GZIP_HEADER_BYTES)
    const bomb = new Uint8Array(2 + blocks.length)
    bomb.set([0x78, 0xda])
    bomb.set(blocks, 2)
    const before = process.memoryUsage().arrayBuffers
    expect(await inflate(bomb, 2_097_152)).toBeNull()
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(67_108_864)
  })

  it('reads back what it wrote, up to the cap', async () => {
    const bytes = utf8Encode('a status list '.repeat(1_000))
    const packed = await deflate(bytes)
    expect(await inflate(packed, bytes.length)).toEqual(bytes)
    expect(await inflate(packed, bytes.length - 1)).toBeNull()
  })

  it.each([
    ['cut short', (packed: Uint8Array) => packed.slice(0, -4)],
    ['with a wrong checksum', (packed: Uint8Array) => packed.with(packed.length - 1, 1)],
    ['with text behind it', (packed: Uint8Array) => Uint8Array.of(...packed, 1, 2, 3)],
  ])('answers null for a stream %s', async (_, spoil) => {
    const packed = await deflate(utf8Encode('a status list'))
    expect(await inflate(Uint8Array.from(spoil(packed)), 1_000)).toBeNull()
  })
})
