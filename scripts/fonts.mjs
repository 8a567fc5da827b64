// The letters of printed credentials: from the packed fonts of their packages to plain ones, so that no Worker has to unpack them.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { inRoot } from './paths.mjs'

/** By package; `worker/renderings/faces.ts` knows which one draws what. */
const SUBSETS = {
  'noto-serif': ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek'],
  'noto-sans-arabic': ['arabic'],
  'noto-sans-devanagari': ['devanagari'],
}
const WEIGHTS = [400, 600]

const WOFF_HEADER = 44
const WOFF_ENTRY = 20
const SFNT_HEADER = 12
const SFNT_ENTRY = 16

/**
 * The font in a WOFF file, its tables in their order.
 * @see WOFF 1.0 §4 https://www.w3.org/TR/WOFF/
 */
function unpack(woff) {
  const count = woff.readUInt16BE(12)
  const head = Buffer.alloc(SFNT_HEADER + SFNT_ENTRY * count)
  head.writeUInt32BE(woff.readUInt32BE(4), 0)
  head.writeUInt16BE(count, 4)
  const log = Math.floor(Math.log2(count))
  head.writeUInt16BE(16 * 2 ** log, 6)
  head.writeUInt16BE(log, 8)
  head.writeUInt16BE(16 * count - 16 * 2 ** log, 10)
  const parts = [head]
  let offset = head.length
  for (let index = 0; index < count; index++) {
    const entry = WOFF_HEADER + WOFF_ENTRY * index
    const [start, packed, size, checksum] = [4, 8, 12, 16].map((at) =>
      woff.readUInt32BE(entry + at),
    )
    const stored = woff.subarray(start, start + packed)
    const table = packed < size ? inflateSync(stored) : stored
    const place = SFNT_HEADER + SFNT_ENTRY * index
    woff.copy(head, place, entry, entry + 4)
    head.writeUInt32BE(checksum, place + 4)
    head.writeUInt32BE(offset, place + 8)
    head.writeUInt32BE(size, place + 12)
    const padding = Buffer.alloc((4 - (size % 4)) % 4)
    parts.push(table, padding)
    offset += size + padding.length
  }
  return Buffer.concat(parts)
}

/** @param {string} folder where the fonts go */
export async function unpackFonts(folder) {
  await mkdir(folder, { recursive: true })
  for (const [name, subsets] of Object.entries(SUBSETS)) {
    for (const subset of subsets) {
      for (const weight of WEIGHTS) {
        const file = `${name}-${subset}-${weight}-normal`
        const woff = await readFile(
          inRoot('node_modules', '@fontsource', name, 'files', `${file}.woff`),
        )
        await writeFile(join(folder, `${file}.ttf`), unpack(woff))
      }
    }
  }
}
