// Presses the extension's button in the toolbar, which gives it `activeTab`. Uses CDP.
import type { Page } from 'playwright-core'
import type { BrowserWithExtension } from './browser.ts'

/** Needs a browser opened with `--enable-unsafe-extension-debugging`. */
export const TOOLBAR_FLAG = '--enable-unsafe-extension-debugging'

/** Commands that playwright-core's list of types does not have yet. */
type Send = (method: string, parameters: object) => Promise<unknown>

export async function pressToolbarButton(browser: BrowserWithExtension, page: Page) {
  const session = await page.context().browser()?.newBrowserCDPSession()
  if (!session) throw new Error('There is no session with the browser itself.')
  const { targetInfos } = await session.send('Target.getTargets', {
    filter: [{ type: 'tab', exclude: false }, { exclude: true }],
  })
  const tab = targetInfos.find(({ url }) => url === page.url())
  if (!tab) throw new Error(`No tab shows ${page.url()}`)
  const send = session.send.bind(session) as Send
  await send('Extensions.triggerAction', { id: browser.extensionId, targetId: tab.targetId })
  await session.detach()
}
