// A registrar's whole work in a real browser: from an invitation to 200 licences, and to a suspension that everybody sees.
import { readFile } from 'node:fs/promises'
import type { Download, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { filesIn } from '../worker/support/zip.ts'
import { buttonNames, expectMarks } from './support/accessibility.ts'
import { foundBoard, invitationTo } from './support/boards.ts'
import { type BrowserWithExtension, openBrowser } from './support/browser.ts'
import { openServed } from './support/hostile-page.ts'
import { FAULTS, licenceTable } from './support/licence-table.ts'
import { leave } from './support/look.ts'
import { joinBy } from './support/operators.ts'
import { readmePicture } from './support/picture.ts'

const { origin } = inject('world')
const BOARD = 'board-of-registrars'
/** Far more than it takes: two busy cores also run everybody else’s tests. */
const PATIENCE_MS = 180_000

let browser: BrowserWithExtension

beforeAll(async () => {
  await foundBoard(BOARD, 'Board of Registrars')
  browser = await openBrowser({ viewport: { width: 1280, height: 900 } })
})
afterAll(() => browser.close())

const join = async (role: string, name: string): Promise<Page> =>
  joinBy(browser.context, await invitationTo(BOARD, role, name))

async function download(page: Page, name: string): Promise<Buffer> {
  const begun = page.waitForEvent('download')
  await page.getByRole('link', { name }).click()
  const file: Download = await begun
  return readFile(await file.path())
}

const send = async (page: Page, table: string, button: string) => {
  const file = { name: 'licences.csv', mimeType: 'text/csv', buffer: Buffer.from(table) }
  await page.getByLabel('The table').setInputFiles(file)
  await page.getByRole('button', { name: button }).click()
}

async function switchFourEyesOn() {
  const admin = await join('admin', 'Ada Admin')
  await admin.goto(`${origin}/console/policy`)
  await admin.getByRole('button', { name: 'Switch four eyes on' }).click()
  await admin.getByText('Four eyes are on').waitFor()
  await leave(admin)
}

/** From the template to a table that is proposed. @returns the address of its page */
async function propose(): Promise<string> {
  const page = await join('proposer', 'Rosa Registrar')
  await page.getByRole('link', { name: 'Tables', exact: true }).click()
  await page.getByRole('link', { name: 'Issue from a table' }).click()
  await page.getByRole('link', { name: 'Professional licence', exact: true }).click()
  const template = (await download(page, 'Or as CSV')).toString()
  const columns = template.replace('\ufeff', '').split('\r\n')[0]?.split(',') ?? []

  await send(page, licenceTable(columns, FAULTS), 'Upload')
  const holder = page.getByLabel('Name of the holder')
  await expect.poll(() => holder.inputValue()).toBe('Licensee')
  await page.getByRole('button', { name: 'Check every row' }).click()
  await page.getByText('7 rows of 200 must be mended first. Nothing was signed.').waitFor()
  const lines = page.locator('.findings tbody th')
  expect(await lines.allTextContents()).toEqual(FAULTS.map(([line]) => String(line)))
  const reasons = await page.locator('.findings tbody td:last-child').allTextContents()
  expect(reasons).toEqual([
    'This cell is empty, and it is needed.',
    'Expected a date, such as 2026-01-31.',
    'The end must be later than the beginning.',
    expect.stringContaining('ISCO-08 code'),
    expect.stringContaining('ISO 3166 code'),
    expect.stringContaining('begins like a formula'),
    expect.stringContaining('Line 3 has the same key'),
  ])
  await page.setViewportSize({ width: 900, height: 1150 })
  await readmePicture(page, 'table')
  const list = (await download(page, 'Download this list')).toString()
  expect(list.trim().split('\r\n')).toHaveLength(1 + FAULTS.length)

  await send(page, licenceTable(columns), 'Check the mended table')
  await page.getByText('Every row is good, 200 in all. Nothing is signed yet.').waitFor()
  expect(await page.locator('.preview').textContent()).toContain('Doctor 1')
  await page.getByLabel('I have looked at it').check()
  await page.getByRole('button', { name: 'Propose 200 credentials' }).click()
  await page.getByText('It is proposed.').waitFor()
  const url = page.url().split('?')[0] ?? ''
  await leave(page)
  return url
}

/** Approves it on a page that is never loaded anew. */
async function approve(page: Page, url: string) {
  await page.locator(`a[href="${new URL(url).pathname}"]`).click()
  await page.waitForURL(url)
  expect(await page.locator('.preview').textContent()).toContain('Doctor 1')
  await page.getByLabel('I have looked at it').check()
  await page.getByRole('button', { name: 'Sign 200 credentials' }).click()
  await page.getByRole('progressbar').or(page.getByText('Signed: 200')).first().waitFor()
  await page.evaluate(() => {
    document.documentElement.dataset.seen = 'yes'
  })
  await page.getByText('Signed: 200 credentials, none left out.').waitFor()
  expect(await page.evaluate(() => document.documentElement.dataset.seen)).toBe('yes')
}

it('issues 200 licences out of a table that had 7 bad rows, and suspends one', {
  timeout: PATIENCE_MS,
}, async () => {
  await switchFourEyesOn()
  const url = await propose()
  const page = await join('approver', 'Amal Approver')
  await approve(page, url)

  const files = await filesIn(await download(page, 'Download 200 credentials'))
  expect(files.size).toBe(200)
  const [name, credential] = [...files].find(([file]) => file.startsWith('003-')) ?? ['', '']
  const answer = await fetch(`${origin}/v1/verifications`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ credential, expectedName: 'Doctor 2' }),
  })
  expect(await answer.json()).toMatchObject({ verdict: 'verified' })

  const portal = await openServed(browser.context, { html: `<h1>Doctor 2</h1><p>${credential}` })
  await expectMarks(portal, ['Verified: Licence to practise medicine, Doctor 2'])

  await page.getByRole('row', { name: 'Doctor 2', exact: false }).first().getByRole('link').click()
  await page.waitForURL(`${origin}/console/credentials/${name.slice(4, -'.jwt'.length)}`)
  await page.getByLabel('What the emergency is').selectOption({ index: 1 })
  await page.getByLabel('What happened').fill('An inquiry has begun.')
  await page.getByRole('button', { name: 'Suspend it at once' }).click()
  await page.getByRole('status').waitFor()

  const marksAfterReload = async () => {
    await portal.reload()
    await expect
      .poll(() => buttonNames(portal), { timeout: 10_000 })
      .toEqual([expect.not.stringMatching(/^Checking/)])
    return buttonNames(portal)
  }
  await expect
    .poll(marksAfterReload, { timeout: 30_000 })
    .toEqual(['Not in force: Licence to practise medicine, Doctor 2'])
  await leave(page)
})
