// Embedded proofs over whatever is given, honest or not. Uses the core's canonicalisation.
import { encodeBase58Btc } from '../../shared/encoding/base58btc.ts'
import type { JsonObject } from '../../shared/encoding/json.ts'
import { present } from '../../shared/issue/credential-frame.ts'
import { proofBytes } from '../../shared/parse/proof-bytes.ts'
import { at, NOW } from './clock.ts'
import type { Issuer } from './issuer.ts'

const signatureOf = async (signer: Issuer, bytes: Uint8Array<ArrayBuffer>) =>
  `z${encodeBase58Btc(await signer.sign(bytes))}`

/** The suite before Data Integrity is a type of its own. */
export const LEGACY = { type: 'Ed25519Signature2020', cryptosuite: undefined } as const

/** What a proof says of itself; a change to undefined leaves a member out. */
export const proofOptions = (signer: Issuer, changes: JsonObject = {}): JsonObject =>
  present({
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    created: at(NOW),
    verificationMethod: signer.kid,
    proofPurpose: 'assertionMethod',
    ...changes,
  })

/**
 * A proof by its options, sealing the proofs that the document already holds where they are handed over. A document that has no
 * canonical form is signed as no bytes at all.
 */
export async function prove(
  document: JsonObject,
  signer: Issuer,
  changes: JsonObject = {},
): Promise<JsonObject> {
  const options = proofOptions(signer, changes)
  const suite = options.type === 'Ed25519Signature2020' ? options.type : options.cryptosuite
  const bytes = await proofBytes(
    suite === 'Ed25519Signature2020' || suite === 'eddsa-rdfc-2022' ? suite : 'eddsa-jcs-2022',
    document,
    options,
  )
  const proofValue = await signatureOf(signer, bytes.ok ? bytes.value : new Uint8Array())
  return { ...options, proofValue }
}

/** The document with one proof inside. */
export const withProof = async (
  document: JsonObject,
  signer: Issuer,
  changes: JsonObject = {},
): Promise<JsonObject> => ({ ...document, proof: await prove(document, signer, changes) })
