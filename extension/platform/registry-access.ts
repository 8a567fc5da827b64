// The right to ask a registry that the reader chose: taken for asking alone, and given back with it. Uses chrome.permissions.
import type { StorageArea } from './storage.ts'

/** One key for each origin; it is written before the right is asked for, so that no site is read in between. */
const PREFIX = 'asked-only:'

/** Origins whose pages are not to be read although they are granted: the right to them was taken to ask a registry. */
export async function readAskedOnly(area: StorageArea): Promise<readonly string[]> {
  const keys = Object.keys(await area.get(null)).filter((key) => key.startsWith(PREFIX))
  return keys.map((key) => key.slice(PREFIX.length))
}

/** For a site that the reader now wants to be read, whatever an attempt that broke off has left behind. */
export const forgetAskedOnly = (area: StorageArea, origin: string) => area.remove(PREFIX + origin)

const grantOf = (origin: string) => ({ origins: [`${origin}/*`] })

export interface RegistryAccess {
  /** Asks the reader for the right to ask this origin. A right held before stays what it was. */
  readonly request: (origin: string) => Promise<boolean>
  /** Gives back every right that was taken to ask a registry, except for the one in use. */
  readonly giveBackAllBut: (originInUse: string) => Promise<void>
}

export function createRegistryAccess(area: StorageArea): RegistryAccess {
  return {
    request: async (origin) => {
      const grant = grantOf(origin)
      if (await chrome.permissions.contains(grant)) return true
      await area.set({ [PREFIX + origin]: true })
      try {
        return await chrome.permissions.request(grant)
      } catch {
        // Chrome throws where the manifest does not allow to ask, as for plain http.
        return false
      }
    },
    giveBackAllBut: async (originInUse) => {
      for (const origin of await readAskedOnly(area)) {
        if (origin === originInUse) continue
        const grant = grantOf(origin)
        if (await chrome.permissions.contains(grant)) {
          // What cannot be given back stays on the list, and so unread.
          const isGone = await chrome.permissions.remove(grant).catch(() => false)
          if (!isGone) continue
        }
        await forgetAskedOnly(area, origin)
      }
    },
  }
}
