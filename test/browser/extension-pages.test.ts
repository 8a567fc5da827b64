// The extension's own pages: none is blank, none complains, each says what the page's credentials are worth.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { expectMarks } from './support/accessibility.ts'
import { type BrowserWithExtension, openBrowser } from './support/browser.ts'
import { picture } from './support/picture.ts'
import { openSurface, type Surface } from './support/surface.ts'

const { demoOrigin, origin } = inject('world')
let browser: BrowserWithExtension
let candidate: Page

beforeAll(async () => {
  browser = await openBrowser()
  candidate = await browser.context.newPage()
  await candidate.goto(`${demoOrigin}/demo/candidates/amina-diallo`)
})
afterAll(() => browser.close())

const SURFACES: Readonly<Record<Surface, readonly string[]>> = {
  'popup.html': ['2 credentials found', 'Scan this page', 'Open panel', 'Options'],
  'sidepanel.html': ['Not in force', 'Verified', 'Amina Diallo', 'Northmark Medical Council'],
  'options.html': [origin, 'Ministry of Health of Marovia', 'Ministry of Education of Marovia'],
}

describe.each(Object.entries(SURFACES) as [Surface, readonly string[]][])(
  '%s',
  (surface, words) => {
    it('says what it should, without an error', async () => {
      const errors: string[] = []
      browser.context.on('weberror', (error) => errors.push(error.error().message))
      browser.context.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text())
      })
      const page = await openSurface(browser, surface, candidate)
      await page.setViewportSize({ width: surface === 'options.html' ? 900 : 380, height: 720 })
      for (const word of words) {
        await expect.poll(() => page.locator('body').textContent()).toContain(word)
      }
      expect(await page.title()).not.toBe('')
      expect(await page.locator('h1').count()).toBe(1)
      expect(errors).toEqual([])
      await picture(page, surface.replace('.html', ''))
      await page.close()
    })

    it('fits a narrow window', async () => {
      const page = await openSurface(browser, surface, candidate)
      await page.setViewportSize({ width: 320, height: 640 })
      await expect.poll(() => page.locator('h1').count()).toBe(1)
      const { scroll, client } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
      }))
      expect(scroll).toBeLessThanOrEqual(client)
      await page.close()
    })
  },
)

it('tells in the panel, apart from the verdict, that a credential is somebody else’s', async () => {
  const page = await browser.context.newPage()
  await page.goto(`${demoOrigin}/demo/candidates/sofia-lindqvist`)
  await expectMarks(page, [
    'Verified: Master of Pharmacy, Ines Carvalho, not the person named here',
  ])
  const panel = await openSurface(browser, 'sidepanel.html', page)
  const text = () => panel.locator('body').textContent()
  await expect.poll(text).toContain('Ines Carvalho')
  expect(await text()).toContain('Sofia Lindqvist')
  await panel.setViewportSize({ width: 380, height: 720 })
  await picture(panel, 'sidepanel-other-person')
})
