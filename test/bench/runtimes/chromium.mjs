// The benchmark in a page of a headless Chromium. Uses playwright-core.
import { createServer } from 'node:http'
import { chromium } from 'playwright-core'
import { ensureChromium } from '../../../scripts/chromium.mjs'
import { bundle } from './bundle.mjs'
import { EVERYWHERE } from './everywhere.mjs'

export async function startChromium(fixtures) {
  const script = await bundle('page-entry.mjs', fixtures)
  const server = createServer((request, response) => {
    const isScript = request.url === '/bench.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
    response.end(
      isScript ? script : '<!doctype html><script type="module" src="/bench.js"></script>',
    )
  })
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    headless: true,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  const page = await browser.newPage()
  // WebCrypto is there only for secure contexts: https, or this host.
  await page.goto(`http://127.0.0.1:${server.address().port}/`)
  await page.waitForFunction(() => 'timeContestant' in globalThis)
  return {
    label: 'Chromium',
    version: browser.version(),
    contestants: EVERYWHERE,
    time: (name, times) =>
      page.evaluate(([who, often]) => globalThis.timeContestant(who, often), [name, times]),
    stop: async () => {
      await browser.close()
      server.close()
    },
  }
}
