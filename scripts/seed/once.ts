// Remembers what was done, so that a seed that was interrupted goes on where it stopped. Uses the file system.
import { readFileSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'

export interface Memory {
  /** Does the work, or answers what it gave the first time. What is kept must be JSON. */
  readonly once: <T>(name: string, work: () => Promise<T>) => Promise<T>
  readonly forget: () => Promise<void>
}

export function createMemory(path: string): Memory {
  const done = new Map<string, unknown>(Object.entries(read(path)))
  const keep = async () => {
    const draft = `${path}.new`
    await writeFile(draft, JSON.stringify(Object.fromEntries(done)), { mode: 0o600 })
    await rename(draft, path)
  }
  return {
    once: async <T>(name: string, work: () => Promise<T>) => {
      if (!done.has(name)) {
        done.set(name, (await work()) ?? null)
        await keep()
      }
      return done.get(name) as T
    },
    forget: () => rm(path, { force: true }),
  }
}

function read(path: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    throw error
  }
}
