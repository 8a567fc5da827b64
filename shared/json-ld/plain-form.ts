// Whether a JSON-LD document says by plain words what it means. Pure.
import { isJsonObject, type JsonObject } from '../encoding/json.ts'
import { DISPLAY_TEXT_MAX_CHARS } from '../limits.ts'
import { malformed } from '../parse/properties.ts'
import type { Problem, ReasonCodeOf } from '../reasons.ts'
import { ok, type Result } from '../result.ts'

/** Those that say more about a text than its letters. */
const VALUE_KEYWORDS: ReadonlySet<string> = new Set(['@value', '@language', '@direction', '@type'])
/** A JSON literal: what is inside is signed letter by letter, and read by nobody. */
const LITERAL = 'jsonSchema'
/** Second words: for `achievement` in Open Badges 3.0, whose class has the same address, and for `id` in ODRL. */
const SECOND_WORDS: ReadonlySet<string> = new Set(['Achievement', 'uid'])
/** An address, or a keyword, in the place of a word. */
const NO_WORD = /^@|[:/#]/

/**
 * Whether a document is compacted: words for keys and no lists within lists. The same statement can be written with the address
 * of a property in the place of its word, nested in `@nest` or `@included`, under `@id`: with the same proof, and out of sight of
 * whoever reads the document as JSON.
 *
 * Reasons: `format.property_malformed`, with the key.
 * @param document - bounded in depth
 * @see VCDM 2.0 §6.3
 */
export function checkPlainForm(
  document: JsonObject,
): Result<true, Problem<ReasonCodeOf<'format'>>> {
  const odd = findOdd(document)
  return odd === undefined ? ok(true) : malformed(odd.slice(0, DISPLAY_TEXT_MAX_CHARS))
}

function findOdd(object: JsonObject): string | undefined {
  const isValue = '@value' in object
  for (const [key, value] of Object.entries(object)) {
    if (key === '@context' || key === LITERAL) continue
    if (SECOND_WORDS.has(key)) return key
    if (NO_WORD.test(key) && !(isValue && VALUE_KEYWORDS.has(key))) return key
    for (const entry of Array.isArray(value) ? value : [value]) {
      if (Array.isArray(entry)) return key
      const odd = isJsonObject(entry) ? findOdd(entry) : undefined
      if (odd !== undefined) return odd
    }
  }
  return undefined
}
