// Draws a random sample that anybody can draw again. Uses WebCrypto.
import { utf8Encode } from '../../shared/encoding/bytes.ts'

/**
 * The numbers that a seed draws out of 1 … `entries`, in ascending order: the first 48 bits of SHA-256(`seed:0`), SHA-256(`seed:1`)
 * and so on, big-endian, modulo `entries`, plus one; a number that was drawn already is passed over. Where `size` is larger than
 * there are entries, all are drawn.
 */
export async function drawSample(seed: string, entries: number, size: number): Promise<number[]> {
  const wanted = Math.min(size, entries)
  const drawn = new Set<number>()
  for (let i = 0; drawn.size < wanted; i++) {
    const digest = await crypto.subtle.digest('SHA-256', utf8Encode(`${seed}:${i}`))
    const view = new DataView(digest)
    drawn.add(((view.getUint32(0) * 0x1_0000 + view.getUint16(4)) % entries) + 1)
  }
  return [...drawn].sort((a, b) => a - b)
}
