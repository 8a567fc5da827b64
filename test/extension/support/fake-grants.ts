// The grants and the registered script of a browser, in memory, as chrome.permissions and chrome.scripting show them.
import { vi } from 'vitest'

interface Script {
  readonly id: string
  readonly js?: string[]
  readonly matches?: string[]
}

interface Grant {
  readonly origins: readonly string[]
}

/** Stubs `chrome`. @param granted - what the reader has granted; tests change it */
export function stubGrants(granted: readonly string[] = []) {
  const grants = new Set(granted)
  const scripts = new Map<string, Script>()
  const scanned: number[] = []
  const tabs = new Map<number, string>()
  const request = vi.fn(async ({ origins }: Grant) => {
    for (const origin of origins) grants.add(origin)
    return true
  })
  const permissions = {
    getAll: async () => ({ origins: [...grants] }),
    contains: async ({ origins }: Grant) => origins.every((origin) => grants.has(origin)),
    request,
    remove: vi.fn(async ({ origins }: Grant) => {
      for (const origin of origins) grants.delete(origin)
      return true
    }),
  }
  const scripting = {
    getRegisteredContentScripts: async () => [...scripts.values()],
    registerContentScripts: vi.fn(async (added: readonly Script[]) => {
      for (const script of added) {
        if (scripts.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`)
        scripts.set(script.id, script)
      }
    }),
    unregisterContentScripts: async ({ ids }: { ids: readonly string[] }) => {
      for (const id of ids) scripts.delete(id)
    },
    executeScript: async ({ target }: { target: { tabId: number } }) => {
      if (!tabs.has(target.tabId)) throw new Error('Cannot access contents of the page.')
      scanned.push(target.tabId)
    },
  }
  const query = async ({ url }: { url: readonly string[] }) =>
    [...tabs].filter(([, pattern]) => url.includes(pattern)).map(([id]) => ({ id }))
  vi.stubGlobal('chrome', { permissions, scripting, tabs: { query } })
  return {
    grants,
    permissions,
    scripting,
    /** Open tabs by the pattern of their site. */
    tabs,
    /** The tabs that the script was run in once. */
    scanned,
    /** The sites that are read, or null where no script is registered. */
    sites: () => [...scripts.values()].map(({ matches }) => matches)[0] ?? null,
  }
}
