// Stops the extension's service worker as Chromium may at any moment. Uses CDP.
import type { Page } from 'playwright-core'

interface Target {
  readonly targetId: string
  readonly type: string
  readonly url: string
}

/** Ends the service worker. @returns how many were ended: none where it was asleep */
export async function killServiceWorker(page: Page, extensionId: string): Promise<number> {
  const session = await page.context().newCDPSession(page)
  try {
    const { targetInfos }: { targetInfos: readonly Target[] } =
      await session.send('Target.getTargets')
    const workers = targetInfos.filter(
      ({ type, url }) => type === 'service_worker' && url.includes(extensionId),
    )
    for (const { targetId } of workers) await session.send('Target.closeTarget', { targetId })
    return workers.length
  } finally {
    await session.detach()
  }
}
