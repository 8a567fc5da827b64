// The spine: a credential goes in, nine answered questions and one verdict come out. Reads deps.now once.
import type { VerifierDeps } from './deps.ts'
import { formatDateTime } from './encoding/time.ts'
import { resolveIssuerKey } from './keys/resolve-issuer-key.ts'
import { parseCredential } from './parse/parse-credential.ts'
import { problem } from './reasons.ts'
import { err } from './result.ts'
import { verifySignature } from './signature/verify-signature.ts'
import { checkStatus } from './status/check-status.ts'
import { noticesOf, summarize, UNREADABLE } from './summary.ts'
import { checkIssuerTrust } from './trust/check-issuer-trust.ts'
import type { TrustSnapshot } from './trust/snapshot.ts'
import { checkValidityPeriod } from './validity.ts'
import { type CheckResult, conclude, notApplicable, notPassed, passed } from './verdict.ts'
import type { CredentialSummary, Evidence, VerificationResult } from './verification-result.ts'
import { createVerifySigned } from './verify-signed.ts'

const NO_EVIDENCE: Evidence = { trustChain: [], statusLists: [] }

/**
 * Answers whether a credential is authentic, by an issuer entitled to it, and in force. Never throws for what the credential
 * is: bad input is a result.
 *
 * @param input - a compact JWS, or a JSON object (or its text) that envelops one; at most 256 kB
 * @param options.atSeconds - asks about another moment (seconds since the Unix epoch); a past without a status list of that
 * time is `unknown`
 * Reasons: all.
 */
export async function verifyCredential(
  input: string | object,
  deps: VerifierDeps,
  options: { readonly atSeconds?: number } = {},
): Promise<VerificationResult> {
  const clockSeconds = deps.now()
  const nowSeconds = options.atSeconds ?? clockSeconds
  if (!Number.isFinite(nowSeconds)) throw new TypeError('atSeconds must be a finite number')
  const checkedAt = formatDateTime(clockSeconds)
  const finish = (
    done: readonly CheckResult[],
    credential: CredentialSummary,
    evidence = NO_EVIDENCE,
  ): VerificationResult => ({
    ...conclude(done),
    notices: [],
    credential,
    evidence,
    checkedAt,
  })

  const parsed = parseCredential(input)
  if (!parsed.ok) return finish([notPassed(parsed.error)], UNREADABLE)
  const { envelope, claims: unproved } = parsed.value
  const unprovedSummary = summarize(unproved, envelope, false)

  const snapshot = refuseExpired(await deps.trust(), clockSeconds)
  const trust = snapshot.ok ? snapshot.value : undefined
  const key = await resolveIssuerKey(parsed.value, trust, deps.lookUp)
  if (!key.ok) return finish([passed('format'), notPassed(key.error)], unprovedSummary)

  const signed = await verifySignature(parsed.value, key.value, deps.ed25519)
  const untilKey = [passed('format'), passed('issuer_key')]
  if (!signed.ok) return finish([...untilKey, notPassed(signed.error)], unprovedSummary)

  const claims = signed.value
  const verifySigned = createVerifySigned(deps, trust)
  const statusContext = { nowSeconds, lookUp: deps.lookUp, verifySigned }
  const [status, issuerTrust] = await Promise.all([
    checkStatus(claims, statusContext),
    checkIssuerTrust(
      { claims, key: key.value },
      {
        nowSeconds,
        snapshot,
        verifySigned,
        checkStatus: async (accreditation) =>
          (await checkStatus(accreditation, statusContext)).result,
      },
    ),
  ])

  const done = [
    ...untilKey,
    passed('signature'),
    notApplicable('disclosures'),
    notApplicable('holder_binding'),
    checkValidityPeriod(claims, nowSeconds),
    status.result,
    issuerTrust.result,
    notApplicable('transparency'),
  ]
  const listedName = trust?.entities.get(claims.issuer.id)?.name
  return {
    ...finish(done, summarize(claims, envelope, true, listedName), {
      verificationMethod: key.value.verificationMethod,
      trustChain: issuerTrust.chain.map((link) => describeLink(link, trust)),
      statusLists: status.lists.map(({ url, fetchedAtSeconds }) => ({
        url,
        fetchedAt: formatDateTime(fetchedAtSeconds),
      })),
    }),
    notices: noticesOf(claims),
  }
}

type Snapshot = Awaited<ReturnType<VerifierDeps['trust']>>

/** Whoever keeps a trust list may keep it too long: its end is looked at once more. */
const refuseExpired = (snapshot: Snapshot, clockSeconds: number): Snapshot =>
  snapshot.ok && clockSeconds >= snapshot.value.validUntilSeconds
    ? err(problem('issuer_trust.registry_expired'))
    : snapshot

function describeLink(
  link: Awaited<ReturnType<typeof checkIssuerTrust>>['chain'][number],
  trust: TrustSnapshot | undefined,
): Evidence['trustChain'][number] {
  const nameOf = (did: string) => trust?.entities.get(did)?.name ?? did
  return {
    accreditationId: link.id,
    accreditor: { did: link.accreditor, name: nameOf(link.accreditor) },
    subject: { did: link.subject, name: nameOf(link.subject) },
    ...(link.validUntilSeconds !== undefined && {
      validUntil: formatDateTime(link.validUntilSeconds),
    }),
  }
}
