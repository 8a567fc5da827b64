// One embedded proof, read and not checked. Pure.
import { decodeBase58Btc } from '../encoding/base58btc.ts'
import { type JsonObject, toList } from '../encoding/json.ts'
import type { Problem, ReasonCodeOf } from '../reasons.ts'
import { ok, type Result } from '../result.ts'
import { CRYPTOSUITES, type Cryptosuite } from './proof-bytes.ts'
import { malformed, missing, readDateTime } from './properties.ts'

type Read<T> = Result<T, Problem<ReasonCodeOf<'format'>>>

export interface EmbeddedProof {
  readonly cryptosuite: Cryptosuite
  readonly id?: string
  readonly verificationMethod: string
  readonly purpose: string
  readonly signature: Uint8Array<ArrayBuffer>
  /** Identifiers of the proofs that this one seals as well. */
  readonly previous: readonly string[]
  readonly challenge?: string
  readonly domain?: readonly string[]
  /** Seconds since the Unix epoch. */
  readonly createdSeconds?: number
  readonly expiresSeconds?: number
  /** The proof without its value, as it was signed. */
  readonly options: JsonObject
}

/** The suite of a proof, or undefined where it is none that we check. */
export function cryptosuiteOf({ type, cryptosuite }: JsonObject): Cryptosuite | undefined {
  const name = type === 'DataIntegrityProof' ? cryptosuite : type
  const known = CRYPTOSUITES.find((suite) => suite === name)
  return (known === 'Ed25519Signature2020') === (type === 'DataIntegrityProof') ? undefined : known
}

const SIGNATURE_BYTES = 64

/**
 * Reads a proof of a suite that we check.
 *
 * Reasons: `format.property_missing`, `format.property_malformed`.
 * @see Data Integrity §2.1, VC-DI-EDDSA §2.2.1
 */
export function readProof(proof: JsonObject, cryptosuite: Cryptosuite): Read<EmbeddedProof> {
  const texts = readTexts(proof, ['verificationMethod', 'proofPurpose', 'proofValue'])
  if (!texts.ok) return texts
  const [verificationMethod = '', purpose = '', proofValue = ''] = texts.value
  const bytes = proofValue.startsWith('z') ? decodeBase58Btc(proofValue.slice(1)) : null
  if (bytes?.length !== SIGNATURE_BYTES) return malformed('proof.proofValue')
  const { id, challenge } = proof
  if (id !== undefined && typeof id !== 'string') return malformed('proof.id')
  if (challenge !== undefined && typeof challenge !== 'string') return malformed('proof.challenge')
  const previous = readList(proof, 'previousProof')
  if (!previous.ok) return previous
  const domain = readList(proof, 'domain')
  if (!domain.ok) return domain
  const created = readDateTime(proof, 'created')
  if (!created.ok) return malformed('proof.created')
  const expires = readDateTime(proof, 'expires')
  if (!expires.ok) return malformed('proof.expires')
  const { proofValue: _, ...options } = proof
  return ok({
    cryptosuite,
    verificationMethod,
    purpose,
    signature: bytes,
    previous: previous.value ?? [],
    options,
    ...(id !== undefined && { id }),
    ...(challenge !== undefined && { challenge }),
    ...(domain.value !== undefined && { domain: domain.value }),
    ...(created.value !== undefined && { createdSeconds: created.value }),
    ...(expires.value !== undefined && { expiresSeconds: expires.value }),
  })
}

function readTexts(proof: JsonObject, names: readonly string[]): Read<readonly string[]> {
  const texts: string[] = []
  for (const name of names) {
    const value = proof[name]
    if (value === undefined) return missing(`proof.${name}`)
    if (typeof value !== 'string') return malformed(`proof.${name}`)
    texts.push(value)
  }
  return ok(texts)
}

/** One text or several, undefined where there is none. */
function readList(proof: JsonObject, name: string): Read<readonly string[] | undefined> {
  if (proof[name] === undefined) return ok(undefined)
  const values: readonly unknown[] = toList(proof[name])
  return values.length > 0 && values.every((value) => typeof value === 'string')
    ? ok(values)
    : malformed(`proof.${name}`)
}
