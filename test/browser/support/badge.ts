// The toolbar badge, which no page can draw on. Uses the extension's service worker.
import type { Page } from 'playwright-core'
import type { BrowserWithExtension } from './browser.ts'

/** The badge of the tab that shows this page. */
export async function badgeText(browser: BrowserWithExtension, page: Page): Promise<string> {
  await page.bringToFront()
  const background = await browser.background()
  return background.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
    return tab?.id === undefined ? 'no tab' : chrome.action.getBadgeText({ tabId: tab.id })
  })
}
