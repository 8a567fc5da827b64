// The spine: a credential goes in, nine answered questions and one verdict come out.
import type { VerifierDeps } from './deps.ts'
import { describeEvidence, NO_EVIDENCE } from './evidence.ts'
import { checkFormat } from './format.ts'
import { resolveIssuerKeys } from './keys/resolve-issuer-keys.ts'
import { containedIn, noticesOf } from './notices.ts'
import type { CredentialClaims, ParsedCredential } from './parse/credential.ts'
import { isPresentation, parseSecured } from './parse/parse-secured.ts'
import { ok } from './result.ts'
import type { SchemaAnswer } from './schema/check-schema.ts'
import { checkHolderBinding } from './signature/key-binding.ts'
import { verifySignatures } from './signature/verify-signature.ts'
import { checkStatus } from './status/check-status.ts'
import { summarize, UNREADABLE, withStatusMessages } from './summary.ts'
import { checkIssuerTrust } from './trust/check-issuer-trust.ts'
import { checkValidityPeriod } from './validity.ts'
import { type CheckResult, conclude, notApplicable, notPassed, passed } from './verdict.ts'
import type { CredentialSummary, VerificationResult } from './verification-result.ts'
import {
  createVerifyContext,
  insideOf,
  ofOneInput,
  trustOf,
  type VerifyContext,
  type VerifyOptions,
} from './verify-context.ts'
import { createVerifySigned } from './verify-signed.ts'

/**
 * Answers whether a credential is authentic, by an issuer entitled to it, and in force. Never throws for what the credential
 * is: bad input is a result. A presentation answers for itself and, apart, for each credential in it.
 *
 * @param input - a compact JWS or SD-JWT, or a JSON object (or its text) with a proof or an envelope; at most 256 kB
 * Reasons: all.
 */
export async function verifyCredential(
  input: string | object,
  deps: VerifierDeps,
  options: VerifyOptions = {},
): Promise<VerificationResult> {
  return verifyInput(input, ofOneInput(createVerifyContext(deps, options)))
}

/** As `verifyCredential` for each, in their order and side by side; a bad one never fails the rest. */
export async function verifyMany(
  inputs: readonly (string | object)[],
  deps: VerifierDeps,
  options: VerifyOptions = {},
): Promise<readonly VerificationResult[]> {
  const context = createVerifyContext(deps, options)
  return Promise.all(inputs.map((input) => verifyInput(input, ofOneInput(context))))
}

async function verifyInput(
  input: string | object,
  context: VerifyContext,
): Promise<VerificationResult> {
  const parsed = await parseSecured(input)
  if (!parsed.ok) return finish([notPassed(parsed.error)], UNREADABLE, context)
  if (!isPresentation(parsed.value)) return verifyParsed(parsed.value, context)
  const { verifyPresentation } = await import('./verify-presentation.ts')
  return verifyPresentation(parsed.value, context, (inside, presenter) =>
    verifyInput(inside, insideOf(context, presenter)),
  )
}

const finish = (
  done: readonly CheckResult[],
  credential: CredentialSummary,
  { checkedAt }: VerifyContext,
): VerificationResult => ({
  ...conclude(done),
  notices: [],
  credential,
  evidence: NO_EVIDENCE,
  checkedAt,
})

async function verifyParsed(
  parsed: ParsedCredential,
  context: VerifyContext,
): Promise<VerificationResult> {
  const { deps, nowSeconds, options } = context
  const format = checkFormat(parsed.claims)
  const stop = (done: readonly CheckResult[]) =>
    finish(done, summarize(parsed.claims, parsed.envelope, false), context)
  const snapshot = await context.snapshot()
  const trust = trustOf(snapshot)
  const keys = await resolveIssuerKeys(parsed, trust, deps.lookUp)
  if (!keys.ok) return stop([format, notPassed(keys.error)])

  const underWay = verifySignatures(parsed.claims, keys.value, deps.engine)
  // WebCrypto works beside us: what is written here meanwhile is shown only if the signature holds.
  const listedName = trust?.entities.get(parsed.claims.issuer.id)?.name
  const summary = summarize(parsed.claims, parsed.envelope, true, listedName)
  const signed = await underWay
  const untilKey = [format, passed('issuer_key')]
  if (!signed.ok) {
    // What canonicalisation finds out is about the form, and takes back what was said of it.
    const found = notPassed(signed.error)
    return stop(found.check === 'format' ? [found] : [...untilKey, found])
  }
  const untilSignature = [...untilKey, passed('signature')]
  const schemas = await checkPromisedForm(parsed, trust?.origin)
  if (!schemas.ok) return stop([notPassed(schemas.error)])
  const disclosed = parsed.disclosures?.problem
  if (disclosed) return stop([...untilSignature, notPassed(disclosed)])
  const untilDisclosures = [
    ...untilSignature,
    parsed.disclosures ? passed('disclosures') : notApplicable('disclosures'),
  ]
  const binding = await checkHolderBinding(
    parsed.disclosures,
    // A proof of possession is made for whoever asks, when they ask, whatever day they ask about.
    { ...options, nowSeconds: context.clockSeconds },
    deps.engine,
  )
  if (!binding.ok) return stop([...untilDisclosures, notPassed(binding.error)])

  const claims = signed.value
  const issuerKey = keys.value[0].issuerKey
  const verifySigned = createVerifySigned(deps, trust)
  const statusContext = {
    nowSeconds,
    clockSeconds: context.clockSeconds,
    lookUp: deps.lookUp,
    verifySigned,
    memory: deps.memory,
    lists: context.together.lists,
  }
  const [status, issuerTrust, contained] = await Promise.all([
    checkStatus(claims, statusContext),
    checkIssuerTrust(
      { claims, key: issuerKey },
      {
        nowSeconds,
        snapshot,
        verifySigned,
        assessed: context.together.assessed,
        checkStatus: async (accreditation) =>
          (await checkStatus(accreditation, statusContext)).result,
      },
    ),
    verifyContained(parsed, context),
  ])

  const done = [
    ...untilDisclosures,
    binding.value === 'proven' ? passed('holder_binding') : notApplicable('holder_binding'),
    checkValidityPeriod(claims, nowSeconds, context.clockSeconds),
    status.result,
    issuerTrust.result,
    notApplicable('transparency'),
  ]
  return {
    ...finish(done, withStatusMessages(summary, status.messages), context),
    evidence: describeEvidence(issuerKey, issuerTrust.chain, status, trust),
    notices: noticesOf(parsed, {
      status,
      contained,
      isHolderProven: binding.value === 'proven',
      areSchemasKnown: schemas.value.isComplete,
      presenter: context.presenter,
    }),
    ...(contained.length > 0 && { contained }),
    ...(options.expectedName !== undefined && (await matchOf(claims, options.expectedName))),
  }
}

/** Most credentials promise no form: for them nothing is loaded. */
async function checkPromisedForm(
  parsed: ParsedCredential,
  registryOrigin: string | undefined,
): Promise<SchemaAnswer> {
  if (parsed.claims.properties.credentialSchema === undefined) return ok({ isComplete: true })
  const { checkSchemas } = await import('./schema/check-schema.ts')
  return checkSchemas(parsed, registryOrigin)
}

/** Of proven claims only: whose name an unproven text says means nothing. */
async function matchOf({ subject }: CredentialClaims, expectedName: string) {
  const { matchName } = await import('./names/match-name.ts')
  return matchName(subject, expectedName)
}

/** Only after the signature: what is inside is the issuer's collection, and each piece is judged by itself. */
function verifyContained(
  parsed: ParsedCredential,
  context: VerifyContext,
): Promise<readonly VerificationResult[]> {
  const inside = containedIn(parsed.claims, context.depth)
  return Promise.all(inside.map((input) => verifyInput(input, insideOf(context))))
}
