// Credentials attached to PDF documents. Pure. A document is searched, not rendered: nothing in it is run or resolved.
import { utf8Decode } from '../encoding/bytes.ts'
import { inflate } from '../encoding/gzip.ts'
import { CREDENTIAL_MAX_CHARS, PDF_ATTACHMENTS_MAX_COUNT } from '../limits.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'

const MARK = '/EmbeddedFile'
/** The dictionary of an attachment is far shorter. */
const DICTIONARY_MAX_CHARS = 2_048

/** Whether the bytes begin as a PDF does. */
export const isPdf = (bytes: Uint8Array): boolean =>
  '%PDF-'.split('').every((char, index) => bytes[index] === char.charCodeAt(0))

/**
 * The credential that is attached to a PDF. The dictionary of an attachment always stands in the open, so that no library has
 * to read a stranger's document: attachments are found by their mark and inflated under a cap.
 *
 * Reasons: `format.unrecognized`, `format.encoding_malformed` where several are attached.
 * @see ISO 32000-1 §7.11.4
 */
export async function unbakePdf(
  bytes: Uint8Array,
): Promise<Result<string, Problem<ReasonCodeOf<'format'>>>> {
  // One character for each byte, so that offsets are those of the file.
  const text = new TextDecoder('windows-1252').decode(bytes)
  const found: string[] = []
  let seen = 0
  for (
    let at = text.indexOf(MARK);
    at >= 0 && seen < PDF_ATTACHMENTS_MAX_COUNT;
    at = text.indexOf(MARK, at + 1)
  ) {
    if (/[A-Za-z]/.test(text[at + MARK.length] ?? '')) continue
    seen += 1
    const attached = await readAttachment(bytes, text, at)
    if (attached !== null && isCredentialLike(attached)) found.push(attached.trim())
  }
  const [credential, ...others] = found
  if (others.length > 0) return err(problem('format.encoding_malformed', { path: 'attachment' }))
  return credential === undefined ? err(problem('format.unrecognized')) : ok(credential)
}

const isCredentialLike = (text: string): boolean => /^\s*(?:eyJ|\{)/.test(text)

async function readAttachment(bytes: Uint8Array, text: string, at: number): Promise<string | null> {
  const dictionaryStart = text.lastIndexOf('obj', at)
  const streamStart = text.indexOf('stream', at)
  if (dictionaryStart < 0 || at - dictionaryStart > DICTIONARY_MAX_CHARS) return null
  if (streamStart < 0 || streamStart - at > DICTIONARY_MAX_CHARS) return null
  const dictionary = text.slice(dictionaryStart, streamStart)
  const start = streamStart + (text[streamStart + 6] === '\r' ? 8 : 7)
  const end = start + (lengthIn(dictionary) ?? text.indexOf('endstream', start) - start)
  if (end <= start || end > bytes.length || end - start > CREDENTIAL_MAX_CHARS) return null
  const stream = Uint8Array.from(bytes.subarray(start, end))
  if (!dictionary.includes('/Filter')) return utf8Decode(stream)
  if (!/\/Filter\s*\[?\s*\/FlateDecode\s*[\]/>]/.test(dictionary)) return null
  const inflated = await inflate(stream, CREDENTIAL_MAX_CHARS)
  return inflated && utf8Decode(inflated)
}

/** The length, where it is written here and not in another object. */
function lengthIn(dictionary: string): number | null {
  const [, digits, reference] = /\/Length\s+(\d{1,9})(\s+\d+\s+R)?/.exec(dictionary) ?? []
  return digits === undefined || reference !== undefined ? null : Number(digits)
}
