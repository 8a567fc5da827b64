// Badge images on a page: what was baked into them is marked, and nothing else is opened.
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { bakePng } from '../../shared/baking/png.ts'
import { bakeSvg } from '../../shared/baking/svg.ts'
import { png, svg } from '../support/pictures.ts'
import { expectMarks } from './support/accessibility.ts'
import { type BrowserWithExtension, openBrowser } from './support/browser.ts'
import { HOSTILE_PATH, openServed } from './support/hostile-page.ts'
import { issueLicence } from './support/issuing.ts'

let browser: BrowserWithExtension

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

type Files = Readonly<Record<string, Uint8Array | string>>

/** Serves files beside the page of a test. @returns how often each was asked for, filled as it happens */
async function serveFiles(files: Files): Promise<ReadonlyMap<string, number>> {
  const asked = new Map<string, number>()
  const folder = new URL(HOSTILE_PATH, inject('world').demoOrigin)
  for (const [name, body] of Object.entries(files)) {
    await browser.context.route(new URL(name, folder).href, (route) => {
      asked.set(name, (asked.get(name) ?? 0) + 1)
      const contentType = name.endsWith('.svg') ? 'image/svg+xml' : 'image/png'
      return route.fulfill({ contentType, body: Buffer.from(body) })
    })
  }
  return asked
}

const drawing = () => new TextDecoder().decode(svg(''))

it('marks the badges that hold a credential, and opens no picture without a hint', async () => {
  const [ana, joana] = await Promise.all([issueLicence('Ana Lima'), issueLicence('Joana Reis')])
  const asked = await serveFiles({
    'badge-ana.png': bakePng(png(), ana.credential),
    'joana.svg': bakeSvg(drawing(), joana.credential),
    'photo.png': bakePng(png(), ana.credential),
    'badge-empty.png': png(),
    'badge-linked.png': bakePng(png(), joana.credential),
  })
  const page = await openServed(browser.context, {
    html: `<ul>
      <li><h2>Ana Lima</h2><img src="badge-ana.png" alt=""></li>
      <li><h2>Joana Reis</h2><img src="joana.svg" alt="Medical licence"></li>
      <li><h2>Joana Reis</h2><a href="badge-linked.png">Signed</a></li>
      <li><h2>Ana Lima</h2><img src="photo.png" alt="Ana in her office"></li>
      <li><h2>Ana Lima</h2><img src="badge-empty.png" alt=""></li>
    </ul>`,
  })
  await expectMarks(page, [
    'Verified: Licence to practise medicine, Ana Lima',
    'Verified: Licence to practise medicine, Joana Reis',
    'Verified: Licence to practise medicine, Joana Reis',
  ])
  const beside = await page.evaluate(() =>
    [...document.images].map((image) => image.nextElementSibling !== null),
  )
  expect(beside).toEqual([true, true, false, false])
  expect(asked.get('photo.png')).toBe(1)
  // Once for the page and once for us; once more where the page loaded while the script was just being registered.
  expect(asked.get('badge-empty.png')).toBeGreaterThanOrEqual(2)
})

it('takes a badge in the page itself, and drops its mark when the page exchanges it', async () => {
  const { credential } = await issueLicence('Ana Lima')
  const source = (file: Uint8Array) =>
    `data:image/png;base64,${Buffer.from(file).toString('base64')}`
  const page = await openServed(browser.context, {
    html: `<h1>Ana Lima</h1><img alt="Badge" src="${source(bakePng(png(), credential))}">`,
  })
  await expectMarks(page, ['Verified: Licence to practise medicine, Ana Lima'])
  await page.evaluate((src) => document.images[0]?.setAttribute('src', src), source(png()))
  await expectMarks(page, [])
})

it('rejects a badge that is broken, and goes on', async () => {
  const { credential } = await issueLicence('Ana Lima')
  const baked = bakePng(png(), credential)
  await serveFiles({
    'badge-cut.png': baked.subarray(0, -20),
    'badge-header.png': baked.subarray(0, 20),
    'badge-drawing.svg': `${bakeSvg(drawing(), credential)}<`,
    'badge-whole.png': baked,
  })
  const errors: Error[] = []
  browser.context.on('weberror', (error) => errors.push(error.error()))
  const page = await openServed(browser.context, {
    html: `<h1>Ana Lima</h1><img src="badge-cut.png"><img src="badge-header.png">
      <img src="badge-drawing.svg"><img src="badge-whole.png">`,
  })
  await expectMarks(page, [
    'Rejected: Unreadable credential',
    'Rejected: Unreadable credential',
    'Verified: Licence to practise medicine, Ana Lima',
  ])
  expect(errors).toEqual([])
})
