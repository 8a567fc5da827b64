// Values of a few bits each, one behind the other: what both kinds of status list are, once inflated. Pure.

/** `msb`: the first value stands at the left of a byte (bitstring lists); `lsb`: at its right (token lists). */
export type BitOrder = 'msb' | 'lsb'

/** Room for at least so many values, all of them 0. */
export const createValues = (count: number, size: number): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Math.ceil((count * size) / 8))

/** How many whole values there are. */
export const countValues = (values: Uint8Array, size: number): number =>
  Math.floor((values.length * 8) / size)

/** How far the value at a bit stands from the right of two bytes that are read together. */
const shiftOf = (bit: number, size: number, order: BitOrder): number =>
  order === 'msb' ? 16 - (bit & 7) - size : bit & 7

/**
 * The value at an index; beyond the end 0.
 *
 * @param size - bits of a value, 1 to 8; a token list's divides 8, a bitstring's need not
 */
export function readValue(
  values: Uint8Array,
  index: number,
  size: number,
  order: BitOrder,
): number {
  const bit = index * size
  const at = Math.floor(bit / 8)
  const [here, next] = [values[at] ?? 0, values[at + 1] ?? 0]
  const pair = order === 'msb' ? (here << 8) | next : here | (next << 8)
  return (pair >> shiftOf(bit, size, order)) & ((1 << size) - 1)
}

/** Writes a value where there was 0, in place. */
export function writeValue(
  values: Uint8Array,
  index: number,
  value: number,
  size: number,
  order: BitOrder,
): void {
  const bit = index * size
  const at = Math.floor(bit / 8)
  const pair = value << shiftOf(bit, size, order)
  const [left, right] = [pair >> 8, pair & 255]
  const parts = order === 'msb' ? [left, right] : [right, left]
  for (const [offset, part] of parts.entries()) {
    if (part !== 0) values[at + offset] = (values[at + offset] ?? 0) | part
  }
}
