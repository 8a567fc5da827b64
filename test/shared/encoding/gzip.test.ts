import { describe, expect, it } from 'vitest'
import { utf8Encode } from '../../../shared/encoding/bytes.ts'
import { gunzip, gzip } from '../../../shared/encoding/gzip.ts'

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

  it('stops a bomb of 16 MB at its first chunks', async () => {
    const bomb = await gzip(new Uint8Array(16_777_216))
    expect(bomb.length).toBeLessThan(100_000)
    expect(await gunzip(bomb, 1_000)).toBeNull()
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
    ['with text behind it', (packed: Uint8Array) => Uint8Array.of(...packed, 1, 2, 3)],
  ])('answers null for a stream %s', async (_, spoil) => {
    const packed = await gzip(utf8Encode('a status list'))
    expect(await gunzip(Uint8Array.from(spoil(packed)), 1_000)).toBeNull()
  })
})
