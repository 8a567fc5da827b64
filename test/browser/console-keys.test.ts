// Pages of the console that change little and frighten much: keys, what a stolen one means, the domain, and who is recognised.
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { type BrowserWithExtension, openBrowser } from './support/browser.ts'
import { leave, lookAt } from './support/look.ts'
import { joinAs } from './support/operators.ts'

const { origin } = inject('world')
/** Every page is looked at six times. */
const PATIENCE_MS = 240_000

let browser: BrowserWithExtension

beforeAll(async () => {
  browser = await openBrowser({ viewport: { width: 320, height: 800 } })
})
afterAll(() => browser.close())

it('an admin looks at keys, and leaves them as they are', { timeout: PATIENCE_MS }, async () => {
  const page = await joinAs(browser.context, 'northmark-medical-council', 'admin')
  await page.goto(`${origin}/console/keys`)
  await lookAt(page, 'keys', 'Keys')
  await page.goto(`${origin}/console/key-rotation`)
  await lookAt(page, 'key-rotation', 'Make another key?')
  await page.getByRole('link', { name: 'Leave it as it is' }).click()
  await page.locator('.rows a').first().click()
  await lookAt(page, 'key', 'Key')
  await page.getByLabel('Since when (UTC)').fill('2026-01-01T00:00')
  await page.getByLabel('What happened').fill('Break-in')
  await page.getByRole('button', { name: 'See what marking it' }).click()
  await lookAt(page, 'key-compromise', 'Mark this key as compromised?')
  expect(await page.locator('main').textContent()).toContain('It cannot be taken back')
  await page.goto(`${origin}/console/domain`)
  await lookAt(page, 'domain', 'Domain')
  await leave(page)
})

it('an approver of an accreditor looks at whom it recognises', {
  timeout: PATIENCE_MS,
}, async () => {
  const page = await joinAs(browser.context, 'ministry-of-health', 'approver')
  await page.goto(`${origin}/console/recognition`)
  await lookAt(page, 'recognition', 'Recognition')
  await leave(page)
})
