// The pages of tables on a telephone, a tablet and a desk, light and dark; and the one that moves by itself.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { foundBoard } from './support/boards.ts'
import { type BrowserWithExtension, openBrowser } from './support/browser.ts'
import { licenceTable } from './support/licence-table.ts'
import { leave, lookAt } from './support/look.ts'
import { joinAs } from './support/operators.ts'

const { origin } = inject('world')
const BOARD = 'board-of-looks'
/** Every page is looked at six times. */
const PATIENCE_MS = 240_000
const COLUMNS = [
  'holder_name',
  'valid_from',
  'valid_until',
  'name',
  'number',
  'isco08',
  'jurisdiction',
]
const FAULTS = [
  [2, 'holder_name', ''],
  [3, 'isco08', 'doctor'],
] as const

let browser: BrowserWithExtension

beforeAll(async () => {
  await foundBoard(BOARD, 'Board of Looks')
  browser = await openBrowser({ viewport: { width: 320, height: 800 } })
})
afterAll(() => browser.close())

const send = async (page: Page, table: string, button: string) => {
  const file = { name: 'licences.csv', mimeType: 'text/csv', buffer: Buffer.from(table) }
  await page.getByLabel('The table').setInputFiles(file)
  await page.getByRole('button', { name: button }).click()
}

const openTable = (page: Page) => page.goto(`${origin}/console/batches/new/licence`)

/** A table that is ready to be signed. */
async function ready(page: Page, count: number) {
  await openTable(page)
  await send(page, licenceTable(COLUMNS, [], count), 'Upload')
  await page.getByRole('button', { name: 'Check every row' }).click()
  await page.getByText('Every row is good').waitFor()
}

describe('the pages of a table', () => {
  it('look right from the empty list to its credentials', { timeout: PATIENCE_MS }, async () => {
    const page = await joinAs(browser.context, BOARD, 'proposer')
    await page.getByRole('link', { name: 'Tables', exact: true }).click()
    await lookAt(page, 'tables-empty', 'Tables')
    await page.getByRole('link', { name: 'Issue from a table' }).click()
    await lookAt(page, 'table-kinds', 'Issue from a table')
    await page.getByRole('link', { name: 'Professional licence', exact: true }).click()
    await page.getByText('What belongs into each column').click()
    await lookAt(page, 'table-template', 'Table: Professional licence')

    await send(page, licenceTable(COLUMNS, FAULTS, 12), 'Upload')
    await lookAt(page, 'table-columns', 'Which column is which?')
    await page.getByRole('button', { name: 'Only try: keep nothing' }).click()
    await lookAt(page, 'table-trial', '2 rows to be mended')
    await page.getByRole('link', { name: 'Look at the columns again' }).click()
    await page.getByRole('button', { name: 'Check every row' }).click()
    await lookAt(page, 'table-bad-rows', 'Professional licence: 12 rows')

    await send(page, licenceTable(COLUMNS, [], 12), 'Check the mended table')
    await page.getByText('Every row is good').waitFor()
    await lookAt(page, 'table-ready', 'Professional licence: 12 rows')
    await page.getByLabel('I have looked at it').check()
    await page.getByRole('button', { name: 'Sign 12 credentials' }).click()
    await page.getByText('Signed: 12 credentials').waitFor()
    await lookAt(page, 'table-done', 'Professional licence: 12 rows')
    await page.getByRole('link', { name: 'All tables' }).click()
    await lookAt(page, 'tables', 'Tables')

    await openTable(page)
    await send(page, '', 'Upload')
    await page.getByRole('alert').waitFor()
    await lookAt(page, 'table-refused-file', 'Table: Professional licence')
    await leave(page)
  })

  it('can be worked through with the keyboard alone', async () => {
    const page = await joinAs(browser.context, BOARD, 'proposer')
    await ready(page, 3)
    await page.getByLabel('I have looked at it').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Signed: 3 credentials').waitFor()
    await leave(page)
  })
})

describe('a table that is being signed', () => {
  /** A page that is told once that rows are being signed, and then what is so. */
  async function openRunning(page: Page): Promise<string> {
    await ready(page, 2)
    await page.getByLabel('I have looked at it').check()
    await page.getByRole('button', { name: 'Sign 2 credentials' }).click()
    await page.getByText('Signed: 2 credentials').waitFor()
    const url = page.url()
    const done = await page.content()
    const live = '<div data-live="batch">'
    expect(done).toContain(live)
    const lost = '<p data-poll-lost hidden>The connection is lost.</p>'
    const section = `<section data-poll="${new URL(url).pathname}"><progress></progress>${lost}</section>`
    const running = done.replace(live, live + section)
    await page.route(
      url,
      (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: running }),
      { times: 1 },
    )
    return url
  }

  it('moves on its page without a reload', async () => {
    const page = await joinAs(browser.context, BOARD, 'proposer')
    await page.goto(await openRunning(page))
    await page.getByRole('progressbar').waitFor()
    await page.evaluate(() => {
      document.documentElement.dataset.seen = 'yes'
    })
    await page.getByRole('progressbar').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.documentElement.dataset.seen)).toBe('yes')
    await leave(page)
  })

  it('says so when the connection is lost', async () => {
    const page = await joinAs(browser.context, BOARD, 'proposer')
    const url = await openRunning(page)
    await page.goto(url)
    await page.route(url, (route) => route.abort())
    await page.getByText('The connection is lost.').waitFor()
    await page.unroute(url)
    await page.goto(`${origin}/console`)
    await leave(page)
  })
})
