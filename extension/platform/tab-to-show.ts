// Which tab a surface is about: the active one of its window, or the one its own address names. Uses chrome.tabs.

/** `?tab=` lets a surface be opened as a page of its own about another tab. */
const fixedTabId = (): number | null => {
  const value = new URLSearchParams(location.search).get('tab')
  return value !== null && /^\d{1,10}$/.test(value) ? Number(value) : null
}

export async function tabToShow(): Promise<chrome.tabs.Tab | undefined> {
  const tabId = fixedTabId()
  if (tabId !== null) return chrome.tabs.get(tabId)
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true })
  return tab
}

/** Calls back whenever another tab, or another page in it, is to be shown. */
export function onTabToShow(changed: () => void): () => void {
  const onUpdated = (_tabId: number, change: { readonly status?: string | undefined }) => {
    if (change.status !== undefined) changed()
  }
  chrome.tabs.onActivated.addListener(changed)
  chrome.tabs.onUpdated.addListener(onUpdated)
  return () => {
    chrome.tabs.onActivated.removeListener(changed)
    chrome.tabs.onUpdated.removeListener(onUpdated)
  }
}
