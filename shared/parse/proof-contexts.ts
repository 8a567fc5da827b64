// Which contexts a proof covers: whoever adds one changes what terms mean. Pure.
import { canonicalizeJson } from '../encoding/jcs.ts'
import { type JsonObject, toList } from '../encoding/json.ts'
import type { EmbeddedProof } from './read-proof.ts'

const contextsOf = (object: JsonObject): readonly unknown[] => toList(object['@context'] ?? [])

/** Whether a document begins with all contexts of a proof, in their order. @see VC-DI-EDDSA §3.3.2 */
export function startsWithContexts(document: JsonObject, proof: JsonObject): boolean {
  const contexts = contextsOf(document)
  return contextsOf(proof).every((context, index) => areSame(context, contexts[index] ?? null))
}

/** Most are written alike as well: that is seen sooner. */
const areSame = (one: unknown, other: unknown): boolean =>
  one === other ||
  JSON.stringify(one) === JSON.stringify(other) ||
  canonicalizeJson(one) === canonicalizeJson(other)

/** The contexts that every proof covers. A JCS proof signs the document with its own contexts, not with those behind them. */
export function signedContexts(
  document: JsonObject,
  proofs: readonly EmbeddedProof[],
): { readonly '@context'?: readonly unknown[] } {
  const counts = proofs
    .filter(({ cryptosuite, options }) => cryptosuite === 'eddsa-jcs-2022' && '@context' in options)
    .map(({ options }) => contextsOf(options).length)
  const contexts = contextsOf(document)
  const count = Math.min(contexts.length, ...counts)
  return count < contexts.length ? { '@context': contexts.slice(0, count) } : {}
}
