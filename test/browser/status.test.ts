// What an issuer changes is what a reader sees after the next load of the page.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buttonNames, expectMarks } from './support/accessibility.ts'
import { type BrowserWithExtension, openBrowser } from './support/browser.ts'
import { openServed } from './support/hostile-page.ts'
import { issueLicence, setLicenceState } from './support/issuing.ts'

let browser: BrowserWithExtension

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

it('shows a suspension, and its end, after a reload', async () => {
  const { id, credential } = await issueLicence('Ayo Nakamura')
  const page = await openServed(browser.context, { html: `<h1>Ayo Nakamura</h1><p>${credential}` })
  const inForce = 'Verified: Licence to practise medicine, Ayo Nakamura'
  const suspended = 'Not in force: Licence to practise medicine, Ayo Nakamura'
  const markAfterReload = async () => {
    await page.reload()
    await expect
      .poll(() => buttonNames(page), { timeout: 10_000 })
      .toEqual([expect.not.stringMatching(/^Checking/)])
    return (await buttonNames(page))[0]
  }

  await expectMarks(page, [inForce])
  await setLicenceState(id, 'suspended')
  await expect.poll(markAfterReload, { timeout: 15_000 }).toBe(suspended)
  await setLicenceState(id, 'active')
  await expect.poll(markAfterReload, { timeout: 15_000 }).toBe(inForce)
})
