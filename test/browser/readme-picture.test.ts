// The picture of the README: the portal with its marks, and beside it the panel that says why.
import { mkdir } from 'node:fs/promises'
import { expect, inject, it } from 'vitest'
import { inRoot } from '../../scripts/paths.mjs'
import { expectMarks } from './support/accessibility.ts'
import { openBrowser } from './support/browser.ts'
import { openSurface } from './support/surface.ts'

const HEIGHT = 800
const PORTAL_WIDTH = 900
const PANEL_WIDTH = 380

const asImage = (png: Buffer, width: number) =>
  `<img width="${width}" height="${HEIGHT}" src="data:image/png;base64,${png.toString('base64')}">`

it('shows the portal and the panel side by side', async () => {
  const browser = await openBrowser({ viewport: { width: PORTAL_WIDTH, height: HEIGHT } })
  const portal = await browser.context.newPage()
  await portal.goto(`${inject('world').demoOrigin}/demo/candidates/amina-diallo`)
  await expectMarks(portal, [
    'Not in force: Licence to practise medicine, Amina Diallo',
    'Verified: Doctor of Medicine, Amina Diallo',
  ])
  const panel = await openSurface(browser, 'sidepanel.html', portal)
  await panel.setViewportSize({ width: PANEL_WIDTH, height: HEIGHT })
  const suspended = panel.locator('[data-verdict=not_in_force]')
  await suspended.waitFor()
  await suspended.evaluate((element) => element.scrollIntoView({ block: 'start' }))

  const [left, right] = [await portal.screenshot(), await panel.screenshot()]
  const sheet = await browser.context.newPage()
  await sheet.setViewportSize({ width: PORTAL_WIDTH + PANEL_WIDTH + 1, height: HEIGHT })
  await sheet.setContent(
    `<body style="margin:0;display:flex;gap:1px;background:#b9c2c6">${asImage(left, PORTAL_WIDTH)}${asImage(right, PANEL_WIDTH)}`,
  )
  const isLoaded = () =>
    sheet.evaluate(() => [...document.images].every(({ complete }) => complete))
  await expect.poll(isLoaded).toBe(true)
  const folder = process.env.UPDATE_PICTURES ? inRoot('docs') : inRoot('.licet', 'pictures')
  await mkdir(folder, { recursive: true })
  await sheet.screenshot({ path: `${folder}/portal.png` })
  await browser.close()
})
