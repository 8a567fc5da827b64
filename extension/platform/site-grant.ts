// What the reader has granted for the site of a tab, and granting it. Uses chrome.permissions and storage.
import { forgetAskedOnly } from './registry-access.ts'
import type { StorageArea } from './storage.ts'

export interface Site {
  readonly host: string
  /** The pattern to ask for, or null where this kind of page cannot be granted for good. */
  readonly pattern: string | null
  readonly isGranted: boolean
  /** The grant is part of the extension and cannot be taken back here. */
  readonly isBuiltIn: boolean
}

/** Null where the page is of a kind that no extension reads, or its address is not ours to know. */
export async function siteOf(url: string | undefined): Promise<Site | null> {
  if (url === undefined || !URL.canParse(url)) return null
  const { host, origin, protocol } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') return null
  const pattern = `${origin}/*`
  const isBuiltIn = chrome.runtime.getManifest().host_permissions?.includes(pattern) === true
  const isGranted = await chrome.permissions.contains({ origins: [pattern] })
  return { host, pattern: protocol === 'https:' ? pattern : null, isGranted, isBuiltIn }
}

/** Asks the reader for the right to read a site for good. */
export async function grantSite(area: StorageArea, pattern: string): Promise<boolean> {
  await forgetAskedOnly(area, new URL(pattern).origin)
  return chrome.permissions.request({ origins: [pattern] })
}

export const withdrawSite = (pattern: string): Promise<boolean> =>
  chrome.permissions.remove({ origins: [pattern] })
