import { describe, expect, it } from 'vitest'
import { markLabel } from '../../../shared/ui/label.ts'
import { wordingFor } from '../../../shared/ui/wording/index.ts'
import { licenceWith, verifiedLicence } from './results.ts'

const en = wordingFor(['en'])

describe('the accessible name of a mark', () => {
  it('is the verdict, the credential and its subject', () => {
    expect(markLabel(verifiedLicence, undefined, en)).toBe(
      'Verified: Licence to practise medicine, Amina Diallo',
    )
  })
  it('names the worst news', () => {
    expect(markLabel(licenceWith('status.suspended'), 'exact', en)).toBe(
      'Not in force: Licence to practise medicine, Amina Diallo',
    )
  })
  it('says that a licence has conditions', () => {
    const result = { ...verifiedLicence, notices: ['licence_conditions'] as const }
    expect(markLabel(result, 'exact', en)).toBe(
      'Verified: Licence to practise medicine, Amina Diallo, with conditions',
    )
  })
  it('says that not everything inside is verified, and what a presentation is', () => {
    const { credential } = verifiedLicence
    const result = {
      ...verifiedLicence,
      notices: ['contained_not_verified'] as const,
      credential: { ...credential, kind: 'presentation' as const, name: 'Presentation' },
    }
    expect(markLabel(result, 'exact', en)).toBe(
      'Verified: Presentation of credentials, Amina Diallo, not everything inside is verified',
    )
  })
  it('says that the credential is somebody else’s', () => {
    expect(markLabel(verifiedLicence, 'different', en)).toBe(
      'Verified: Licence to practise medicine, Amina Diallo, not the person named here',
    )
  })
  it('says nothing where the names may agree', () => {
    expect(markLabel(verifiedLicence, 'possible', en)).toBe(
      'Verified: Licence to practise medicine, Amina Diallo',
    )
  })
  it('says that a verified credential names nobody', () => {
    const credential = { ...verifiedLicence.credential, subject: {} }
    expect(markLabel({ ...verifiedLicence, credential }, undefined, en)).toBe(
      'Verified: Licence to practise medicine, names nobody',
    )
  })
  it('is said in the reader’s language, each name kept apart from the words around it', () => {
    expect(markLabel(verifiedLicence, 'different', wordingFor(['ar']))).toBe(
      'تم التحقق: \u2068Licence to practise medicine\u2069، \u2068Amina Diallo\u2069، ليست للشخص المذكور هنا',
    )
  })
  it('leaves a subject without a name out', () => {
    const credential = { ...verifiedLicence.credential, name: 'Unreadable credential', subject: {} }
    expect(markLabel({ ...verifiedLicence, credential, verdict: 'rejected' }, undefined, en)).toBe(
      'Rejected: Unreadable credential',
    )
  })
})
