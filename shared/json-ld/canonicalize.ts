// A JSON-LD document → the N-Quads that it means, in canonical form. Uses jsonld in safe mode, with pinned contexts only.
/// <reference path="./jsonld.d.ts" />
import events from 'jsonld/lib/events.js'
import expansion from 'jsonld/lib/expand.js'
import rdf from 'jsonld/lib/toRdf.js'
import { isJsonObject, type JsonObject } from '../encoding/json.ts'
import { DISPLAY_TEXT_MAX_CHARS } from '../limits.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'
import { INITIAL_CONTEXT } from './active-context.ts'
import { CONTEXT_RESOLVER, ContextUnavailable } from './context-resolver.ts'
import { boundContexts } from './inline-contexts.ts'
import { MeaningMoved } from './known-terms.ts'
import { checkPlainForm } from './plain-form.ts'
import { canonicalizeQuads } from './rdfc10.ts'

type FormatProblem = Problem<ReasonCodeOf<'format'>>

/** No base: what is relative is refused. A base direction is kept in the datatype. @see VCDM 2.0 §4.3, Data Integrity §2.4 */
const OPTIONS = {
  base: null,
  contextResolver: CONTEXT_RESOLVER,
  eventHandler: [events.safeEventHandler],
  keepFreeFloatingNodes: false,
  produceGeneralizedRdf: false,
  rdfDirection: 'i18n-datatype',
} as const

/**
 * Reads a document as JSON-LD in safe mode: what would be dropped without a word is refused instead.
 *
 * Reasons: `format.context_unavailable`, `.term_undefined`, `.property_malformed`.
 * @see JSON-LD 1.1 API §5.1, §8.1
 */
export async function readQuads(
  document: JsonObject,
): Promise<Result<readonly object[], FormatProblem>> {
  const bounded = boundContexts(document)
  if (!bounded.ok) return bounded
  try {
    const expanded = await expansion.expand({
      activeCtx: INITIAL_CONTEXT,
      element: document,
      options: OPTIONS,
    })
    return ok(rdf.toRDF(expanded === null ? [] : [expanded].flat(), OPTIONS))
  } catch (error) {
    return err(explain(error))
  }
}

/**
 * The canonical N-Quads of a document in plain form, what Data Integrity calls the transformed document.
 *
 * Reasons: as `readQuads`; `format.too_large` where blank nodes cannot be told apart with a bounded amount of work.
 * @see VC-DI-EDDSA §3.2.3
 */
export async function canonicalizeDocument(
  document: JsonObject,
): Promise<Result<string, FormatProblem>> {
  const plain = checkPlainForm(document)
  if (!plain.ok) return plain
  const quads = await readQuads(document)
  if (!quads.ok) return quads
  const text = canonicalizeQuads(quads.value)
  return text === null ? err(problem('format.too_large', { path: 'blank nodes' })) : ok(text)
}

/** Errors of jsonld that say that terms would change or lose their meaning. */
const MEANING_CODES: ReadonlySet<unknown> = new Set([
  'protected term redefinition',
  'invalid context nullification',
  'invalid scoped context',
])

function explain(error: unknown): FormatProblem {
  if (error instanceof ContextUnavailable) {
    return problem('format.context_unavailable', { url: error.url })
  }
  if (error instanceof MeaningMoved) {
    return problem('format.term_undefined', {
      event: 'known term redefinition',
      path: error.term.slice(0, DISPLAY_TEXT_MAX_CHARS),
    })
  }
  const details = isJsonObject(error) ? error.details : undefined
  if (!isJsonObject(details)) return problem('format.property_malformed', { path: '@context' })
  if (isJsonObject(details.event)) return explainEvent(details.event)
  return MEANING_CODES.has(details.code)
    ? problem('format.term_undefined', { event: String(details.code) })
    : problem('format.property_malformed', { path: '@context' })
}

/** The name of a term is told; what was written as an identifier or a type is not. */
function explainEvent({ code, details }: JsonObject): FormatProblem {
  const term = code === 'invalid property' && isJsonObject(details) ? details.property : undefined
  return problem('format.term_undefined', {
    event: String(code),
    ...(typeof term === 'string' && { path: term.slice(0, DISPLAY_TEXT_MAX_CHARS) }),
  })
}
