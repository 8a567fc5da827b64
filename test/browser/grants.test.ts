// A site that the reader granted is read without a click; one that nobody granted is left alone.
import type { Page } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { expectMarks } from './support/accessibility.ts'
import { badgeText } from './support/badge.ts'
import { type BrowserWithExtension, openBrowser } from './support/browser.ts'
import { grantFromTheStart } from './support/extension-variant.ts'
import { issueLicence } from './support/issuing.ts'

const { demoOrigin, extension, origin } = inject('world')
const PORTAL = 'https://portal.example/*'
const MARK = 'Verified: Licence to practise medicine, Ana Lima'

/** Opens a page with a credential at a portal that the build knows nothing of. */
async function openPortal({ context }: BrowserWithExtension): Promise<Page> {
  const { credential } = await issueLicence('Ana Lima')
  const body = `<!doctype html><html><head><title>Ana Lima</title></head><body><h1>Ana Lima</h1><p>${credential}</p></body></html>`
  await context.route('https://portal.example/**', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
  )
  const page = await context.newPage()
  await page.goto('https://portal.example/people/1')
  return page
}

/** A page of a granted site, opened later, has its marks: so the page before it would have them, too. */
async function letTheExtensionWork({ context }: BrowserWithExtension) {
  const page = await context.newPage()
  await page.goto(`${demoOrigin}/demo/candidates/tomasz-wierzba`)
  await expectMarks(page, ['Not in force: Licence to practise nursing, Tomasz Wierzba'])
}

const matchesOf = async (browser: BrowserWithExtension) =>
  (await browser.background()).evaluate(async () => {
    const scripts = await chrome.scripting.getRegisteredContentScripts()
    return scripts.flatMap(({ matches = [] }) => matches).toSorted()
  })

it('marks a granted site without a click', async () => {
  const variant = await grantFromTheStart(extension, [PORTAL])
  const browser = await openBrowser({ extension: variant.folder })
  try {
    await expect.poll(() => matchesOf(browser)).toEqual([`${demoOrigin}/*`, PORTAL])
    const page = await openPortal(browser)
    await expectMarks(page, [MARK])
    await expect.poll(() => badgeText(browser, page)).toBe('1')
  } finally {
    await browser.close()
    await variant.remove()
  }
})

it('leaves the same page as it is where the site is not granted', async () => {
  const browser = await openBrowser()
  try {
    const page = await openPortal(browser)
    const before = await page.content()
    await letTheExtensionWork(browser)
    await page.reload()
    await letTheExtensionWork(browser)
    expect(await page.content()).toBe(before)
    await expectMarks(page, [])
    expect(await badgeText(browser, page)).toBe('')
    expect(await matchesOf(browser)).toEqual([`${demoOrigin}/*`])
  } finally {
    await browser.close()
  }
})

it('asks the Worker and never reads its pages', async () => {
  const { credential } = await issueLicence('Ana Lima')
  const browser = await openBrowser()
  try {
    const page = await browser.context.newPage()
    const url = `${origin}/page-of-a-test`
    await page.route(url, (route) =>
      route.fulfill({ contentType: 'text/html', body: `<p>${credential}` }),
    )
    await page.goto(url)
    const before = await page.content()
    await letTheExtensionWork(browser)
    expect(await page.content()).toBe(before)
  } finally {
    await browser.close()
  }
})
