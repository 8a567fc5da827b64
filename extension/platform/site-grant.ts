// What the reader has granted for the site of a tab. Uses chrome.permissions.

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
