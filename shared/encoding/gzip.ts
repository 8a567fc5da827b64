// Gzip with a cap on what comes out. Uses the platform's streams.
import { concatBytes } from './bytes.ts'

/** The inflated bytes, null where the input is no gzip stream, 'too_large' once it inflates past the cap. */
export async function gunzip(
  bytes: Uint8Array<ArrayBuffer>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null | 'too_large'> {
  const reader = through(bytes, new DecompressionStream('gzip')).getReader()
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return concatBytes(...chunks)
      sizeBytes += value.length
      if (sizeBytes > maxBytes) {
        await reader.cancel()
        return 'too_large'
      }
      chunks.push(value)
    }
  } catch {
    return null
  }
}

export async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const reader = through(bytes, new CompressionStream('gzip')).getReader()
  const chunks: Uint8Array[] = []
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return concatBytes(...chunks)
    chunks.push(value)
  }
}

const through = (
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array<ArrayBuffer>> => new Blob([bytes]).stream().pipeThrough(transform)
