// What was found on which page. Lives in storage.session, so that it outlives the service worker and nothing else.

import type { VerificationResult } from '../../shared/index.ts'
import type { PersonOfPage } from '../../shared/ui/person-answer.tsx'
import type { PageNotice, SourceName } from '../platform/message-types.ts'
import { createStoredMap, type StorageArea } from '../platform/storage.ts'

/** One document in one tab. */
export interface PageId {
  readonly tabId: number
  readonly frameId: number
  readonly documentId: string
}

export type Finding =
  | { readonly state: 'checking' }
  | { readonly state: 'failed' }
  | { readonly state: 'done'; readonly result: VerificationResult; readonly person?: PersonOfPage }

export interface FoundCredential extends PageId {
  readonly kind: 'credential'
  readonly id: number
  readonly source: SourceName
  readonly finding: Finding
}

export interface NoticeOfPage extends PageId {
  readonly kind: 'notice'
  readonly notice: PageNotice
}

export type PageRecord = FoundCredential | NoticeOfPage

/** Keys begin with this; the side panel reads them. */
export const FOUND_PREFIX = 'found:'
/** The content script keeps to 200; this is what a page gets that is not our content script. */
const RECORDS_PER_DOCUMENT = 250

const keyOf = (record: PageRecord) =>
  `${record.tabId}:${record.documentId}:${record.kind === 'notice' ? record.notice : record.id}`

/** Every credential and notice of a tab, in the order of the page as far as it is known. */
export function recordsOfTab(records: Iterable<PageRecord>, tabId: number): readonly PageRecord[] {
  const order = (record: PageRecord) => (record.kind === 'credential' ? record.id : -1)
  return [...records]
    .filter((record) => record.tabId === tabId)
    .sort((a, b) => a.frameId - b.frameId || order(a) - order(b))
}

export function createFoundCredentials(session: StorageArea) {
  const map = createStoredMap<PageRecord>(session, FOUND_PREFIX)
  const all = async () => [...(await map.entries())]
  const removeWhere = async (isGone: (record: PageRecord) => boolean) => {
    const keys = (await all()).filter(([, record]) => isGone(record)).map(([key]) => key)
    if (keys.length > 0) await map.remove(keys)
  }
  return {
    /** False where the document has more than any page of ours would report. */
    put: async (record: PageRecord): Promise<boolean> => {
      const key = keyOf(record)
      const sameDocument = (await all()).filter(
        ([, { documentId }]) => documentId === record.documentId,
      )
      const isKnown = sameDocument.some(([known]) => known === key)
      if (!isKnown && sameDocument.length >= RECORDS_PER_DOCUMENT) return false
      await map.set(key, record)
      return true
    },
    /**
     * Does nothing where the very record that was put is gone meanwhile: its page may be long gone, or be checked anew, under
     * another registry.
     */
    settle: async (placed: FoundCredential, finding: Finding): Promise<void> => {
      const key = keyOf(placed)
      if ((await map.get(key)) === placed) await map.set(key, { ...placed, finding })
    },
    ofTab: async (tabId: number) => recordsOfTab((await map.entries()).values(), tabId),
    tabs: async () => [...new Set([...(await map.entries()).values()].map(({ tabId }) => tabId))],
    forgetIds: (documentId: string, ids: readonly number[]) =>
      removeWhere(
        (record) =>
          record.kind === 'credential' &&
          record.documentId === documentId &&
          ids.includes(record.id),
      ),
    forgetDocument: (documentId: string) =>
      removeWhere((record) => record.documentId === documentId),
    forgetTab: (tabId: number) => removeWhere((record) => record.tabId === tabId),
  }
}

export type FoundCredentials = ReturnType<typeof createFoundCredentials>
