// Gzip and zlib with a cap on what comes out. Uses the platform's streams.
import { readAtMost } from './read-stream.ts'

/** The inflated bytes, or null where the input is no gzip stream or inflates past the cap. */
export async function gunzip(
  bytes: Uint8Array<ArrayBuffer>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return await readAtMost(through(bytes, new DecompressionStream('gzip')), maxBytes)
  } catch {
    return null
  }
}

/** As `gunzip`, for a zlib stream. */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return await readAtMost(through(bytes, new DecompressionStream('deflate')), maxBytes)
  } catch {
    return null
  }
}

/** The gzip stream of some bytes. */
export async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const compressed = through(bytes, new CompressionStream('gzip'))
  return new Uint8Array(await new Response(compressed).arrayBuffer())
}

const through = (
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array<ArrayBuffer>> => new Blob([bytes]).stream().pipeThrough(transform)
