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
