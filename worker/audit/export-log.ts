// An audit log as NDJSON: one entry a line, oldest first, fetched page by page as the reader takes it.
import { utf8Encode } from '../../shared/encoding/bytes.ts'
import { AUDIT_PAGE_MAX_COUNT } from '../../shared/limits.ts'
import type { Audit } from './audit.ts'

export function exportLog(
  { after }: Pick<Audit, 'after'>,
  issuerSlug: string,
): ReadableStream<Uint8Array> {
  let last = 0
  return new ReadableStream({
    async pull(controller) {
      const page = await after(issuerSlug, last, AUDIT_PAGE_MAX_COUNT)
      for (const entry of page) {
        controller.enqueue(utf8Encode(`${JSON.stringify(entry)}\n`))
        last = entry.number
      }
      if (page.length < AUDIT_PAGE_MAX_COUNT) controller.close()
    },
  })
}
