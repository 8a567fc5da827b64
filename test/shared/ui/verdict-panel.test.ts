import { h } from 'preact'
import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { CHECK_IDS } from '../../../shared/checks.ts'
import { REASONS, type ReasonCode } from '../../../shared/reasons.ts'
import { VerdictPanel, type VerdictPanelProps } from '../../../shared/ui/verdict-panel.tsx'
import { wordingFor } from '../../../shared/ui/wording/index.ts'
import { conclude } from '../../../shared/verdict.ts'
import { licenceWith, verifiedLicence } from './results.ts'

const en = wordingFor(['en'])
const html = (props: Partial<VerdictPanelProps>) =>
  render(h(VerdictPanel, { result: verifiedLicence, wording: en, ...props }))
const text = (props: Partial<VerdictPanelProps>) =>
  html(props)
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')

describe('the verdict panel', () => {
  it('says verdict, subject, issuer with its domain, and dates', () => {
    const shown = text({})
    for (const part of [
      'Verified',
      'Licence to practise medicine',
      'Issued to Amina Diallo',
      'Issued by Northmark Medical Council (northmark.example)',
      'Medical doctor (generalist)',
      'Valid until 12 July 2029',
      'Ministry of Health recognises Northmark Medical Council until 1 January 2030',
      'status.example, read 22 November 2026, 16:00 UTC',
      'Checked 22 November 2026, 16:05 UTC',
    ]) {
      expect(shown).toContain(part)
    }
  })
  it.each(['constructor', '__proto__', '9999'])(
    'shows %s as it stands, for no profession has it',
    (code) => {
      const { credential } = verifiedLicence
      const result = {
        ...verifiedLicence,
        credential: { ...credential, licence: { profession: code } },
      }
      expect(text({ result })).toContain(`Profession ${code}`)
    },
  )
  it('answers what the lists were asked: the question is about bad news, so no is good', () => {
    const evidence = {
      ...verifiedLicence.evidence,
      statusEntries: [
        { purpose: 'revocation', value: 0, outcome: 'pass' },
        { purpose: 'suspension', value: 1, outcome: 'fail', code: 'status.suspended' },
        { purpose: 'refresh', value: 1, outcome: 'pass' },
        { purpose: 'message', outcome: 'unknown', code: 'status.list_unreachable' },
        { outcome: 'unknown', code: 'status.type_unsupported' },
      ],
    } as const
    const shown = text({ result: { ...verifiedLicence, evidence } })
    for (const part of [
      'Revoked? No',
      'Suspended? Yes The issuer has suspended it for the time being.',
      'Replaced by a newer version? Yes',
      'Any message? Could not find out',
      'A question of a kind that we do not know Could not find out',
    ]) {
      expect(shown).toContain(part)
    }
  })
  it('shows what the issuer attached, kept apart from our words', () => {
    const credential = { ...verifiedLicence.credential, statusMessages: ['<b>Fees due</b>'] }
    const shown = html({ result: { ...verifiedLicence, credential } })
    expect(shown).toContain('<bdi>&lt;b>Fees due&lt;/b></bdi>')
    expect(text({})).not.toContain('Messages from the issuer')
  })
  it('never shows a DID where there is a domain', () => {
    expect(text({})).not.toContain('did:web')
  })
  it.each<[ReasonCode]>([
    ['status.suspended'],
    ['issuer_trust.registry_expired'],
    ['signature.mismatch'],
  ])('says at the top why the verdict is what it is: %s', (code) => {
    const [header = ''] = html({ result: licenceWith(code) }).split('</header>')
    expect(header).toContain(en.reasons[code])
  })
  it('gives what could not be checked, not what failed besides, as the reason of an inconclusive verdict', () => {
    const unrecognized = licenceWith('issuer_trust.not_accredited').checks
    const checks = licenceWith('status.list_unreachable').checks.map((check) =>
      check.check === 'issuer_trust'
        ? (unrecognized.find(({ check: id }) => id === 'issuer_trust') ?? check)
        : check,
    )
    const [header = ''] = html({
      result: { ...verifiedLicence, ...conclude(checks) },
    }).split('</header>')
    expect(header).toContain(en.reasons['status.list_unreachable'])
    expect(header).not.toContain(en.reasons['issuer_trust.not_accredited'])
  })
  it('accuses nobody where nothing could be read', () => {
    const shown = text({ result: licenceWith('format.unrecognized') })
    expect(shown).toContain(en.panel.unreadable)
    expect(shown).not.toContain(en.verdicts.rejected.meaning)
    expect(shown).not.toContain('Issued to')
    expect(shown).not.toContain(en.panel.unproven)
  })
  it('names a listed issuer by its listed name, also where it may not issue this', () => {
    expect(text({ result: licenceWith('issuer_trust.jurisdiction_not_covered') })).toContain(
      'Issued by Northmark Medical Council (northmark.example)',
    )
  })
  it('gives no reason where nothing is wrong', () => {
    expect(html({})).not.toContain('verdict-reason')
  })
  it('lists every check', () => {
    const shown = html({})
    for (const check of CHECK_IDS) expect(shown).toContain(`data-check="${check}"`)
  })
  it.each(Object.keys(REASONS) as ReasonCode[])('gives %s in words', (code) => {
    expect(html({ result: licenceWith(code) })).toContain(en.reasons[code])
    expect(en.reasons[code]).not.toMatch(/undefined|JWT|DID|signature suite|base64/)
  })
  it('says that nothing is proved while the signature has not passed', () => {
    const credential = { ...verifiedLicence.credential, claimsVerified: false }
    const shown = text({ result: { ...licenceWith('signature.mismatch'), credential } })
    expect(shown).toContain('Nothing below is proved')
    expect(shown).toContain('northmark.example; calls itself “Northmark Medical Council”')
  })
  it('says once what stopped the checks that were not reached', () => {
    const checks = [{ check: 'status', outcome: 'not_run', because: 'signature' }] as const
    expect(text({ result: { ...verifiedLicence, checks } })).toContain(
      'were not reached. What stopped us: Signature.',
    )
  })
  it('puts the name of an issuer that nobody vouches for in quotation marks', () => {
    const issuer = { id: 'did:key:z6Mk', name: 'University of Oxford' }
    const result = licenceWith('issuer_trust.not_accredited')
    const shown = text({ result: { ...result, credential: { ...result.credential, issuer } } })
    expect(shown).toContain('Issued by no website of its own; calls itself “University of Oxford”')
    expect(shown).not.toContain('did:key')
  })
  it('shows the conditions of a licence before everything else', () => {
    expect(text({ result: { ...verifiedLicence, notices: ['licence_conditions'] } })).toContain(
      'This licence is limited',
    )
  })
  it('tells apart whether it is genuine and whether it is this person’s', () => {
    const shown = text({
      person: { name: 'Tomás Ferreira', subject: 'Amina Diallo', match: 'different' },
    })
    expect(shown).toContain('Verified')
    expect(shown).toContain('This page is about Tomás Ferreira: not the same name.')
  })
  it('answers whether it is about the person whom the reader expected', () => {
    const result = {
      ...verifiedLicence,
      nameMatch: 'different',
      matchedName: 'Amina Diallo',
    } as const
    const shown = text({ result, expectedName: 'Tomás Ferreira' })
    expect(shown).toContain(en.panel.expectedName)
    expect(shown).toContain(en.expectedNames.different('Amina Diallo', 'Tomás Ferreira'))
    expect(shown).toContain('Verified')
  })
  it('says so where there is no name to compare with the expected one', () => {
    const result = { ...verifiedLicence, nameMatch: 'possible' } as const
    expect(text({ result, expectedName: 'Tomás Ferreira' })).toContain(
      en.expectedNames.possible(en.panel.notStated, 'Tomás Ferreira'),
    )
  })
  it('says nothing about an expected person where nothing was compared', () => {
    expect(text({ expectedName: 'Tomás Ferreira' })).not.toContain('Tomás')
    const result = { ...verifiedLicence, nameMatch: 'exact', matchedName: 'Amina Diallo' } as const
    expect(text({ result })).not.toContain(en.panel.expectedName)
  })
  it('escapes what a credential says', () => {
    const credential = { ...verifiedLicence.credential, name: '<img src=x onerror=alert(1)>' }
    expect(html({ result: { ...verifiedLicence, credential } })).not.toContain('<img')
  })
})

describe('the verdict panel in Arabic', () => {
  const ar = wordingFor(['ar'])
  it('runs from right to left', () => {
    expect(html({ wording: ar })).toMatch(/^<article [^>]*lang="ar" dir="rtl">/)
  })
  it('keeps what a credential says apart from its own words', () => {
    const shown = html({ wording: ar })
    expect(shown).toContain('<bdi>Amina Diallo</bdi>')
    expect(shown).toContain(
      '\u2068Ministry of Health\u2069 تعترف بـ \u2068Northmark Medical Council\u2069',
    )
  })
  it('says its own sentences from right to left, also those that begin with a domain', () => {
    const result = licenceWith('issuer_trust.not_accredited')
    expect(html({ result, wording: ar })).toContain(
      '<bdi dir="rtl">\u2068northmark.example\u2069؛ تسمّي نفسها «\u2068Northmark Medical Council\u2069»</bdi>',
    )
  })
  it('has its own words for a credential without a name', () => {
    const credential = { ...verifiedLicence.credential, name: 'Unreadable credential' }
    const result = { ...licenceWith('format.unrecognized'), credential }
    const shown = text({ result, wording: ar })
    expect(shown).toContain(ar.mark.unreadable)
    expect(shown).not.toContain(credential.name)
  })
})
