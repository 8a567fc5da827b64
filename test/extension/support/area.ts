// A storage area as chrome.storage has them, in memory.
import type { StorageArea } from '../../../extension/platform/storage.ts'

export interface FakeArea extends StorageArea {
  readonly items: Record<string, unknown>
}

export function createArea(items: Record<string, unknown> = {}): FakeArea {
  return {
    items,
    get: async (keys) => {
      if (keys === null) return structuredClone(items)
      return keys in items ? { [keys]: structuredClone(items[keys]) } : {}
    },
    set: async (more) => void Object.assign(items, structuredClone(more)),
    remove: async (keys) => {
      for (const key of [keys].flat()) delete items[key]
    },
  }
}
