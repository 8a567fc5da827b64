// /verify as people use it: with the keyboard, on a narrow screen, by dropping a file.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type BrowserWithExtension, openBrowser } from './support/browser.ts'
import { issueLicence, setLicenceState } from './support/issuing.ts'
import { picture } from './support/picture.ts'

const { demoOrigin, origin } = inject('world')
const CHECKS = 9

let browser: BrowserWithExtension

beforeAll(async () => {
  browser = await openBrowser({ viewport: { width: 320, height: 800 } })
})
afterAll(() => browser.close())

async function openVerify(): Promise<Page> {
  const page = await browser.context.newPage()
  await page.goto(`${origin}/verify`)
  return page
}

const verdictOf = (page: Page) => page.locator('#result .verdict-word').textContent()
const widthOver320 = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe('at 320 px, with the keyboard alone', () => {
  it('takes a pasted credential and answers check by check', async () => {
    const { credential } = await issueLicence('Ana Lima')
    const page = await openVerify()
    expect(await widthOver320(page)).toBeLessThanOrEqual(0)
    await picture(page, 'verify-narrow')
    await tabTo(page, 'textarea')
    await page.keyboard.insertText(credential)
    await tabTo(page, 'button[type=submit]')
    await page.keyboard.press('Enter')
    await expect.poll(() => verdictOf(page)).toMatch(/Verified/)
    expect(await page.locator('#result').textContent()).toContain('Ana Lima')
    expect(await page.locator('#result [data-check]').count()).toBe(CHECKS)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('result')
    expect(await widthOver320(page)).toBeLessThanOrEqual(0)
    await picture(page, 'verify-result-narrow')
    await page.setViewportSize({ width: 1200, height: 900 })
    await picture(page, 'verify-result')
    await page.close()
  })

  it('says what to do when there is nothing to verify', async () => {
    const page = await openVerify()
    await tabTo(page, 'button[type=submit]')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    expect(await page.locator('textarea').getAttribute('aria-invalid')).toBe('true')
    await page.close()
  })
})

it('verifies what a scanned code brings along, and takes it out of the address', async () => {
  const { credential } = await issueLicence('Ana Lima')
  const page = await browser.context.newPage()
  await page.goto(`${origin}/verify#credential=${credential}`)
  await expect.poll(() => verdictOf(page)).toMatch(/Verified/)
  expect(page.url()).toBe(`${origin}/verify`)
  await page.goBack()
  expect(page.url()).not.toContain('eyJ')
  await page.close()
})

it('tells a suspended licence from a good one', async () => {
  const { id, credential } = await issueLicence('Bo Eriksen')
  await setLicenceState(id, 'suspended')
  const page = await openVerify()
  await page.locator('textarea').fill(credential)
  await page.locator('button[type=submit]').click()
  await expect.poll(() => verdictOf(page)).toMatch(/Not in force/)
  expect(await page.locator('#result').textContent()).toMatch(/suspended/i)
  await picture(page, 'verify-suspended-narrow')
  await page.close()
})

it('takes a file that is dropped anywhere on the page', async () => {
  const file = await fetch(`${demoOrigin}/demo/candidates/lukas-brandt/documents/1.jwt`)
  const text = await file.text()
  const page = await openVerify()
  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer()
    data.items.add(new File([content], 'degree.jwt', { type: 'text/plain' }))
    return data
  }, text)
  await page.dispatchEvent('h1', 'drop', { dataTransfer: transfer })
  await expect.poll(() => verdictOf(page)).toMatch(/Rejected/)
  await page.close()
})

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, selector: string) {
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press('Tab')
    const isThere = await page.evaluate(
      (s) => document.activeElement?.matches(s) ?? false,
      selector,
    )
    if (isThere) return
  }
  throw new Error(`Tab does not reach ${selector}`)
}
