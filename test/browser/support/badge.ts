// The toolbar badge, which no page can draw on. Uses the extension's service worker.
import type { Page } from 'playwright-core'
import type { BrowserWithExtension } from './browser.ts'
import { tabIdOf } from './surface.ts'

/** The badge of the tab that shows this page. */
export async function badgeText(browser: BrowserWithExtension, page: Page): Promise<string> {
  const tabId = await tabIdOf(browser, page)
  const background = await browser.background()
  return background.evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tabId)
}
