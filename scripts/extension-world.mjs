// The extension as one world needs it: with that world's pin built in. Uses plasmo through build-extension.mjs.
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { step } from './progress.mjs'
import { hashOfSources } from './source-hash.mjs'

const SOURCES = ['extension', 'shared']

export const extensionFolder = (folder) => join(folder, 'extension')

/** Builds the extension of a world, unless it was built from the same sources and for the same pin before. */
export async function buildWorldExtension({ folder, origin, demoOrigin }) {
  const pin = await readPin(origin)
  const outDir = extensionFolder(folder)
  const builtFrom = join(folder, 'extension-inputs.txt')
  const inputs = await hashOfSources(SOURCES, [JSON.stringify(pin), demoOrigin])
  const before = await readFile(builtFrom, 'utf8').catch(() => '')
  if (before === inputs && existsSync(join(outDir, 'manifest.json'))) return outDir
  await step('Building the extension', async () => {
    const { buildExtension } = await import('./build-extension.mjs')
    await buildExtension({ pin, demoOrigin, outDir })
  })
  await writeFile(builtFrom, inputs)
  return outDir
}

async function readPin(origin) {
  const answer = await fetch(`${origin}/registry/pin.json`)
  if (!answer.ok) throw new Error(`${origin}/registry/pin.json answered ${answer.status}`)
  return answer.json()
}
