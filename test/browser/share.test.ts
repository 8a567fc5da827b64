// A share link as its receiver opens it: decrypted and verified in the browser, with questions, ends and broken links.
import type { Page, Request } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { violationsOf } from './support/axe.ts'
import { type BrowserWithExtension, openBrowser } from './support/browser.ts'
import { setLicenceState } from './support/issuing.ts'
import { picture } from './support/picture.ts'
import { makeShare } from './support/sharing.ts'

const { origin } = inject('world')

let browser: BrowserWithExtension
let page: Page
let asked: Request[] = []

beforeAll(async () => {
  browser = await openBrowser({ viewport: { width: 320, height: 800 } })
})
afterEach(async () => {
  // The key is in the fragment: no request may hold it, nor go anywhere else than home.
  const [, key = 'no key'] = page.url().split('#')
  expect(asked.filter((request) => !request.url().startsWith(origin))).toEqual([])
  const sent = asked.map((request) => `${request.url()} ${request.postData() ?? ''}`).join('\n')
  expect(sent.includes(key)).toBe(false)
  await page.close()
})
afterAll(() => browser.close())

async function open(link: string): Promise<void> {
  page = await browser.context.newPage()
  asked = []
  page.on('request', (request) => asked.push(request))
  await page.goto(link)
}
const status = () => page.locator('#share-status')
const verdicts = () => page.locator('.verdict-word').allTextContents()
const advice = () => page.getByRole('alert').textContent()
const widthOver320 = () =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe('a share link', () => {
  it('shows what was shared, each with its own verdict', async () => {
    const { link, ids, control } = await makeShare({ names: ['Ana Lima', 'Amina Diallo'] })
    await setLicenceState(ids[1] ?? '', 'suspended')
    await open(link)
    await status().filter({ hasText: '1 of 2 verified' }).waitFor()
    expect(await verdicts()).toEqual(['Verified', 'Not in force'])
    const text = await page.locator('#content').textContent()
    expect(text).toContain('Ana Lima')
    expect(text).toContain('Lakeside Hospital')
    expect(text).toContain('It does not prove who is holding it')
    expect(await widthOver320()).toBeLessThanOrEqual(0)
    expect(await violationsOf(page)).toEqual([])
    await picture(page, 'share-narrow')
    await page.setViewportSize({ width: 1200, height: 900 })
    await picture(page, 'share')
    await page.setViewportSize({ width: 320, height: 800 })
    const { looks } = await (
      await control('GET', `${new URL(link).pathname.slice(2)}/looks`)
    ).json()
    expect(looks).toHaveLength(1)
  })

  it('rejects what was taken out of another share', async () => {
    const { link } = await makeShare({ names: ['Ana Lima'], isStolen: true })
    await open(link)
    await status().filter({ hasText: '0 of 1 verified' }).waitFor()
    expect(await verdicts()).toEqual(['Rejected'])
  })

  it('asks what its holder asks, takes a wrong PIN kindly, and tells the holder who looked', async () => {
    const terms = { asks: { purpose: true, organisation: true } }
    const { link, control } = await makeShare({ names: ['Ana Lima'], pin: '4711', terms })
    await open(link)
    await page.getByLabel('PIN').waitFor()
    expect(await violationsOf(page)).toEqual([])
    await picture(page, 'share-questions')
    await page.getByLabel('What do you look at this for?').selectOption('employment')
    await page.getByLabel('For which organisation?').fill('Harbour Clinic')
    await page.getByLabel('PIN').fill('1234')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: 'not the right one' }).waitFor()
    await page.getByLabel('PIN').fill('4711')
    await page.keyboard.press('Enter')
    await status().filter({ hasText: '1 of 1 verified' }).waitFor()
    const { looks } = await (
      await control('GET', `${new URL(link).pathname.slice(2)}/looks`)
    ).json()
    expect(looks).toMatchObject([{ purpose: 'employment', organisation: 'Harbour Clinic' }])
  })

  it('says that it was withdrawn, and shows nothing', async () => {
    const { link, control } = await makeShare({ names: ['Ana Lima'] })
    expect((await control('DELETE')).status).toBe(204)
    await open(link)
    await page.getByRole('alert').waitFor()
    expect(await advice()).toContain('withdrawn')
    expect(await verdicts()).toEqual([])
  })

  it('takes away what it showed once its holder withdraws it', async () => {
    const { link, control } = await makeShare({ names: ['Ana Lima'] })
    page = await browser.context.newPage()
    await page.clock.install()
    await page.goto(link)
    await status().filter({ hasText: '1 of 1 verified' }).waitFor()
    await control('DELETE')
    await page.clock.fastForward('05:01')
    await page.getByRole('alert').filter({ hasText: 'withdrawn' }).waitFor()
    expect(await verdicts()).toEqual([])
  })

  it.each([
    ['was cut off', (link: string) => link.slice(0, -3), 'not whole'],
    ['lost its fragment', (link: string) => link.split('#')[0] ?? '', 'not whole'],
    [
      'has the end of another one',
      (link: string) => `${link.split('#')[0]}#${'A'.repeat(43)}`,
      'does not belong to this share',
    ],
    [
      'has an id that nobody made',
      (link: string) => link.replace(/s\/.{22}/, `s/${'A'.repeat(22)}`),
      'no share at this address',
    ],
  ])('that %s says what to do', async (_, change, text) => {
    const { link } = await makeShare({ names: ['Ana Lima'] })
    await open(change(link))
    await page.getByRole('alert').waitFor()
    expect(await advice()).toContain(text)
  })
})
