// A holder opens a claim link in a real browser: sees whose it is, types the code, and keeps copies whose keys nobody can read.
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { qrRows } from '../../worker/renderings/qr-rows.ts'
import { type BrowserWithExtension, openBrowser } from './support/browser.ts'
import { issueLicence } from './support/issuing.ts'
import { lookAt } from './support/look.ts'

const { origin } = inject('world')

interface Offered {
  readonly id: string
  readonly claimUrl: string
  readonly transactionCode: string
}

let browser: BrowserWithExtension
let page: Page
let offered: Offered

beforeAll(async () => {
  browser = await openBrowser({ viewport: { width: 320, height: 800 } })
  page = await browser.context.newPage()
  const order = { format: 'dc+sd-jwt', claim: {} }
  offered = (await issueLicence('Amina Diallo', order)) as unknown as Offered
})
afterAll(() => browser.close())

it('shows whose credential waits, at all widths, light and dark, without a word of what it says', async () => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(offered.claimUrl)
  await page.getByText('Northmark Medical Council').waitFor()
  expect(await page.getByRole('heading', { level: 2 }).textContent()).toBe('Professional licence')
  expect(await page.content()).not.toContain('Amina')
  await lookAt(page, 'claim', 'Claim a credential')
  const code = offered.claimUrl.split('#')[1] ?? ''
  expect(asked.filter((url) => url.includes(code))).toEqual([])
  expect(asked.filter((url) => !url.startsWith(`${origin}/`))).toEqual([])
})

it('shows a QR code that leads a wallet to the offer once, without naming the code', async () => {
  const answering = page.waitForResponse('**/v1/claims/references')
  await page.getByRole('button', { name: 'Show a QR code' }).click()
  const { credentialOffer } = (await (await answering).json()) as { credentialOffer: string }
  const code = page.getByRole('img', { name: 'QR code of the offer' })
  await code.waitFor()
  const drawn = await code.locator('path').getAttribute('d')
  expect(drawn).toBe(qrRows(credentialOffer).rows.join(''))
  const uri = new URL(credentialOffer).searchParams.get('credential_offer_uri') ?? ''
  const offer = await (await fetch(uri)).json()
  expect(offer).toMatchObject({ credential_configuration_ids: ['licence-sd-jwt'] })
  expect((await fetch(uri)).status).toBe(404)
  const link = await page.getByRole('link', { name: 'Open a wallet' }).getAttribute('href')
  expect(link).toMatch(/^openid-credential-offer:\/\/\?credential_offer=/)
})

it('says how many tries are left after a wrong transaction code', async () => {
  const wrong = offered.transactionCode === '000000' ? '000001' : '000000'
  await page.getByLabel('Transaction code').fill(wrong)
  await page.getByRole('button', { name: 'Receive it' }).click()
  await page.getByRole('alert').getByText('Tries that are left: 4.').waitFor()
})

it('receives ten copies with the right one, drops the code from the address, and leads to them', async () => {
  await page.getByLabel('Transaction code').fill(offered.transactionCode)
  await page.getByRole('button', { name: 'Receive it' }).click()
  await page.getByText('It is in this browser now').waitFor()
  expect(page.url()).toBe(`${origin}/claim`)
  await lookAt(page, 'claim-received', 'Claim a credential')
  await page.getByRole('link', { name: 'See and share it' }).click()
  await page.locator('.verdict-word').filter({ hasText: 'Verified' }).waitFor()
  await page.getByText('10 of 10 copies').waitFor()
})

it('keeps keys that no script can read', async () => {
  const extractable = await page.evaluate(async () => {
    const opening = indexedDB.open('licet-holder')
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => {
        request.onsuccess = () => resolve(request.result)
      })
    const db = await settled(opening)
    const store = db.transaction('keys').objectStore('keys')
    const holders = IDBKeyRange.bound('holder:', 'holder;')
    const keys = await settled(store.getAll(holders))
    const sealing = await settled(store.get('sealing'))
    db.close()
    return [sealing, ...keys.map(({ privateKey }) => privateKey)].map(
      (key: CryptoKey) => key.extractable,
    )
  })
  expect(extractable).toEqual(Array.from({ length: 11 }, () => false))
})

it('hands out a file that verifies', async () => {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  const credential = await readFile(await (await waiting).path(), 'utf8')
  const answer = await fetch(`${origin}/v1/verifications`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ credential }),
  })
  expect(await answer.json()).toMatchObject({
    verdict: 'verified',
    credential: { subject: { name: 'Amina Diallo' } },
  })
})

it('shares another copy with each reader, bound to the share', async () => {
  const presented: string[] = []
  for (const recipient of ['Lakeside Hospital', 'Harbour Clinic']) {
    await page.getByLabel('Licence to practise medicine', { exact: true }).check()
    await page.getByLabel('For whom?').fill(recipient)
    await page.getByRole('button', { name: 'Make a link' }).click()
    await page.getByRole('heading', { name: recipient }).waitFor()
    const link = (await page.locator('#made-link code').textContent()) ?? ''
    const reader = await browser.context.newPage()
    await reader.goto(link)
    await reader.locator('#share-status').filter({ hasText: '1 of 1 verified' }).waitFor()
    expect(await reader.locator('#content').textContent()).not.toContain('tied to nobody')
    await reader.close()
    presented.push(link)
  }
  expect(new Set(presented).size).toBe(2)
  await page.getByText('8 of 10 copies').waitFor()
})

it('says that a link was used, and what to do', async () => {
  await page.goto('about:blank')
  await page.goto(offered.claimUrl)
  await page.getByRole('alert').getByText('This link was used.').waitFor()
  await page.goto('about:blank')
  await page.goto(`${origin}/claim#${'A'.repeat(43)}`)
  await page.getByRole('alert').getByText('This link is not known here.').waitFor()
  await page.goto('about:blank')
  await page.goto(`${origin}/claim#cut-off`)
  await page.getByRole('alert').getByText('the whole link').waitFor()
})
