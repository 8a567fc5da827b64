// The nine candidates and the board register: every mark says what is true.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { expectMarks } from './support/accessibility.ts'
import { type BrowserWithExtension, openBrowser } from './support/browser.ts'
import { picture } from './support/picture.ts'

const { demoOrigin } = inject('world')
let browser: BrowserWithExtension

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const CANDIDATES: Readonly<Record<string, readonly string[]>> = {
  'elena-marchetti': [
    'Verified: Doctor of Medicine, Elena Marchetti',
    'Verified: Licence to practise medicine, Elena Marchetti',
  ],
  'amina-diallo': [
    'Not in force: Licence to practise medicine, Amina Diallo',
    'Verified: Doctor of Medicine, Amina Diallo',
  ],
  'tomasz-wierzba': ['Not in force: Licence to practise nursing, Tomasz Wierzba'],
  'priya-raman': ['Not in force: Bachelor of Science in Nursing, Priya Raman'],
  'lukas-brandt': ['Rejected: Master of Pharmacy, Lukas Brandt'],
  'victor-hale': ['Issuer not recognised: Doctor of Medicine, Victor Hale'],
  'sofia-lindqvist': ['Verified: Master of Pharmacy, Ines Carvalho, not the person named here'],
  'kwame-boateng': ['Could not check: Licence to practise dentistry, Kwame Boateng'],
  'noor-haddad': ['Issuer not recognised: Licence to practise nursing, Noor Haddad'],
}

describe('a candidate’s page', () => {
  it.each(Object.entries(CANDIDATES))('marks the documents of %s', async (slug, marks) => {
    const page = await browser.context.newPage()
    await page.goto(`${demoOrigin}/demo/candidates/${slug}`)
    await expectMarks(page, marks)
    await picture(page, `candidate-${slug}`)
    await page.close()
  })
})

it('marks the rows of a register, whose names are written family name first', async () => {
  const page = await browser.context.newPage()
  await page.goto(`${demoOrigin}/demo/register`)
  await expectMarks(page, [
    'Not in force: Licence to practise medicine, Amina Diallo',
    'Verified: Licence to practise medicine, Joaquim Ferreira',
    'Verified: Licence to practise medicine, Elena Marchetti',
    'Verified: Licence to practise medicine, Hana Sato, with conditions',
  ])
  await picture(page, 'register')
  await page.close()
})

it('draws nothing on the list of candidates, which holds no credential', async () => {
  const page = await browser.context.newPage()
  await page.goto(`${demoOrigin}/demo`)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Candidates')
  await expectMarks(page, [])
  await page.close()
})
