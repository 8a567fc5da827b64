// Bounds on the contexts that a document brings along. Pure.
import { isJsonObject } from '../encoding/json.ts'
import { INLINE_TERMS_MAX_COUNT } from '../limits.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'

/**
 * Whether the contexts inside a document are few enough to be processed. `@import` is refused: it would be merged into a
 * context that other documents use.
 *
 * Reasons: `format.too_large`, `format.context_unavailable`.
 * @param document - bounded in depth
 */
export function boundContexts(document: unknown): Result<true, Problem<ReasonCodeOf<'format'>>> {
  const found = { terms: 0, imports: false }
  count(document, false, found)
  if (found.imports) return err(problem('format.context_unavailable', { url: '@import' }))
  return found.terms > INLINE_TERMS_MAX_COUNT
    ? err(problem('format.too_large', { terms: found.terms, maxTerms: INLINE_TERMS_MAX_COUNT }))
    : ok(true)
}

function count(value: unknown, isContext: boolean, found: { terms: number; imports: boolean }) {
  if (Array.isArray(value)) {
    for (const entry of value) count(entry, isContext, found)
  } else if (isJsonObject(value)) {
    for (const [key, entry] of Object.entries(value)) {
      if (isContext) {
        found.terms++
        if (key === '@import') found.imports = true
      }
      count(entry, isContext || key === '@context', found)
    }
  }
}
