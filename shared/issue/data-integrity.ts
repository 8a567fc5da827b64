// A credential → the same credential with an embedded proof. The signer is passed in; loads JSON-LD when a suite needs it.
import { encodeBase58Btc } from '../encoding/base58btc.ts'
import type { JsonObject } from '../encoding/json.ts'
import { formatDateTime } from '../encoding/time.ts'
import { type Cryptosuite, proofBytes } from '../parse/proof-bytes.ts'
import type { Problem, ReasonCodeOf } from '../reasons.ts'
import { ok, type Result } from '../result.ts'
import type { CredentialSigner } from './signer.ts'

interface ProofOrder {
  /** The suite before Data Integrity is verified, and never signed with again. */
  readonly cryptosuite: Exclude<Cryptosuite, 'Ed25519Signature2020'>
  /** Seconds since the Unix epoch. */
  readonly createdSeconds: number
}

/**
 * Signs a credential with a Data Integrity proof by which its issuer asserts it. A document that has no canonical form, or
 * that would lose a part of itself as JSON-LD, is not signed.
 *
 * Reasons: every `format.*` that canonicalisation finds.
 * @param credential - without a proof
 * @see VC-DI-EDDSA §3.2.1 and §3.3.1 https://www.w3.org/TR/vc-di-eddsa/
 */
export async function signDataIntegrity(
  credential: JsonObject,
  { cryptosuite, createdSeconds }: ProofOrder,
  signer: CredentialSigner,
): Promise<Result<JsonObject, Problem<ReasonCodeOf<'format'>>>> {
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite,
    created: formatDateTime(createdSeconds),
    verificationMethod: signer.kid,
    proofPurpose: 'assertionMethod',
    // The JCS suite keeps the contexts in its proof, so that nobody can add one to what was signed.
    ...(cryptosuite === 'eddsa-jcs-2022' && { '@context': credential['@context'] }),
  }
  const bytes = await proofBytes(cryptosuite, credential, options)
  if (!bytes.ok) return bytes
  const proofValue = `z${encodeBase58Btc(await signer.sign(bytes.value))}`
  return ok({ ...credential, proof: { ...options, proofValue } })
}
