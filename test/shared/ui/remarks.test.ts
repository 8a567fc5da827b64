// What accreditors say of issuers, as mark and panel say it: that one closed, which is neither good nor bad news, and doubts.
import { h } from 'preact'
import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { problem } from '../../../shared/reasons.ts'
import { ContainedList } from '../../../shared/ui/contained-list.tsx'
import { isIssuerVouchedFor } from '../../../shared/ui/findings.ts'
import { markLabel } from '../../../shared/ui/label.ts'
import { VerdictPanel } from '../../../shared/ui/verdict-panel.tsx'
import { type Locale, WORDINGS } from '../../../shared/ui/wording/index.ts'
import { conclude, notPassed } from '../../../shared/verdict.ts'
import type { ClosingReport, VerificationResult } from '../../../shared/verification-result.ts'
import { verifiedLicence } from './results.ts'

const LOCALES = Object.keys(WORDINGS) as Locale[]
const COUNCIL = 'Northmark Medical Council'
const ARCHIVE = 'Northmark State Archive'

const closed = (changes: Partial<ClosingReport> = {}): VerificationResult => ({
  ...verifiedLicence,
  notices: ['issuer_closed'],
  evidence: {
    ...verifiedLicence.evidence,
    closing: {
      record: 'urn:uuid:3',
      issuer: { did: 'did:web:northmark.example', name: COUNCIL },
      closedOn: '2026-06-30T00:00:00Z',
      statedBy: { did: 'did:web:health.example', name: 'Ministry of Health' },
      ...changes,
    },
  },
})

const notice = (html: string) => /verdict-notice">(.*?)<\/p>/.exec(html)?.[1] ?? ''

const inPanel = (result: VerificationResult, locale: Locale) =>
  notice(render(h(VerdictPanel, { result, wording: WORDINGS[locale] })))

const keptBy = { did: 'did:web:archive.example', name: ARCHIVE }

describe('that an issuer closed', () => {
  it('is said with the day and with who keeps its records', () => {
    expect(inPanel(closed({ keptBy }), 'en')).toBe(
      `${COUNCIL} closed on 30 June 2026; its records are kept by ${ARCHIVE}.`,
    )
  })

  it('is said alone where nobody keeps them', () => {
    expect(inPanel(closed(), 'en')).toBe(`${COUNCIL} closed on 30 June 2026.`)
  })

  it.each(LOCALES)('is said by name in %s, in panel and list', (locale) => {
    const wording = WORDINGS[locale]
    for (const said of [
      inPanel(closed({ keptBy }), locale),
      notice(render(h(ContainedList, { contained: [closed({ keptBy })], wording, heading: 'h3' }))),
    ]) {
      for (const part of [COUNCIL, ARCHIVE, wording.date('2026-06-30T00:00:00Z')]) {
        expect(said).toContain(part)
      }
    }
  })

  it('is said of a presentation without naming one of several', () => {
    const { closing: _, ...evidence } = closed().evidence
    expect(inPanel({ ...closed(), evidence }, 'en')).toBe(WORDINGS.en.notices.issuer_closed)
  })

  it.each(LOCALES)('is part of the mark’s name in %s, behind an unchanged verdict', (locale) => {
    const wording = WORDINGS[locale]
    const label = markLabel(closed(), 'exact', wording)
    expect(label).toBe(markLabel(verifiedLicence, 'exact', wording) + wording.mark.issuerClosed)
  })
})

describe('awards in doubt', () => {
  const lie = notPassed(
    problem('issuer_trust.tainted_interval', {
      awardedFrom: '2016-01-01T00:00:00Z',
      awardedUntil: '2021-07-01T00:00:00Z',
      reasonCode: 'awards_without_study',
    }),
  )
  const checks = verifiedLicence.checks.map((check) => (check.check === lie.check ? lie : check))
  const result = { ...verifiedLicence, ...conclude(checks) }

  it.each(LOCALES)('are told with their time in %s', (locale) => {
    const wording = WORDINGS[locale]
    const html = render(h(VerdictPanel, { result, wording }))
    for (const day of ['2016-01-01', '2021-07-01']) expect(html).toContain(wording.date(day))
  })

  it('are no verdict on the holder', () => {
    expect(markLabel(result, 'exact', WORDINGS.en)).toBe(
      'Could not check: Licence to practise medicine, Amina Diallo',
    )
  })

  it('leave the issuer its listed name', () => {
    expect(isIssuerVouchedFor(result)).toBe(true)
  })
})
