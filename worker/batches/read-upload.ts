// The body of an upload, piece by piece, and no further than the cap. Uses web streams.
import { BATCH_FILE_MAX_BYTES } from '../../shared/limits.ts'
import { refuse } from '../middleware/problem-details.ts'

const tooLarge = () =>
  refuse('request.too_large', {
    detail: `A file may have ${BATCH_FILE_MAX_BYTES} bytes: upload it in several parts.`,
  })

/** Throws `request.too_large` where a body says itself that it is beyond the cap. */
export function requireBoundedLength(headers: Headers): void {
  if (Number(headers.get('content-length')) > BATCH_FILE_MAX_BYTES) throw tooLarge()
}

/** Throws `request.too_large` as soon as the cap is passed; the rest of the body is not read. */
export async function* readUpload(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  let bytes = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      bytes += value.byteLength
      if (bytes > BATCH_FILE_MAX_BYTES) {
        throw tooLarge()
      }
      yield value
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
