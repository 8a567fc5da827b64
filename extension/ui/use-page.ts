// The tab that a surface is about and what was found in it, kept up to date. Uses chrome.storage and chrome.tabs.
import { useCallback, useEffect, useState } from 'preact/hooks'
import { FOUND_PREFIX, type PageRecord, recordsOfTab } from '../background/found-credentials.ts'
import { WORKER_SILENT_KEY } from '../background/session-keys.ts'
import { refreshTab } from '../platform/send.ts'
import { onTabToShow, tabToShow } from '../platform/tab-to-show.ts'

export interface ShownPage {
  readonly tabId: number
  readonly url: string | undefined
  readonly records: readonly PageRecord[]
  readonly isWorkerSilent: boolean
}

async function readPage(): Promise<ShownPage | null> {
  const tab = await tabToShow()
  if (tab?.id === undefined) return null
  const stored = await chrome.storage.session.get(null)
  const records = Object.entries(stored).filter(([key]) => key.startsWith(FOUND_PREFIX))
  const values = records.map(([, record]) => record as PageRecord)
  const isWorkerSilent = stored[WORKER_SILENT_KEY] === true
  return { tabId: tab.id, url: tab.url, records: recordsOfTab(values, tab.id), isWorkerSilent }
}

/** Null until the first answer. */
export function usePage(): ShownPage | null {
  const [page, setPage] = useState<ShownPage | null>(null)
  const read = useCallback(() => void readPage().then(setPage), [])
  useEffect(() => {
    read()
    // What a tab has left behind is forgotten before it is shown.
    void tabToShow().then((tab) => tab?.id !== undefined && refreshTab(tab.id))
    chrome.storage.session.onChanged.addListener(read)
    const stopTabs = onTabToShow(read)
    return () => {
      chrome.storage.session.onChanged.removeListener(read)
      stopTabs()
    }
  }, [read])
  return page
}
