// The accessibility rules of axe-core, run in a page as a debugger runs code: our Content Security Policy would not load them. Uses axe-core.
import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe-core finds wrong with a page: rule, what to do, and the element, one text each. All rules but experimental ones. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: typeof axe }).axe.run
    const { violations } = await run(document, {
      resultTypes: ['violations'],
      rules: { 'target-size': { enabled: true } },
    })
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, any }) => `${id} (${help}): ${html} ${any[0]?.message ?? ''}`),
    )
  })
}
