// Screenshots: for looking at after a run, and the one of the README. Uses the file system.
import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { inRoot } from '../../../scripts/paths.mjs'

const FOLDER = inRoot('.licet', 'pictures')

/** Keeps a picture of the whole page in `.licet/pictures`, which git ignores. */
export async function picture(page: Page, name: string) {
  await mkdir(FOLDER, { recursive: true })
  await page.screenshot({ path: `${FOLDER}/${name}.png`, fullPage: true })
}

/** Keeps a picture of what a window shows, for the README where somebody asks for new ones (`UPDATE_PICTURES`). */
export async function readmePicture(page: Page, name: string) {
  const folder = process.env.UPDATE_PICTURES ? inRoot('docs') : FOLDER
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png` })
}
