// One valid body for each kind of credential; a test changes one thing.
import type { z } from 'zod'
import type { issueCredentialSchema } from '../../../shared/wire/issue-credential.ts'

type Order = z.input<typeof issueCredentialSchema>
export type DegreeBody = Extract<Order, { kind: 'degree' }>
export type LicenceBody = Extract<Order, { kind: 'licence' }>

export const degreeOrder = (changes: Partial<DegreeBody> = {}): DegreeBody => ({
  kind: 'degree',
  format: 'vc+jwt',
  subject: { name: 'Amina Diallo' },
  validFrom: '2026-01-01T00:00:00Z',
  degree: {
    name: 'Master of Medicine',
    description: 'Six years of medicine with clinical rotations.',
    achievementType: 'MasterDegree',
    eqf: 7,
    fieldOfStudy: 'Medicine',
    awardedDate: '2026-01-01',
    results: [{ name: 'Thesis', value: 'Excellent' }],
  },
  ...changes,
})

export const licenceOrder = (changes: Partial<LicenceBody> = {}): LicenceBody => ({
  kind: 'licence',
  format: 'vc+jwt',
  subject: { name: 'Amina Diallo' },
  validFrom: '2026-01-01T00:00:00Z',
  validUntil: '2027-01-01T00:00:00Z',
  licence: {
    name: 'Licence to practise medicine',
    number: 'NM-204518',
    profession: { isco08: '2211' },
    jurisdiction: 'XM-N',
  },
  ...changes,
})

export const accreditationOrder = (did: string, changes: Record<string, unknown> = {}) => ({
  subject: { did, name: 'Northmark Council' },
  credentialTypes: ['ProfessionalLicenceCredential', 'AchievementCredential', 'DegreeCredential'],
  validFrom: '2020-01-01T00:00:00Z',
  validUntil: '2030-01-01T00:00:00Z',
  ...changes,
})
