// POST /presentations/verify without the HTTP: the presentation, and every credential in it.
import { isEnveloped, presentedCredentials } from '../../shared/data-model/presentation.ts'
import { isJsonObject, type JsonObject } from '../../shared/encoding/json.ts'
import { verifyCredential } from '../../shared/index.ts'
import { problem } from '../../shared/reasons.ts'
import type { VerificationResult } from '../../shared/verification-result.ts'
import type { Services } from '../services.ts'
import { CREDENTIAL, checkDocument, PRESENTATION } from './check-document.ts'
import { type Findings, findingsOf, joinFindings, sortProblems } from './judge.ts'
import { verifyDocument } from './verify-document.ts'

interface Expected {
  readonly challenge?: string | undefined
  readonly domain?: string | undefined
}

type Verifier = Pick<Services, 'verifier'>

const isSecured = (presentation: JsonObject): boolean =>
  presentation.proof !== undefined || isEnveloped(presentation, 'EnvelopedVerifiablePresentation')

/**
 * What is wrong with a presentation and with what it presents.
 *
 * One without a proof is judged by the data model, and its credentials by their own proofs; that nobody has shown to be its
 * holder is a warning. Challenge and domain are compared with those of the proof.
 */
export async function verifyPresented(
  services: Verifier,
  presentation: JsonObject,
  expected: Expected,
): Promise<Findings> {
  const problems = await checkDocument(presentation, PRESENTATION)
  if (problems.length > 0) return sortProblems(problems)
  return isSecured(presentation)
    ? verifySecured(services, presentation, expected)
    : verifyUnsecured(services, presentation)
}

async function verifyUnsecured(services: Verifier, presentation: JsonObject): Promise<Findings> {
  const inside = await Promise.all(
    presentedCredentials(presentation).map((credential) => verifyDocument(services, credential)),
  )
  const notProven = { errors: [], warnings: [problem('holder_binding.missing')] }
  return joinFindings([notProven, ...inside])
}

async function verifySecured(
  services: Verifier,
  presentation: JsonObject,
  { challenge, domain }: Expected,
): Promise<Findings> {
  const result = await verifyCredential(presentation, services.verifier, {
    ...(challenge !== undefined && { nonce: challenge }),
    ...(domain !== undefined && { audience: domain }),
  })
  const own = findingsOf(result)
  if (own.errors.length > 0) return own
  const presented = presentedCredentials(presentation)
  // What an envelope presents was read out of it by the verifier; what stands in the open is held against the data model, too.
  const inside = isEnveloped(presentation, 'EnvelopedVerifiablePresentation')
    ? (result.contained ?? []).map(findingsOf)
    : await Promise.all(
        presented.map((credential, index) =>
          isSelfAsserted(credential, presentation)
            ? checkDocument(credential, CREDENTIAL).then(sortProblems)
            : judgeInside(services, credential, result.contained?.[index]),
        ),
      )
  return joinFindings([own, ...inside])
}

/** @param verified - undefined where the verifier stopped counting before this one */
async function judgeInside(
  services: Verifier,
  credential: JsonObject,
  verified: VerificationResult | undefined,
): Promise<Findings> {
  if (!verified) return verifyDocument(services, credential)
  const problems = await checkDocument(credential, CREDENTIAL)
  return joinFindings([sortProblems(problems), findingsOf(verified)])
}

const idOf = (party: unknown): unknown => (isJsonObject(party) ? party.id : party)

/**
 * A credential without a proof of its own, about which the holder gives only their own word: the proof of the presentation
 * secures it, and the two must name the same party.
 *
 * @see VCDM 2.0 §4.13.4
 */
function isSelfAsserted(credential: JsonObject, { holder }: JsonObject): boolean {
  const isPlain =
    credential.proof === undefined && !isEnveloped(credential, 'EnvelopedVerifiableCredential')
  return isPlain && holder !== undefined && idOf(credential.issuer) === idOf(holder)
}
