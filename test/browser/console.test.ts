// The console as operators use it, on a telephone, a tablet and a desk: nothing sticks out, everything has a name, and it works.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { violationsOf } from './support/axe.ts'
import { type BrowserWithExtension, openBrowser } from './support/browser.ts'
import { leave, lookAt } from './support/look.ts'
import { joinAs } from './support/operators.ts'

const { origin } = inject('world')
const COUNCIL = 'northmark-medical-council'
/** Every page is looked at six times. */
const PATIENCE_MS = 240_000

let browser: BrowserWithExtension

beforeAll(async () => {
  browser = await openBrowser({ viewport: { width: 320, height: 800 } })
})
afterAll(() => browser.close())

it('the rules of accessibility refuse what cannot be read, under our Content Security Policy', async () => {
  const page = await browser.context.newPage()
  await page.goto(`${origin}/console/sign-in`)
  expect(await violationsOf(page)).toEqual([])
  await page.locator('h1').evaluate((heading) => {
    heading.style.color = '#eee'
  })
  expect(await violationsOf(page)).toEqual([expect.stringContaining('color-contrast')])
  await page.close()
})

describe('an operator who issues', () => {
  it('issues a licence, sees it as its holder will, and suspends it', {
    timeout: PATIENCE_MS,
  }, async () => {
    const page = await joinAs(browser.context, COUNCIL, 'proposer')
    await lookAt(page, 'home', 'Northmark Medical Council')
    await page.getByRole('link', { name: 'Issue', exact: true }).click()
    await lookAt(page, 'issue', 'Issue a credential')
    await page.getByRole('link', { name: 'Professional licence', exact: true }).click()
    await lookAt(page, 'form', 'Issue: Professional licence')

    await page.getByLabel('Name of the holder').fill('Amina Diallo')
    await page.getByLabel('Valid from').fill('2026-01-01')
    await page.getByLabel('Valid until').fill('2099-12-31')
    await page.getByLabel('Name', { exact: true }).fill('Licence to practise medicine')
    await page.getByLabel('Number').fill('NM-70001')
    await page.getByLabel('Profession', { exact: true }).fill('22')
    await page.getByLabel('Jurisdiction').fill('XM-N')
    await page.getByRole('button', { name: 'See it before it is signed' }).click()
    await page.getByRole('alert').waitFor()
    await lookAt(page, 'form-refused', 'Issue: Professional licence')
    await page.getByRole('alert').getByRole('link', { name: 'Profession' }).click()
    const profession = page.getByLabel('Profession', { exact: true })
    expect(await profession.evaluate((input) => input === document.activeElement)).toBe(true)
    await profession.fill('2211')
    await page.keyboard.press('Enter')

    await page.getByRole('button', { name: 'Sign and issue it' }).waitFor()
    expect(await page.locator('.preview').textContent()).toContain('Amina Diallo')
    await lookAt(page, 'preview', 'As its holder will see it')
    await page.getByRole('button', { name: 'Sign and issue it' }).click()
    await page.getByLabel('The signed credential').waitFor()
    await lookAt(page, 'issued', 'It is signed')
    const credential = await page.getByLabel('The signed credential').inputValue()
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'The credential itself' }).click()
    expect((await downloading).suggestedFilename()).toBe('credential.jwt')

    await page.getByRole('link', { name: 'state', exact: true }).click()
    await lookAt(page, 'credential', 'Professional licence')
    await page.getByLabel('New state').selectOption('suspended')
    await page.getByLabel('In words').fill('Pending an inquiry')
    await page.getByRole('button', { name: 'Change the state' }).click()
    await page.getByRole('status').waitFor()
    await lookAt(page, 'suspended', 'Professional licence')
    await page.getByLabel('New state').selectOption('revoked')
    await page.getByLabel('In words').fill('Struck off')
    await page.getByRole('button', { name: 'Change the state' }).click()
    await page.getByRole('button', { name: 'Revoke it for good' }).waitFor()
    await lookAt(page, 'revocation', 'Professional licence')
    await page.getByRole('link', { name: 'Do not revoke it' }).click()

    await page.getByRole('link', { name: 'Credentials', exact: true }).click()
    await lookAt(page, 'credentials', 'Credentials')
    await page.goto(`${origin}/verify`)
    await page.locator('textarea').fill(credential)
    await page.getByRole('button', { name: 'Verify' }).click()
    await expect
      .poll(() => page.locator('#result .verdict-word').textContent())
      .toMatch(/Not in force/)
    await page.goto(`${origin}/console`)
    await leave(page)
  })
})

describe('an admin', () => {
  it('invites somebody, and reads what was done', { timeout: PATIENCE_MS }, async () => {
    const page = await joinAs(browser.context, COUNCIL, 'admin')
    await page.getByRole('link', { name: 'Team', exact: true }).click()
    await lookAt(page, 'team', 'Team')
    await page.getByLabel('Name', { exact: true }).fill('Bo Eriksen')
    await page.getByLabel('Role').selectOption('approver')
    await page.getByRole('button', { name: 'Make a link' }).click()
    expect(await page.locator('#invite-link').textContent()).toContain(`${origin}/console/join#`)
    await lookAt(page, 'invited', 'Team')
    await page.getByRole('link', { name: 'Audit log', exact: true }).click()
    await lookAt(page, 'audit', 'Audit log')
    await page.getByRole('link', { name: 'Verify the chain' }).click()
    await page.getByRole('status').waitFor()
    await page.getByRole('link', { name: 'Proposals', exact: true }).click()
    await lookAt(page, 'proposals', 'Proposals')
    await leave(page)
  })
})
