// What the extension costs a page: nothing where there is no credential, no jump where there is one.
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { expectMarks } from './support/accessibility.ts'
import { badgeText } from './support/badge.ts'
import { type BrowserWithExtension, openBrowser } from './support/browser.ts'
import { openServed } from './support/hostile-page.ts'

const { demoOrigin } = inject('world')
let browser: BrowserWithExtension

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** The addresses of the pages that speak to the background from now on, one for each message. */
async function noteSenders() {
  const background = await browser.background()
  await background.evaluate(() => {
    const notes = globalThis as unknown as { senders: (string | undefined)[] }
    notes.senders = []
    chrome.runtime.onMessage.addListener((_message, sender) => {
      notes.senders.push(sender.url)
    })
  })
  return () => background.evaluate(() => (globalThis as unknown as { senders: string[] }).senders)
}

it('sends no message and draws nothing on a page without credentials', async () => {
  const senders = await noteSenders()
  const rows = '<tr><th scope="row">Somebody<td>eyJust a word<td>2211'.repeat(500)
  const html = `<!doctype html><html><head><title>Staff</title></head><body><table>${rows}</table></body></html>`
  const page = await openServed(browser.context, { html })
  const before = await page.content()
  // A page with a credential, opened later, is done: so this one would have been, too.
  const later = await browser.context.newPage()
  await later.goto(`${demoOrigin}/demo/candidates/tomasz-wierzba`)
  await expectMarks(later, ['Not in force: Licence to practise nursing, Tomasz Wierzba'])
  expect(await senders()).toContain(later.url())
  await page.evaluate(() => document.body.append('One more word.'))
  await later.reload()
  await expectMarks(later, ['Not in force: Licence to practise nursing, Tomasz Wierzba'])
  expect(await senders()).not.toContain(page.url())
  expect(await page.content()).toBe(before.replace('</body>', 'One more word.</body>'))
  await later.close()
  await expectMarks(page, [])
  expect(await badgeText(browser, page)).toBe('')
})

interface Watched {
  layoutShift: number
}

it('moves nothing on the page when marks come', async () => {
  const page = await browser.context.newPage()
  await page.addInitScript(() => {
    const watched = globalThis as unknown as Watched
    watched.layoutShift = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        watched.layoutShift += (entry as PerformanceEntry & { value: number }).value
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  const shift = () => page.evaluate(() => (globalThis as unknown as Watched).layoutShift)
  await page.goto(`${demoOrigin}/demo/register`)
  await expect
    .poll(() => page.evaluate(() => document.querySelectorAll('td > :not(a)').length))
    .toBe(4)
  await page.screenshot()
  expect(await shift()).toBeLessThan(0.01)
  // The same instrument sees a shift where there is one.
  await page.evaluate(() =>
    document.body.prepend(document.createElement('hr'), 'Moved. '.repeat(999)),
  )
  await expect.poll(shift).toBeGreaterThan(0.05)
})

it('clears the badge when the tab goes on to another page', async () => {
  const page = await browser.context.newPage()
  await page.goto(`${demoOrigin}/demo/candidates/tomasz-wierzba`)
  await expectMarks(page, ['Not in force: Licence to practise nursing, Tomasz Wierzba'])
  await expect.poll(() => badgeText(browser, page)).not.toBe('')
  await page.goto(`${demoOrigin}/demo`)
  await expect.poll(() => badgeText(browser, page)).toBe('')
})
