// Runs the same list in a real Chromium page. Uses esbuild, a server on localhost and playwright-core.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { findChromium } from '../../scripts/chromium.mjs'
import { SPEC_CHECK_ANSWERS } from '../support/speccheck.ts'
import { EXPECTED, runVerdicts, summaryOf } from './verdicts.ts'

let server: Server
let browser: Browser
let page: Page

const bundle = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('verdicts.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    target: 'chrome137',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

const inPage = <T>(call: string): Promise<T> =>
  page.evaluate<T>(`import('/verdicts.js').then((verdicts) => verdicts.${call})`)

beforeAll(async () => {
  const script = await bundle()
  server = createServer((request, response) => {
    const isScript = request.url === '/verdicts.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
    response.end(isScript ? script : '<!doctype html><title>Verdicts</title>')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const executablePath = await findChromium()
  if (!executablePath) throw new Error('There is no Chromium: npm test installs one')
  browser = await chromium.launch({ executablePath, headless: true, args: ['--disable-gpu'] })
  page = await browser.newPage()
  // WebCrypto is there only for secure contexts: https, or this host.
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
})

afterAll(async () => {
  await browser?.close()
  server?.close()
})

describe('Chromium', () => {
  it('gives every credential its verdict, and the very object that Node gives', async () => {
    const results = await inPage<Awaited<ReturnType<typeof runVerdicts>>>('runVerdicts()')
    const summaries = Object.entries(results).map(([title, result]) => [title, summaryOf(result)])
    expect(Object.fromEntries(summaries)).toEqual(EXPECTED)
    expect(results).toEqual(await runVerdicts())
  })

  it('accepts no signature under a key of small order', async () => {
    expect(await inPage('countAcceptedForgeries()')).toEqual(Array(8).fill(0))
  })

  it.skipIf(inject('specCheck').leftOut)(
    `accepts case 3 of ed25519-speccheck, and no other${inject('specCheck').presence}`,
    async () => {
      const call = `judgeSpecCheck(${JSON.stringify(inject('specCheck').cases)})`
      expect(await inPage(call)).toEqual(SPEC_CHECK_ANSWERS)
    },
  )

  it('accepts signatures under a mixed key only where they are exact', async () => {
    expect(await inPage('judgeMixedOrder()')).toEqual({
      wrong: 0,
      accepted: expect.toSatisfy((count: number) => count > 0),
    })
  })
})
