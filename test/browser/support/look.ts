// Looks at a page as people see it: three widths, light and dark, nothing sticks out, everything has a name, and a picture of each.
import type { Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { violationsOf } from './axe.ts'
import { picture } from './picture.ts'

const WIDTHS = [320, 768, 1280]
/** Rules of accessibility hold at the ends; what lies between looks like one of them. */
const JUDGED_WIDTHS = [320, 1280]
const SCHEMES = ['light', 'dark'] as const

/** What sticks out of the page, is too small to be hit, or has no name for those who do not see it. */
const defectsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const shown = [...document.querySelectorAll<HTMLElement>('a, button, input, select, textarea')]
      .filter((element) => element.checkVisibility() && !element.matches('.skip-link'))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
    const nameOf = (element: HTMLElement) =>
      (element as HTMLInputElement).labels?.[0]?.textContent || element.textContent
    return [
      ...(scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px too wide`] : []),
      ...(document.querySelectorAll('h1').length === 1 ? [] : ['not one h1']),
      ...shown
        .filter(({ element }) => !nameOf(element)?.trim())
        .map(({ element }) => `no name: ${element.outerHTML}`),
      ...shown
        .filter(({ box }) => box.height < 24 - 8 || box.width < 16)
        .map(({ element, box }) => `${box.width} × ${box.height} px: ${element.outerHTML}`),
    ]
  })

/**
 * Nothing is wrong with the page at any width in either scheme, by our own rules and by axe-core. It is left light, at 320 px.
 *
 * @param name - of its pictures
 * @param heading - of the page that is waited for
 */
export async function lookAt(page: Page, name: string, heading: string) {
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor()
  await page.waitForLoadState('load')
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      const at = `${name}, ${colorScheme}, ${width} px`
      expect.soft(await defectsOf(page), at).toEqual([])
      if (JUDGED_WIDTHS.includes(width)) expect.soft(await violationsOf(page), at).toEqual([])
      await picture(page, `console-${name}-${width}${colorScheme === 'dark' ? '-dark' : ''}`)
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 320, height: 800 })
}

/** Signs out, and closes the page. */
export async function leave(page: Page) {
  const { origin } = inject('world')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(`${origin}/console/sign-in`)
  await page.close()
}
