// The bad rows of a table as a table: what somebody sorts and ticks off beside the file that is mended. Uses storage.
import { utf8Encode } from '../../shared/encoding/bytes.ts'
import { BATCH_ERRORS_MAX_COUNT } from '../../shared/limits.ts'
import type { Services } from '../services.ts'
import type { Batch } from '../storage/batch-states.ts'

/** Without it, Excel reads letters in those of the computer's own country. */
const BYTE_ORDER_MARK = '\ufeff'

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

/** `line,column,reason`, one row for each fault, in UTF-8 with a byte order mark, page by page out of storage. */
export function errorsTable(
  { batchFindings }: Pick<Services, 'batchFindings'>,
  { id }: Batch,
): ReadableStream<Uint8Array> {
  let after: number | undefined = 0
  return new ReadableStream({
    start(controller) {
      controller.enqueue(utf8Encode(`${BYTE_ORDER_MARK}line,column,reason\r\n`))
    },
    async pull(controller) {
      const page = await batchFindings.list('batch_errors', id, after ?? 0, BATCH_ERRORS_MAX_COUNT)
      const rows = page.flatMap(({ line, faults }) =>
        faults.map(({ column, reason }) => `${line},${quoted(column)},${quoted(reason)}\r\n`),
      )
      if (rows.length > 0) controller.enqueue(utf8Encode(rows.join('')))
      if (page.length < BATCH_ERRORS_MAX_COUNT) controller.close()
      after = page.at(-1)?.line
    },
  })
}
