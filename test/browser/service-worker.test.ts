// The background may be stopped at any moment; the marks and the badge are right all the same.
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { expectMarks } from './support/accessibility.ts'
import { badgeText } from './support/badge.ts'
import { type BrowserWithExtension, openBrowser } from './support/browser.ts'
import { openServed } from './support/hostile-page.ts'
import { issueLicence } from './support/issuing.ts'
import { killServiceWorker } from './support/service-worker.ts'

const { demoOrigin } = inject('world')
let browser: BrowserWithExtension

beforeEach(async () => {
  browser = await openBrowser()
})
afterEach(() => browser.close())

it('answers a page although it was stopped while the page loaded', async () => {
  const page = await browser.context.newPage()
  await page.goto(`${demoOrigin}/demo/candidates/elena-marchetti`, { waitUntil: 'commit' })
  expect(await killServiceWorker(page, browser.extensionId)).toBe(1)
  await expectMarks(page, [
    'Verified: Doctor of Medicine, Elena Marchetti',
    'Verified: Licence to practise medicine, Elena Marchetti',
  ])
  await expect.poll(() => badgeText(browser, page)).toMatch(/2/)
})

it('goes on with a page whose first credentials another life of it verified', async () => {
  const [first, second] = [await issueLicence('Ana Lima'), await issueLicence('Bo Eriksen')]
  const page = await openServed(browser.context, { html: `<main><p>${first.credential}` })
  const marks = [
    'Verified: Licence to practise medicine, Ana Lima',
    'Verified: Licence to practise medicine, Bo Eriksen',
  ]
  await expectMarks(page, marks.slice(0, 1))
  expect(await killServiceWorker(page, browser.extensionId)).toBe(1)
  await page.evaluate((text) => {
    const paragraph = document.createElement('p')
    paragraph.textContent = text
    document.querySelector('main')?.append(paragraph)
  }, second.credential)
  await expectMarks(page, marks)
  await expect.poll(() => badgeText(browser, page)).toMatch(/2/)
})
