// The spine: a credential goes in, nine answered questions and one verdict come out.
import { type Awaitable, allOf } from './awaitable.ts'
import type { VerifierDeps } from './deps.ts'
import { describeEvidence, NO_EVIDENCE } from './evidence.ts'
import { checkFormat } from './format.ts'
import { judgeSigned } from './judge-signed.ts'
import { resolveIssuerKeys } from './keys/resolve-issuer-keys.ts'
import { lazily } from './lazily.ts'
import { CREDENTIAL_MAX_CHARS } from './limits.ts'
import { containedIn, noticesOf } from './notices.ts'
import type { CredentialClaims, ParsedCredential } from './parse/credential.ts'
import { isPresentation, parseSecured } from './parse/parse-secured.ts'
import type { Problem } from './reasons.ts'
import { checkPromisedForm } from './schema/promised-form.ts'
import { createHeadStart } from './signature/head-start.ts'
import { checkHolderBinding } from './signature/key-binding.ts'
import type { SignatureEngine } from './signature/signature-engine.ts'
import { verifySignatures } from './signature/verify-signature.ts'
import { recallStatus } from './status/check-status.ts'
import { summarize, UNREADABLE, withStatusMessages } from './summary.ts'
import { recallIssuerTrust } from './trust/check-issuer-trust.ts'
import { checkValidityPeriod } from './validity.ts'
import { type CheckResult, conclude, notApplicable, notPassed, passed } from './verdict.ts'
import type { CredentialSummary, VerificationResult } from './verification-result.ts'
import {
  type Basis,
  createVerifyContext,
  insideOf,
  ofOneInput,
  type VerifyContext,
  type VerifyOptions,
} from './verify-context.ts'

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

const loadPresentation = lazily(() => import('./verify-presentation.ts'))

async function verifyInput(
  input: string | object,
  context: VerifyContext,
): Promise<VerificationResult> {
  const basis = await context.basis()
  const { engine, onHead } = createHeadStart(context.deps.engine, basis.trust)
  const parsed = await parseSecured(input, { maxChars: CREDENTIAL_MAX_CHARS, onHead })
  if (!parsed.ok) return stop([notPassed(parsed.error)], UNREADABLE, context)
  const { value } = parsed
  if (!isPresentation(value)) return verifyParsed(value, context, basis, engine)
  const { verifyPresentation } = await loadPresentation()
  return verifyPresentation(value, context, (inside, presenter) =>
    verifyInput(inside, insideOf(context, presenter)),
  )
}

/** What is answered where the questions end early. */
const stop = (
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
  basis: Basis,
  engine: SignatureEngine,
): Promise<VerificationResult> {
  const { deps, nowSeconds, options } = context
  const { trust } = basis
  const done: CheckResult[] = [checkFormat(parsed.claims)]
  const stopAt = (problem: Problem) =>
    stop(
      // What canonicalisation and schemas find out is about the form, and takes back what was said of it.
      [...(isAboutForm(problem) ? [] : done), notPassed(problem)],
      summarize(parsed.claims, parsed.envelope, false),
      context,
    )
  const keys = await resolveIssuerKeys(parsed, trust, deps.lookUp)
  if (!keys.ok) return stopAt(keys.error)
  done.push(passed('issuer_key'))

  const underWay = verifySignatures(parsed.claims, keys.value, engine)
  // WebCrypto works beside us: what is found out here meanwhile asks nobody, and is shown only if the signature holds.
  const issuer = parsed.claims.issuer.id
  const listed = trust?.entities.get(issuer)
  const summary = summarize(parsed.claims, parsed.envelope, true, listed)
  const { issuerKey } = keys.value[0]
  const recalled = {
    status: recallStatus(parsed.claims, basis.moment),
    issuerTrust: recallIssuerTrust(
      { claims: parsed.claims, key: issuerKey },
      { ...basis, nowSeconds, clockSeconds: context.clockSeconds },
    ),
  }
  const signed = await underWay
  if (!signed.ok) return stopAt(signed.error)
  done.push(passed('signature'))
  const schemas = await checkPromisedForm(parsed, trust?.origin)
  if (!schemas.ok) return stopAt(schemas.error)
  const disclosed = parsed.disclosures?.problem
  if (disclosed) return stopAt(disclosed)
  done.push(parsed.disclosures ? passed('disclosures') : notApplicable('disclosures'))
  const binding = await checkHolderBinding(
    parsed.disclosures,
    // A proof of possession is made for whoever asks, when they ask, whatever day they ask about.
    { ...options, nowSeconds: context.clockSeconds },
    deps.engine,
  )
  if (!binding.ok) return stopAt(binding.error)
  const isHolderProven = binding.value === 'proven'
  done.push(isHolderProven ? passed('holder_binding') : notApplicable('holder_binding'))

  const claims = signed.value
  const judging = judgeSigned({ claims, key: issuerKey }, context, basis)
  const [status, issuerTrust, contained] = await allOf([
    recalled.status ?? judging.status(),
    recalled.issuerTrust ?? judging.issuerTrust(),
    verifyContained(parsed, context),
  ])
  done.push(
    checkValidityPeriod(claims, nowSeconds, context.clockSeconds),
    status.result,
    issuerTrust.result,
    notApplicable('transparency'),
  )
  const { verdict, checks } = conclude(done)
  return {
    verdict,
    checks,
    notices: noticesOf(parsed, {
      status,
      contained,
      isHolderProven,
      isIssuerClosed: issuerTrust.closing !== undefined,
      areSchemasKnown: schemas.value.isComplete,
      presenter: context.presenter,
    }),
    credential: withStatusMessages(summary, status.messages),
    evidence: describeEvidence({ issuer, key: issuerKey }, issuerTrust, status, trust),
    checkedAt: context.checkedAt,
    ...(contained.length > 0 && { contained }),
    ...(options.expectedName !== undefined && (await matchOf(claims, options.expectedName))),
  }
}

const isAboutForm = ({ code }: Problem): boolean => code.startsWith('format.')

/** Of proven claims only: whose name an unproven text says means nothing. */
async function matchOf({ subject }: CredentialClaims, expectedName: string) {
  const { matchName } = await loadNames()
  return matchName(subject, expectedName)
}

const loadNames = lazily(() => import('./names/match-name.ts'))

/** Only after the signature: what is inside is the issuer's collection, and each piece is judged by itself. */
function verifyContained(
  parsed: ParsedCredential,
  context: VerifyContext,
): Awaitable<readonly VerificationResult[]> {
  const inside = containedIn(parsed.claims, context.depth)
  if (inside.length === 0) return []
  return Promise.all(inside.map((input) => verifyInput(input, insideOf(context))))
}
