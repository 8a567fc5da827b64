// All bytes of a stream, up to a cap. Reads the stream it is given.
import { concatBytes } from './bytes.ts'

/** The bytes, or null once there are more than the cap: what a sender declares is no limit. Throws where the stream breaks. */
export async function readAtMost(
  stream: ReadableStream<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = stream.getReader()
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return concatBytes(...chunks)
    sizeBytes += value.length
    if (sizeBytes > maxBytes) {
      await reader.cancel()
      return null
    }
    chunks.push(value)
  }
}

/**
 * As `readAtMost`, for who knows how many bytes there should be: platforms that fill an array of the reader's own (Workers) do so
 * in one go, where piece by piece would take several turns.
 */
export async function readAtOnce(
  stream: ReadableStream<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = ownArrayReader(stream)
  if (!reader) return readAtMost(stream, maxBytes)
  let bytes = new Uint8Array(maxBytes + 1)
  let sizeBytes = 0
  for (;;) {
    const left = bytes.subarray(sizeBytes)
    const { done, value } = await reader.read(left, { min: left.length })
    if (value) bytes = new Uint8Array(value.buffer)
    sizeBytes += value?.length ?? 0
    if (sizeBytes > maxBytes) {
      await reader.cancel()
      return null
    }
    if (done) return bytes.subarray(0, sizeBytes)
  }
}

function ownArrayReader(stream: ReadableStream<Uint8Array>): ReadableStreamBYOBReader | undefined {
  try {
    return stream.getReader({ mode: 'byob' })
  } catch {
    return undefined
  }
}
