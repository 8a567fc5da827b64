// A holder's page: keep, share by fields, read who looked, withdraw, take it to another device.
import { readFile } from 'node:fs/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { violationsOf } from './support/axe.ts'
import { type BrowserWithExtension, openBrowser } from './support/browser.ts'
import { issueLicence } from './support/issuing.ts'
import { picture } from './support/picture.ts'

const { origin } = inject('world')
const PASSPHRASE = 'correct horse battery staple'

let holder: BrowserWithExtension
let employer: BrowserWithExtension
let page: Page

beforeAll(async () => {
  const viewport = { width: 320, height: 800 }
  ;[holder, employer] = await Promise.all([openBrowser({ viewport }), openBrowser({ viewport })])
  page = await openMe(holder.context)
})
afterAll(async () => {
  await Promise.all([holder.close(), employer.close()])
})

async function openMe(context: BrowserContext): Promise<Page> {
  const opened = await context.newPage()
  opened.on('dialog', (dialog) => dialog.accept())
  await opened.goto(`${origin}/me`)
  await opened.locator('#add-form').waitFor({ state: 'attached' })
  return opened
}
/** What sticks out of the page. */
const tooWide = () =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth)
      .map(({ outerHTML }) => outerHTML.slice(0, 200)),
  )
async function keep(text: string) {
  const summary = page.getByText('Add a credential', { exact: true })
  if (!(await page.locator('#add-form').isVisible())) await summary.click()
  await page.getByLabel('The credential', { exact: true }).fill(text)
  await page.getByRole('button', { name: 'Keep it in this browser' }).click()
}
const madeLink = async () => (await page.locator('#made-link code').textContent()) ?? ''
async function look(link: string): Promise<string> {
  const shown = await employer.context.newPage()
  await shown.goto(link)
  await shown.locator('#share-status').filter({ hasText: 'verified' }).waitFor()
  const text = await shown.locator('#content').textContent()
  await shown.close()
  return text ?? ''
}

describe('a holder', () => {
  it('is told what to do with an empty page, and with what is no credential', async () => {
    expect(await page.locator('#me').textContent()).toContain('Nothing yet')
    await keep('a diploma')
    await page.getByRole('alert').waitFor()
    expect(await violationsOf(page)).toEqual([])
  })

  it('keeps a credential, sealed, and sees how it stands', async () => {
    const { credential } = await issueLicence('Amina Diallo', { format: 'dc+sd-jwt' })
    await keep(credential)
    await page.locator('.verdict-word').filter({ hasText: 'Verified' }).waitFor()
    await page.reload()
    await page.locator('.verdict-word').filter({ hasText: 'Verified' }).waitFor()
    expect(await tooWide()).toEqual([])
    expect(await violationsOf(page)).toEqual([])
    await picture(page, 'me-narrow')
    const stored = await page.evaluate(async () => {
      const opening = indexedDB.open('licet-holder', 1)
      await new Promise((resolve) => (opening.onsuccess = resolve))
      const store = opening.result.transaction('credentials').objectStore('credentials')
      const all = store.getAll()
      await new Promise((resolve) => (all.onsuccess = resolve))
      const text = new TextDecoder('latin1')
      return all.result.map(({ sealed }) => text.decode(sealed)).join('')
    })
    expect(stored.length).toBeGreaterThan(0)
    expect(stored).not.toContain('eyJ')
  })

  it('shares name and profession unless more is ticked, and reads who looked', async () => {
    await page.getByLabel('Licence to practise medicine', { exact: true }).check()
    await page.getByLabel('For whom?').fill('Lakeside Hospital')
    await page.getByLabel('What for?').selectOption('employment')
    await page.getByRole('button', { name: 'Make a link' }).click()
    await page.locator('#made-link code').waitFor()
    const link = await madeLink()
    expect(link).toMatch(/\/s\/[\w-]{22}#[\w-]{43}$/)
    const seen = await look(link)
    expect(seen).toContain('Amina Diallo')
    expect(seen).toContain('Lakeside Hospital')
    expect(seen).not.toContain('NM-90001')
    await page.reload()
    await page.getByRole('heading', { name: 'Who looked' }).waitFor()
    expect(await page.locator('.share-entry ol li').count()).toBe(1)
    await picture(page, 'me-shared-narrow')
    expect(await violationsOf(page)).toEqual([])
  })

  it('takes shares and credentials to another browser, and withdraws a link there', async () => {
    await page.getByLabel('Passphrase for a backup').fill(PASSPHRASE)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save a backup' }).click(),
    ])
    const file = await download.path()
    expect(await readFile(file, 'utf8')).not.toContain('Lakeside')
    const other = await openMe(employer.context)
    const restore = async (passphrase: string) => {
      await other.getByLabel('A backup that you saved').setInputFiles(file)
      await other.getByLabel('Its passphrase').fill(passphrase)
      await other.getByRole('button', { name: 'Bring it back' }).click()
    }
    await restore('a wrong passphrase')
    await other.getByRole('alert').filter({ hasText: 'does not open it' }).waitFor()
    await restore(PASSPHRASE)
    await other.locator('.verdict-word').filter({ hasText: 'Verified' }).waitFor()
    await other.getByRole('button', { name: 'Withdraw' }).click()
    await other.locator('.share-entry').filter({ hasText: 'Withdrawn.' }).waitFor()
    await page.reload()
    await page.locator('.share-entry').filter({ hasText: 'Withdrawn.' }).waitFor()
  })

  it('removes a credential after being asked', async () => {
    await page.getByRole('button', { name: 'Remove' }).click()
    await page.getByText('Nothing yet').waitFor()
  })
})
