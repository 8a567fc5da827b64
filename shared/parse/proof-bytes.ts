// What an embedded proof signs: the hashes of its options and of the document. Pure; loads JSON-LD where a suite needs it.
import type { Awaitable } from '../awaitable.ts'
import { concatBytes } from '../encoding/bytes.ts'
import { canonicalizeJson } from '../encoding/jcs.ts'
import type { JsonObject } from '../encoding/json.ts'
import { sha2 } from '../encoding/sha2.ts'
import { lazily } from '../lazily.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'

type FormatProblem = Problem<ReasonCodeOf<'format'>>

/** Suites over Ed25519: two of Data Integrity, and the one before it. */
export const CRYPTOSUITES = ['eddsa-jcs-2022', 'eddsa-rdfc-2022', 'Ed25519Signature2020'] as const
export type Cryptosuite = (typeof CRYPTOSUITES)[number]

/** A document and the options of a proof over it, each in canonical form. */
interface Canonical {
  readonly document: string
  readonly options: string
}

/**
 * The bytes that a proof signs.
 *
 * Reasons: what canonicalisation finds: `format.encoding_malformed`, and with JSON-LD `format.context_unavailable`,
 * `.term_undefined`, `.property_malformed`, `.too_large`.
 * @param document - without its proof, or with the proofs that this one seals as well
 * @param options - the proof without its value
 * @see VC-DI-EDDSA §3.2.4, §3.3.4 and, for the suite before it, §3.4
 */
export function proofBytes(
  cryptosuite: Cryptosuite,
  document: JsonObject,
  options: JsonObject,
): Awaitable<Result<Uint8Array<ArrayBuffer>, FormatProblem>> {
  return cryptosuite === 'eddsa-jcs-2022'
    ? hashBoth(canonicalizeAsJson(document, options))
    : canonicalizeAsLinkedData(document, options).then(hashBoth)
}

const hashBoth = (
  canonical: Result<Canonical, FormatProblem>,
): Result<Uint8Array<ArrayBuffer>, FormatProblem> =>
  canonical.ok
    ? ok(
        concatBytes(
          sha2('sha256', canonical.value.options),
          sha2('sha256', canonical.value.document),
        ),
      )
    : canonical

function canonicalizeAsJson(
  document: JsonObject,
  options: JsonObject,
): Result<Canonical, FormatProblem> {
  const texts = { document: canonicalizeJson(document), options: canonicalizeJson(options) }
  return texts.document === null || texts.options === null
    ? err(problem('format.encoding_malformed'))
    : ok({ document: texts.document, options: texts.options })
}

const loadJsonLd = lazily(() => import('../json-ld/canonicalize.ts'))

async function canonicalizeAsLinkedData(
  document: JsonObject,
  options: JsonObject,
): Promise<Result<Canonical, FormatProblem>> {
  const { canonicalizeDocument } = await loadJsonLd()
  const body = await canonicalizeDocument(document)
  if (!body.ok) return body
  const config = await canonicalizeDocument({ ...options, '@context': document['@context'] })
  return config.ok ? ok({ document: body.value, options: config.value }) : config
}
