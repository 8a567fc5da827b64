// Whether a document means something as JSON-LD, all of it. Pure; loads jsonld with its importer.
import type { JsonObject } from '../encoding/json.ts'
import { CREDENTIAL_MAX_CHARS } from '../limits.ts'
import { measure } from '../parse/measure.ts'
import type { Problem, ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'
import { readQuads } from './canonicalize.ts'
import { checkRelatedResources } from './related-resources.ts'

/**
 * Holds a credential or presentation against its contexts: no term without a definition, no type or identifier that is no URL,
 * no protected term redefined, no digest that contradicts a context we know. Whatever secures it.
 *
 * Reasons: `format.too_large`, `.encoding_malformed`, `.context_unavailable`, `.term_undefined`, `.property_malformed`, `.related_resource_mismatch`.
 * @see VCDM 2.0 §6.3, §5.3
 */
export async function checkJsonLd(
  document: JsonObject,
): Promise<Result<true, Problem<ReasonCodeOf<'format'>>>> {
  const unfit = measure(document, CREDENTIAL_MAX_CHARS)
  if (unfit) return err(unfit)
  const quads = await readQuads(document)
  if (!quads.ok) return quads
  const related = checkRelatedResources(document)
  return related.ok ? ok(true) : related
}
