// Draws worker/web/badge.png, the picture that PNG badges are baked into: a seal with a tick, nobody's data. Plain arithmetic.
import { writeFile } from 'node:fs/promises'
import { crc32, deflateSync } from 'node:zlib'
import { inRoot } from './paths.mjs'

const SIZE = 320
/** Points looked at across one pixel, so that edges are smooth. */
const SAMPLES = 4

const NAVY = [27, 54, 93]
const GOLD = [191, 144, 0]
const WHITE = [255, 255, 255]

/** How far a point is from a line between two others. */
function distance(x, y, [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay]
  const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)
  const t = Math.max(0, Math.min(1, along))
  return Math.hypot(x - ax - t * dx, y - ay - t * dy)
}

/** The colour at a point, both coordinates from -1 to 1; undefined outside the seal. */
function colourAt(x, y) {
  const radius = Math.hypot(x, y)
  const edge = 0.93 + 0.04 * Math.cos(24 * Math.atan2(y, x))
  if (radius > edge) return undefined
  if (radius > 0.78) return NAVY
  if (radius > 0.73) return GOLD
  const toTick = Math.min(
    distance(x, y, [-0.34, 0.02], [-0.1, 0.28]),
    distance(x, y, [-0.1, 0.28], [0.36, -0.28]),
  )
  return toTick < 0.075 ? NAVY : WHITE
}

function pixelAt(column, row) {
  const sum = [0, 0, 0]
  let inside = 0
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
    const x = (column + ((sample % SAMPLES) + 0.5) / SAMPLES) / (SIZE / 2) - 1
    const y = (row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / (SIZE / 2) - 1
    const colour = colourAt(x, y)
    if (!colour) continue
    inside += 1
    for (const channel of [0, 1, 2]) sum[channel] += colour[channel]
  }
  const mean = sum.map((value) => (inside === 0 ? 0 : Math.round(value / inside)))
  return [...mean, Math.round((inside / SAMPLES ** 2) * 255)]
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data])
  const bytes = Buffer.alloc(body.length + 8)
  bytes.writeUInt32BE(data.length, 0)
  body.copy(bytes, 4)
  bytes.writeUInt32BE(crc32(body), body.length + 4)
  return bytes
}

const rows = Array.from({ length: SIZE }, (_, row) => [
  0,
  ...Array.from({ length: SIZE }, (_, column) => pixelAt(column, row)).flat(),
])
const header = Buffer.alloc(13)
header.writeUInt32BE(SIZE, 0)
header.writeUInt32BE(SIZE, 4)
header.set([8, 6, 0, 0, 0], 8)
await writeFile(
  inRoot('worker', 'web', 'badge.png'),
  Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]),
)
