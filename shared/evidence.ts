// What a verdict rests on, fit to be sent and shown. Pure.
import { formatDateTime } from './encoding/time.ts'
import type { IssuerKey } from './keys/resolve-issuer-key.ts'
import type { StatusAnswer } from './status/check-status.ts'
import type { Accreditation } from './trust/accreditation.ts'
import type { TrustSnapshot } from './trust/snapshot.ts'
import type { Evidence } from './verification-result.ts'

export const NO_EVIDENCE: Evidence = { trustChain: [], statusLists: [], statusEntries: [] }

/** By which key, by whose word and by which lists a credential was judged. */
export const describeEvidence = (
  { verificationMethod }: IssuerKey,
  chain: readonly Accreditation[],
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
})

function describeLink(
  link: Accreditation,
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
