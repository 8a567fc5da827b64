// Opens a Chromium with the extension on the demo portal, where there is a screen. Uses Chromium.
import { join } from 'node:path'
import { startProgram } from './children.mjs'
import { CHROMIUM_ADVICE, findChromium } from './chromium.mjs'
import { chromiumFlags, hasDisplay } from './chromium-flags.mjs'

const byHand = (why, extension) => `
${why}
The extension is ready, unpacked, in
  ${extension}
Load it: open chrome://extensions, switch on “Developer mode”, press “Load unpacked”, choose that folder.`

/** @returns {Promise<string>} what was done, or how to do it by hand */
export async function openBrowser({ folder, extension, demoOrigin }) {
  if (!hasDisplay(process.env, process.platform))
    return byHand('There is no display here.', extension)
  const chromium = await findChromium()
  if (!chromium) return byHand(`There is no Chromium here. ${CHROMIUM_ADVICE}`, extension)
  const browser = startProgram(
    chromium,
    [
      ...chromiumFlags({ extensionFolder: extension, isRoot: process.getuid?.() === 0 }),
      `--user-data-dir=${join(folder, 'profile')}`,
      `${demoOrigin}/demo`,
    ],
    { logFile: join(folder, 'chromium.log') },
  )
  browser.exited.catch((error) => console.error(error.message))
  return `\nA Chromium with the extension opens ${demoOrigin}/demo`
}
