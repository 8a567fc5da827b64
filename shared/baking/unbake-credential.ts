// A file that a person has → the credential in it: a badge image, a diploma as PDF, or the credential itself. Pure.
import { utf8Decode } from '../encoding/bytes.ts'
import { BAKED_FILE_MAX_BYTES } from '../limits.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'
import { isPdf, unbakePdf } from './pdf.ts'
import { isPng, unbakePng } from './png.ts'

/**
 * Takes the credential out of a file, by what its first bytes say it is. Other text is the credential itself, for the verifier
 * to judge. Nothing that comes out is proved.
 *
 * Reasons: `format.too_large`, `format.unrecognized`, `format.encoding_malformed`, `format.envelope_unsupported`.
 * @see Open Badges 3.0 §5.3
 */
export async function unbakeCredential(
  bytes: Uint8Array,
): Promise<Result<string, Problem<ReasonCodeOf<'format'>>>> {
  if (bytes.length > BAKED_FILE_MAX_BYTES) {
    return err(problem('format.too_large', { bytes: bytes.length, maxBytes: BAKED_FILE_MAX_BYTES }))
  }
  if (isPng(bytes)) return unbakePng(bytes)
  if (isPdf(bytes)) return unbakePdf(bytes)
  const text = utf8Decode(bytes)
    ?.replace(/^\uFEFF/, '')
    .trim()
  if (text === undefined) return err(problem('format.unrecognized'))
  if (!text.startsWith('<')) return ok(text)
  const { unbakeSvg } = await import('./svg.ts')
  return unbakeSvg(text)
}
