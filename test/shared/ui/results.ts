// Verification results for tests of what people see.
import { problem, type ReasonCode } from '../../../shared/reasons.ts'
import { conclude, notApplicable, notPassed, passed } from '../../../shared/verdict.ts'
import type { VerificationResult } from '../../../shared/verification-result.ts'

const DEFAULT_CHECKS = [
  passed('format'),
  passed('issuer_key'),
  passed('signature'),
  notApplicable('disclosures'),
  notApplicable('holder_binding'),
  passed('validity_period'),
  passed('status'),
  passed('issuer_trust'),
  notApplicable('transparency'),
]

/** A verified licence of Amina Diallo. */
export const verifiedLicence: VerificationResult = {
  ...conclude(DEFAULT_CHECKS),
  notices: [],
  credential: {
    claimsVerified: true,
    id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
    kind: 'licence',
    envelope: 'vc+jwt',
    name: 'Licence to practise medicine',
    subject: { name: 'Amina Diallo' },
    issuer: {
      id: 'did:web:northmark.example',
      name: 'Northmark Medical Council',
      domain: 'northmark.example',
    },
    validFrom: '2024-01-01T00:00:00Z',
    validUntil: '2029-07-12T00:00:00Z',
    licence: { number: 'N-1', profession: '2211', jurisdiction: 'XM-N' },
  },
  evidence: {
    trustChain: [
      {
        accreditationId: 'urn:uuid:2',
        accreditor: { did: 'did:web:health.example', name: 'Ministry of Health' },
        subject: { did: 'did:web:northmark.example', name: 'Northmark Medical Council' },
        validUntil: '2030-01-01T00:00:00Z',
      },
    ],
    statusEntries: [],
    statusLists: [{ url: 'https://status.example/1', fetchedAt: '2026-11-22T16:00:00Z' }],
  },
  checkedAt: '2026-11-22T16:05:00Z',
}

/** The same licence with one check that did not pass. */
export function licenceWith(code: ReasonCode): VerificationResult {
  const lie = notPassed(problem(code))
  const checks = DEFAULT_CHECKS.map((check) => (check.check === lie.check ? lie : check))
  return { ...verifiedLicence, ...conclude(checks) }
}
