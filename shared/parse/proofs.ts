// The proofs of a credential or a presentation, taken off and read. Pure; canonicalises only when somebody asks.
import type { Awaitable } from '../awaitable.ts'
import { isJsonObject, type JsonObject, toList } from '../encoding/json.ts'
import { originOfOwnContext } from '../json-ld/context-pins.ts'
import { once } from '../lazily.ts'
import { PROOFS_MAX_COUNT } from '../limits.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'
import type { ParsedSignature, SignedBytes, VerificationRelationship } from './credential.ts'
import { measure } from './measure.ts'
import { type Cryptosuite, proofBytes } from './proof-bytes.ts'
import { loops, sealedBy } from './proof-chain.ts'
import { signedContexts, startsWithContexts } from './proof-contexts.ts'
import { earliest, latest, malformed, missing } from './properties.ts'
import { cryptosuiteOf, type EmbeddedProof, readProof } from './read-proof.ts'

type Read<T> = Result<T, Problem<ReasonCodeOf<'format'>>>

export interface EmbeddedProofs {
  /** The suite of the first signature. */
  readonly envelope: Cryptosuite
  /** At least one; that of `signer` first, where there is one of his. */
  readonly signatures: readonly ParsedSignature[]
  /** The document without its proofs, and without contexts that not every proof covers. */
  readonly document: JsonObject
  /** `challenge` and `domain`, the same in every proof. */
  readonly nonce?: string
  readonly audience?: readonly string[]
  /** Seconds since the Unix epoch: the latest `created`, the earliest `expires`. */
  readonly signedAtSeconds?: number
  readonly validUntilSeconds?: number
}

/** What a document with proofs is read as. */
interface ProofQuestion {
  /** What proofs must be made for: another purpose is refused when the key is looked for. */
  readonly relationship: VerificationRelationship
  /** The issuer or holder, whose proof comes first. */
  readonly signer: string | undefined
  readonly maxChars: number
}

/**
 * Takes the proofs off a document: one, a set, or a chain. Proofs of suites that we do not check are passed over as long as the
 * signer made one that we do: each proof of a set stands for itself, and a verifier chooses those it relies on.
 *
 * A chain is as strong as what it seals: `signedBytes` answers `signature.previous_proof_missing` where a proof names one that
 * is not there.
 *
 * Reasons: `format.too_large`, `.encoding_malformed`, `.unsecured`, `.property_missing`, `.property_malformed`, `.envelope_unsupported`.
 * @see Data Integrity §2.1.1, §2.1.2, §4.5
 */
export function readProofs(
  secured: JsonObject,
  { relationship, signer, maxChars }: ProofQuestion,
): Read<EmbeddedProofs> {
  const unfit = measure(secured, maxChars)
  if (unfit) return err(unfit)
  const { proof: written, ...document } = secured
  const all = readWritten(written)
  if (!all.ok) return all
  const proofs: EmbeddedProof[] = []
  for (const one of all.value) {
    const cryptosuite = cryptosuiteOf(one)
    if (cryptosuite === undefined) continue
    const proof = readProof(one, cryptosuite)
    if (!proof.ok) return proof
    if (!startsWithContexts(document, proof.value.options)) return malformed('proof.@context')
    proofs.push(proof.value)
  }
  if (proofs.length > 1 && !agree(proofs)) return malformed('proof')
  if (loops(proofs)) return malformed('proof.previousProof')

  const isSigners = (proof: EmbeddedProof) =>
    signer === undefined || belongsTo(proof.verificationMethod, signer)
  const ordered = [...proofs.filter(isSigners), ...proofs.filter((proof) => !isSigners(proof))]
  const [first] = ordered
  if (!first || (!isSigners(first) && proofs.length < all.value.length)) {
    return err(problem('format.envelope_unsupported', { envelope: 'data_integrity' }))
  }
  return ok({
    envelope: first.cryptosuite,
    signatures: ordered.map((proof) => signatureOf(proof, document, all.value, relationship)),
    document: { ...document, ...signedContexts(document, proofs) },
    ...(first.challenge !== undefined && { nonce: first.challenge }),
    ...(first.domain !== undefined && { audience: first.domain }),
    ...defined('signedAtSeconds', latest(...proofs.map((proof) => proof.createdSeconds))),
    ...defined('validUntilSeconds', earliest(...proofs.map((proof) => proof.expiresSeconds))),
  })
}

const defined = <K extends string>(name: K, value: number | undefined) =>
  value === undefined ? {} : ({ [name]: value } as { [name in K]: number })

function readWritten(written: unknown): Read<readonly JsonObject[]> {
  const all: readonly unknown[] = toList(written ?? [])
  if (all.length === 0) return err(problem('format.unsecured'))
  if (all.length > PROOFS_MAX_COUNT || !all.every(isJsonObject)) return malformed('proof')
  if (all.some(({ type }) => type === undefined)) return missing('proof.type')
  if (all.some(({ type }) => typeof type !== 'string')) return malformed('proof.type')
  const ids = all.map(({ id }) => id).filter((id) => id !== undefined)
  return new Set(ids).size === ids.length ? ok(all) : malformed('proof.id')
}

/** Whom the proofs of one document are made for is one and the same. */
const agree = ([first, ...others]: readonly EmbeddedProof[]): boolean =>
  others.every(
    (proof) =>
      proof.challenge === first?.challenge &&
      JSON.stringify(proof.domain) === JSON.stringify(first?.domain),
  )

/** Whether a verification method is one of a controller's own, by its name. */
const belongsTo = (verificationMethod: string, controller: string): boolean =>
  verificationMethod.startsWith('#') || verificationMethod.split('#', 1)[0] === controller

function signatureOf(
  proof: EmbeddedProof,
  document: JsonObject,
  all: readonly JsonObject[],
  relationship: VerificationRelationship,
): ParsedSignature {
  const presumed =
    proof.cryptosuite === 'eddsa-jcs-2022'
      ? []
      : toList(document['@context']).filter(isPresumedContext)
  return {
    algorithm: 'EdDSA',
    kid: proof.verificationMethod,
    relationship,
    purpose: proof.purpose,
    ...(presumed.length > 0 && { presumedContexts: presumed }),
    signature: proof.signature,
    signedBytes: once(() => signedBytes(proof, document, all)),
  }
}

const isPresumedContext = (context: unknown): context is string =>
  typeof context === 'string' && originOfOwnContext(context) !== undefined

function signedBytes(
  { cryptosuite, options, previous }: EmbeddedProof,
  document: JsonObject,
  all: readonly JsonObject[],
): Awaitable<SignedBytes> {
  const sealed = sealedBy(previous, all)
  if (!sealed) return err(problem('signature.previous_proof_missing'))
  const context = options['@context']
  return proofBytes(
    cryptosuite,
    {
      ...document,
      ...(cryptosuite === 'eddsa-jcs-2022' && context !== undefined && { '@context': context }),
      ...(sealed.length > 0 && { proof: sealed }),
    },
    options,
  )
}
