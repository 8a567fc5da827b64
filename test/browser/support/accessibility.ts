// Reads the accessibility tree: marks live in closed roots, which locators do not see. Uses CDP.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

interface Node {
  readonly ignored: boolean
  readonly role?: { readonly value?: unknown }
  readonly name?: { readonly value?: unknown }
}

/** The accessible names of all buttons of a page, in reading order. */
export async function buttonNames(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page)
  try {
    const { nodes }: { nodes: readonly Node[] } = await session.send('Accessibility.getFullAXTree')
    return nodes
      .filter(({ ignored, role }) => !ignored && role?.value === 'button')
      .map(({ name }) => String(name?.value ?? ''))
  } finally {
    await session.detach()
  }
}

/** Long enough for a cold service worker to fetch the trust list and the status lists on two busy cores. */
const PATIENCE_MS = 20_000

/** Waits until the page's buttons, which on the demo portal are its marks, are called exactly this. */
export async function expectMarks(page: Page, names: readonly string[]) {
  await expect
    .poll(async () => (await buttonNames(page)).toSorted(), { timeout: PATIENCE_MS, interval: 100 })
    .toEqual([...names].toSorted())
}
