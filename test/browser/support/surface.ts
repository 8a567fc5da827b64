// The extension's own pages, opened in a tab of their own. Uses the extension's `?tab=` address.
import type { Page } from 'playwright-core'
import type { BrowserWithExtension } from './browser.ts'

export type Surface = 'popup.html' | 'sidepanel.html' | 'options.html'

export async function tabIdOf(browser: BrowserWithExtension, page: Page): Promise<number> {
  await page.bringToFront()
  const background = await browser.background()
  const id = await background.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
    return tab?.id
  })
  if (id === undefined) throw new Error(`No tab shows ${page.url()}`)
  return id
}

/** Opens a surface about the tab that shows this page, as Chromium would beside or above it. */
export async function openSurface(
  browser: BrowserWithExtension,
  surface: Surface,
  about: Page,
): Promise<Page> {
  const tabId = await tabIdOf(browser, about)
  const page = await browser.context.newPage()
  await page.goto(`chrome-extension://${browser.extensionId}/${surface}?tab=${tabId}`)
  return page
}
