// The size of a document that came as an object. Pure.
import { boundJson } from '../encoding/json-bounds.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'

/** Undefined where it is fit to be read. Reasons: `format.too_large`, `format.encoding_malformed`. */
export function measure(
  document: unknown,
  maxChars: number,
): Problem<ReasonCodeOf<'format'>> | undefined {
  switch (boundJson(document, maxChars)) {
    case 'too_large':
      return problem('format.too_large', { maxChars })
    case 'malformed':
      return problem('format.encoding_malformed')
    case 'bounded':
      return undefined
  }
}
