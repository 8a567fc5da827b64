// Pages of our own making at the demo portal's address, where the extension may look. Uses request routing.
import type { BrowserContext, Page } from 'playwright-core'
import { inject } from 'vitest'

export const HOSTILE_PATH = '/demo/page-of-a-test'

interface Served {
  readonly html: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Opens a page that answers with the given text instead of the Worker's. */
export async function openServed(
  context: BrowserContext,
  { html, headers }: Served,
): Promise<Page> {
  const url = `${inject('world').demoOrigin}${HOSTILE_PATH}`
  const page = await context.newPage()
  await page.route(url, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', headers: { ...headers }, body: html }),
  )
  await page.goto(url)
  return page
}
