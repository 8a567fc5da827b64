// One hash over the sources that something is built from. Uses the file system.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inRoot } from './paths.mjs'

const NOT_SOURCES = new Set(['node_modules', 'build', '.plasmo', 'dist'])

async function* filesUnder(path) {
  const entries = await readdir(inRoot(path), { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (NOT_SOURCES.has(entry.name)) continue
    if (entry.isDirectory()) yield* filesUnder(join(path, entry.name))
    else if (entry.isFile()) yield join(path, entry.name)
  }
}

/** @param {string[]} folders relative to the root @param {string[]} extras further inputs, as text */
export async function hashOfSources(folders, extras = []) {
  const hash = createHash('sha256')
  for (const folder of folders) {
    for await (const file of filesUnder(folder)) {
      hash
        .update(`${file}\0`)
        .update(await readFile(inRoot(file)))
        .update('\0')
    }
  }
  for (const extra of extras) hash.update(`${extra}\0`)
  return hash.digest('hex')
}
