// What a verdict rests on, fit to be sent and shown. Pure.
import { formatDateTime } from './encoding/time.ts'
import type { IssuerKey } from './keys/resolve-issuer-key.ts'
import type { StatusAnswer } from './status/check-status.ts'
import type { Accreditation } from './trust/accreditation.ts'
import type { TrustAnswer } from './trust/check-issuer-trust.ts'
import type { Closing } from './trust/judge-remarks.ts'
import type { TrustSnapshot } from './trust/snapshot.ts'
import type { ClosingReport, Evidence } from './verification-result.ts'

export const NO_EVIDENCE: Evidence = { trustChain: [], statusLists: [], statusEntries: [] }

/** By which key, by whose word and by which lists a credential was judged. */
export const describeEvidence = (
  { issuer, key: { verificationMethod } }: { readonly issuer: string; readonly key: IssuerKey },
  { chain, closing }: TrustAnswer,
  status: StatusAnswer,
  trust: TrustSnapshot | undefined,
): Evidence => ({
  verificationMethod,
  trustChain: chain.map((link) => describeLink(link, trust)),
  statusLists: status.lists.map(({ url, fetchedAtSeconds }) => ({
    url,
    fetchedAt: formatDateTime(fetchedAtSeconds),
  })),
  statusEntries: status.entries,
  ...(closing && { closing: describeClosing(closing, issuer, trust) }),
})

const nameIn =
  (trust: TrustSnapshot | undefined) =>
  (did: string): { readonly did: string; readonly name: string } => ({
    did,
    name: trust?.entities.get(did)?.name ?? did,
  })

function describeClosing(
  { closedSeconds, keeper, record, speaker }: Closing,
  issuer: string,
  trust: TrustSnapshot | undefined,
): ClosingReport {
  const party = nameIn(trust)
  return {
    record,
    issuer: party(issuer),
    closedOn: formatDateTime(closedSeconds),
    statedBy: party(speaker),
    ...(keeper !== undefined && { keptBy: party(keeper) }),
  }
}

function describeLink(
  link: Accreditation,
  trust: TrustSnapshot | undefined,
): Evidence['trustChain'][number] {
  const party = nameIn(trust)
  return {
    accreditationId: link.id,
    accreditor: party(link.accreditor),
    subject: party(link.subject),
    ...(link.validUntilSeconds !== undefined && {
      validUntil: formatDateTime(link.validUntilSeconds),
    }),
  }
}
