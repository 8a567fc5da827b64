// A reader of Arabic: marks, panel, popup and options speak it, and run from right to left.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { WORDINGS } from '../../shared/ui/wording/index.ts'
import { expectMarks } from './support/accessibility.ts'
import { type BrowserWithExtension, openBrowser } from './support/browser.ts'
import { picture } from './support/picture.ts'
import { openSurface, type Surface } from './support/surface.ts'

const { demoOrigin, origin } = inject('world')
const { label, otherPerson } = WORDINGS.ar.mark
let browser: BrowserWithExtension
let candidate: Page

beforeAll(async () => {
  browser = await openBrowser({ flags: ['--accept-lang=ar'] })
  candidate = await browser.context.newPage()
  await candidate.goto(`${demoOrigin}/demo/candidates/sofia-lindqvist`)
})
afterAll(() => browser.close())

it('hears from a mark in an English page whose credential it is', async () => {
  const names = label(WORDINGS.ar.verdicts.verified.word, ['Master of Pharmacy', 'Ines Carvalho'])
  await expectMarks(candidate, [`${names}${otherPerson}`])
})

describe.each<[Surface, string]>([
  ['popup.html', 'عُثر على وثيقة واحدة في هذه الصفحة.'],
  ['sidepanel.html', WORDINGS.ar.verdicts.verified.meaning],
  ['options.html', origin],
])('%s', (surface, words) => {
  it('runs from right to left and fits a narrow window', async () => {
    const page = await openSurface(browser, surface, candidate)
    await page.setViewportSize({ width: 320, height: 640 })
    await expect.poll(() => page.locator('body').textContent()).toContain(words)
    const { dir, lang, over } = await page.evaluate(() => {
      const { clientWidth, dir, lang, scrollWidth } = document.documentElement
      return { dir, lang, over: scrollWidth - clientWidth }
    })
    expect({ dir, lang }).toEqual({ dir: 'rtl', lang: 'ar' })
    expect(over).toBeLessThanOrEqual(0)
    await picture(page, `${surface.replace('.html', '')}-arabic`)
    await page.close()
  })
})
