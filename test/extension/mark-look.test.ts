import { describe, expect, it } from 'vitest'
import { badgeOf } from '../../extension/background/badge.ts'
import type { Finding, PageRecord } from '../../extension/background/found-credentials.ts'
import { countVerdicts, lookOf } from '../../extension/background/mark-look.ts'
import { GLYPHS } from '../../extension/marks/glyphs.ts'
import { wordingFor } from '../../shared/ui/wording/index.ts'
import { licenceWith, verifiedLicence } from '../shared/ui/results.ts'

const en = wordingFor(['en'])
const done = (result = verifiedLicence): Finding => ({ state: 'done', result })
const recordOf = (finding: Finding, id = 0): PageRecord => ({
  kind: 'credential',
  tabId: 1,
  frameId: 0,
  documentId: 'D1',
  id,
  source: 'text',
  finding,
})

describe('the look of a mark', () => {
  it('is good only where everything passed', () => {
    expect(lookOf(done(), en)).toMatchObject({ glyph: 'verified', tone: 'good' })
  })
  it.each([
    ['status.revoked', 'not_in_force', 'caution'],
    ['status.list_unreachable', 'inconclusive', 'neutral'],
    ['issuer_trust.not_accredited', 'unrecognized_issuer', 'foreign'],
    ['signature.mismatch', 'rejected', 'bad'],
  ] as const)('says what %s means', (code, glyph, tone) => {
    expect(lookOf(done(licenceWith(code)), en)).toMatchObject({ glyph, tone })
  })
  it('never has the verified colour when the credential is somebody else’s', () => {
    const person = { name: 'Tomás Ferreira', subject: 'Amina Diallo', match: 'different' } as const
    const look = lookOf({ state: 'done', result: verifiedLicence, person }, en)
    expect(look).toEqual({
      glyph: 'other_person',
      tone: 'caution',
      label: 'Verified: Licence to practise medicine, Amina Diallo, not the person named here',
      lang: 'en',
    })
  })
  it('never has the verified colour when the credential does not say whose it is', () => {
    const credential = { ...verifiedLicence.credential, subject: {} }
    expect(lookOf(done({ ...verifiedLicence, credential }), en)).toEqual({
      glyph: 'inconclusive',
      tone: 'caution',
      label: 'Verified: Licence to practise medicine, names nobody',
      lang: 'en',
    })
  })
  it('keeps the worse news when the credential is somebody else’s, too', () => {
    const person = { name: 'Tomás Ferreira', subject: 'Amina Diallo', match: 'different' } as const
    const result = licenceWith('signature.mismatch')
    expect(lookOf({ state: 'done', result, person }, en).glyph).toBe('rejected')
  })
  it('shows that a licence has conditions', () => {
    const result = { ...verifiedLicence, notices: ['licence_conditions'] as const }
    expect(lookOf(done(result), en)).toMatchObject({ glyph: 'conditions', tone: 'good' })
  })
  it('promises nothing while a credential is being checked', () => {
    expect(lookOf({ state: 'checking' }, en)).toMatchObject({ glyph: 'checking', tone: 'neutral' })
  })
  it('promises nothing after a fault of ours', () => {
    expect(lookOf({ state: 'failed' }, en)).toEqual({
      glyph: 'inconclusive',
      tone: 'neutral',
      label: 'Could not check: Unreadable credential',
      lang: 'en',
    })
  })
  it('has another shape for every glyph, so that colour never stands alone', () => {
    expect(new Set(Object.values(GLYPHS)).size).toBe(Object.keys(GLYPHS).length)
  })
})

describe('the toolbar badge', () => {
  it('is empty where nothing was found', () => {
    expect(badgeOf([], en)).toMatchObject({
      text: '',
      title: 'Licet: no credentials found on this page',
    })
  })
  it('counts the credentials and has the colour of the worst', () => {
    const records = [done(), done(licenceWith('status.suspended')), done()].map(recordOf)
    expect(badgeOf(records, en)).toEqual({
      text: '3',
      colour: '#8a4b00',
      title: 'Licet: 3 credentials on this page. 1 × Not in force, 2 × Verified',
    })
  })
  it('is not good while one is still being checked', () => {
    expect(badgeOf([done(), { state: 'checking' } as const].map(recordOf), en).colour).toBe(
      '#57606a',
    )
  })
  it('says that a genuine credential is somebody else’s', () => {
    const person = { name: 'Tomás Ferreira', subject: 'Amina Diallo', match: 'different' } as const
    const badge = badgeOf([recordOf({ state: 'done', result: verifiedLicence, person })], en)
    expect(badge).toEqual({
      text: '1',
      colour: '#8a4b00',
      title: 'Licet: 1 credential on this page. 1 × Verified, 1 × not the person named there',
    })
  })
  it('does not count notices about the page', () => {
    const notice = {
      kind: 'notice',
      notice: 'too_many',
      tabId: 1,
      frameId: 0,
      documentId: 'D1',
    } as const
    expect(badgeOf([notice, recordOf(done())], en).text).toBe('1')
  })
})

it('counts what could not be finished as inconclusive', () => {
  expect(countVerdicts([{ state: 'failed' }, done(), { state: 'checking' }])).toEqual([
    ['inconclusive', 1],
    ['verified', 1],
  ])
})
