import { parseHTML } from 'linkedom'
import { h } from 'preact'
import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { VerdictPanel } from '../../../shared/ui/verdict-panel.tsx'
import { WORDINGS, wordingFor } from '../../../shared/ui/wording/index.ts'
import type { VerificationResult } from '../../../shared/verification-result.ts'
import { licenceWith, verifiedLicence } from './results.ts'

const en = wordingFor(['en'])

/** What a holder of two licences presents. */
const presentation = (...contained: readonly VerificationResult[]): VerificationResult => ({
  ...verifiedLicence,
  notices: [],
  credential: {
    claimsVerified: true,
    kind: 'presentation',
    envelope: 'vp+jwt',
    name: 'Presentation',
    subject: {},
    issuer: { id: 'did:web:amina.example', domain: 'amina.example' },
  },
  evidence: { trustChain: [], statusLists: [], statusEntries: [] },
  contained,
})

const panel = (result: VerificationResult, wording = en) =>
  parseHTML(render(h(VerdictPanel, { result, wording }))).document
const textOf = (element: { readonly textContent: string | null } | null) =>
  element?.textContent?.replace(/\s+/g, ' ').trim()

describe('the credentials inside', () => {
  const suspended = licenceWith('status.suspended')

  it('each say verdict and name before they are opened', () => {
    const document = panel(presentation(verifiedLicence, suspended))
    const entries = [...document.querySelectorAll('.verdict-contained details')]
    expect(entries.map((entry) => textOf(entry.querySelector('summary')))).toEqual([
      'Verified Licence to practise medicine',
      'Not in force Licence to practise medicine',
    ])
    expect(entries.every((entry) => !entry.hasAttribute('open'))).toBe(true)
    expect(textOf(document.querySelector('.verdict-contained h3'))).toBe('Credentials inside')
  })

  it('say why, and what they say, when they are', () => {
    const limited = { ...suspended, notices: ['licence_conditions'] as const }
    const [entry = null] = panel(presentation(limited)).querySelectorAll('details')
    const text = textOf(entry)
    expect(text).toContain(en.reasons['status.suspended'])
    expect(text).toContain(en.notices.licence_conditions)
    expect(text).toContain('Northmark Medical Council (northmark.example)')
  })

  it('are called unproven where they are', () => {
    const result = licenceWith('signature.mismatch')
    const forged = { ...result, credential: { ...result.credential, claimsVerified: false } }
    expect(textOf(panel(presentation(forged)).querySelector('details'))).toContain(
      en.panel.unproven,
    )
  })

  it('may hold further ones', () => {
    const transcript = { ...verifiedLicence, contained: [suspended] }
    const document = panel(presentation(transcript))
    expect(document.querySelectorAll('details details')).toHaveLength(1)
    expect(textOf(document.querySelector('details h4'))).toBe('Credentials inside')
  })

  it('are not spoken of where there are none', () => {
    expect(panel(presentation()).querySelector('.verdict-contained')).toBeNull()
  })

  it('have the headings of every language', () => {
    for (const wording of Object.values(WORDINGS)) {
      const document = panel(presentation(verifiedLicence), wording)
      expect(textOf(document.querySelector('.verdict-contained h3'))).toBe(wording.panel.contained)
      expect(textOf(document.querySelector('h2'))).toBe(wording.panel.kinds.presentation)
    }
  })
})

describe('a presentation', () => {
  it('says who presents it and nothing that it does not claim', () => {
    const facts = [...panel(presentation(verifiedLicence)).querySelectorAll('header ~ dl > div')]
    expect(facts.map((fact) => [...fact.children].map(textOf))).toEqual([
      ['Presented by', 'amina.example'],
    ])
  })
})
