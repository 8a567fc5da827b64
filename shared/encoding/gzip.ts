// Gzip and zlib with a cap on what comes out. Uses the platform's streams.
import { INFLATE_SLICE_BYTES } from '../limits.ts'
import { readAtMost, readAtOnce } from './read-stream.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** The inflated bytes, or null where the input is no single gzip stream or inflates past the cap. @see RFC 1952 */
export async function gunzip(bytes: Bytes, maxBytes: number): Promise<Bytes | null> {
  const size = declaredSize(bytes)
  if (size < 0 || size > maxBytes) return null
  const inflated = await decompress(bytes, 'gzip', size)
  return inflated?.length === size ? inflated : null
}

/** The inflated bytes, or null where the input is no zlib stream or inflates past the cap. @see RFC 1950 */
export const inflate = (bytes: Bytes, maxBytes: number): Promise<Bytes | null> =>
  decompress(bytes, 'deflate', maxBytes)

/** The gzip stream of some bytes. */
export const gzip = (bytes: Bytes): Promise<Bytes> => compress(bytes, 'gzip')

/** The zlib stream of some bytes. */
export const deflate = (bytes: Bytes): Promise<Bytes> => compress(bytes, 'deflate')

async function decompress(
  bytes: Bytes,
  format: CompressionFormat,
  maxBytes: number,
): Promise<Bytes | null> {
  try {
    const stream = through(bytes, new DecompressionStream(format))
    return await (format === 'gzip' ? readAtOnce : readAtMost)(stream, maxBytes)
  } catch {
    return null
  }
}

async function compress(bytes: Bytes, format: CompressionFormat): Promise<Bytes> {
  const compressed = through(bytes, new CompressionStream(format))
  return new Uint8Array(await new Response(compressed).arrayBuffer())
}

/** What a gzip member says of its size at its end: a second member behind the first, which some platforms read on, lies. */
const declaredSize = (bytes: Bytes): number =>
  bytes.length < 4
    ? -1
    : new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4, true)

/** A failed write makes the readable side fail as well: that is where it is heard. */
const heardWhereRead = () => undefined

/** In slices: a platform that inflates whole what it is handed stops at the cap all the same. */
function through(
  bytes: Bytes,
  { readable, writable }: CompressionStream | DecompressionStream,
): ReadableStream<Bytes> {
  const writer = writable.getWriter()
  for (let start = 0; start < bytes.length; start += INFLATE_SLICE_BYTES) {
    writer.write(bytes.subarray(start, start + INFLATE_SLICE_BYTES)).catch(heardWhereRead)
  }
  writer.close().catch(heardWhereRead)
  return readable
}
