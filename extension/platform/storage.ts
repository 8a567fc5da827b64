// The part of chrome.storage that we use, and a map over it that is written through.

export interface StorageArea {
  get(keys: string | null): Promise<Record<string, unknown>>
  set(items: Record<string, unknown>): Promise<void>
  remove(keys: string | string[]): Promise<void>
}

/** Reads from memory, writes to storage: what one life of the service worker knows, the next one finds again. */
export interface StoredMap<Value> {
  readonly entries: () => Promise<ReadonlyMap<string, Value>>
  readonly get: (key: string) => Promise<Value | undefined>
  readonly set: (key: string, value: Value) => Promise<void>
  readonly remove: (keys: readonly string[]) => Promise<void>
}

/** @param prefix - the keys that belong to this map; nobody else writes them */
export function createStoredMap<Value>(area: StorageArea, prefix: string): StoredMap<Value> {
  let loaded: Promise<Map<string, Value>> | undefined
  const load = () => {
    loaded ??= area.get(null).then((all) => {
      const own = Object.entries(all).filter(([key]) => key.startsWith(prefix))
      return new Map(own.map(([key, value]) => [key.slice(prefix.length), value as Value]))
    })
    return loaded
  }
  return {
    entries: load,
    get: async (key) => (await load()).get(key),
    set: async (key, value) => {
      const map = await load()
      map.set(key, value)
      await area.set({ [prefix + key]: value })
    },
    remove: async (keys) => {
      const map = await load()
      for (const key of keys) map.delete(key)
      await area.remove(keys.map((key) => prefix + key))
    },
  }
}
