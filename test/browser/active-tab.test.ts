// "Scan this page" on a site that was never granted: the reader's click on the toolbar is right enough.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buttonNames, expectMarks } from './support/accessibility.ts'
import { type BrowserWithExtension, openBrowser } from './support/browser.ts'
import { issueLicence } from './support/issuing.ts'
import { openSurface } from './support/surface.ts'
import { pressToolbarButton, TOOLBAR_FLAG } from './support/toolbar.ts'

const PORTAL = 'https://portal.example/people/1'

let browser: BrowserWithExtension

beforeAll(async () => {
  browser = await openBrowser({ flags: [TOOLBAR_FLAG] })
})
afterAll(() => browser.close())

it('marks the page after the click, and not before', async () => {
  const { context } = browser
  const { credential } = await issueLicence('Ana Lima')
  const page = await context.newPage()
  await page.route(PORTAL, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<h1>Ana Lima</h1><p>${credential}</p>` }),
  )
  await page.goto(PORTAL)

  const scan = async () => {
    const popup = await openSurface(browser, 'popup.html', page)
    await popup.getByRole('button', { name: 'Scan this page' }).click()
    return popup
  }

  const refused = await scan()
  await refused.getByRole('alert').waitFor()
  await refused.close()
  expect(await buttonNames(page)).toEqual([])

  await page.bringToFront()
  await pressToolbarButton(browser, page)
  await scan()
  await expectMarks(page, ['Verified: Licence to practise medicine, Ana Lima'])
})
