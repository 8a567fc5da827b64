// The side panel, where the verdict of record stands. Uses the extension's own page in a tab.
import type { Page } from 'playwright-core'
import type { BrowserWithExtension } from './browser.ts'

const PANEL = 'sidepanel.html'

/** Opens the panel about the tab that shows this page, which Chromium would show beside it. */
export async function openPanel(browser: BrowserWithExtension, page: Page): Promise<Page> {
  await page.bringToFront()
  const background = await browser.background()
  const tabId = await background.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
    return tab?.id
  })
  const panel = await browser.context.newPage()
  await panel.goto(`chrome-extension://${browser.extensionId}/${PANEL}?tab=${tabId}`)
  return panel
}
