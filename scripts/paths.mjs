// Where things are. Pure.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

export const inRoot = (...parts) => join(ROOT, ...parts)

/** Every local world lives in a folder of its own, which git ignores. */
export const worldFolder = (name) => inRoot('.licet', String(name))
