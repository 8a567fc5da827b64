// Which documents are still there? Uses chrome.tabs.
import type { PresenceQuestion } from '../platform/message-types.ts'
import type { FoundCredentials, PageId } from './found-credentials.ts'

async function isPresent({ documentId, tabId }: PageId): Promise<boolean> {
  const question: PresenceQuestion = { kind: 'present' }
  try {
    return (await chrome.tabs.sendMessage(tabId, question, { documentId })) === true
  } catch {
    return false
  }
}

/** Forgets what was found in documents that a tab has left behind. */
export async function forgetLeftDocuments(found: FoundCredentials, tabId: number): Promise<void> {
  const documents = new Map((await found.ofTab(tabId)).map((record) => [record.documentId, record]))
  for (const [documentId, record] of documents) {
    if (!(await isPresent(record))) await found.forgetDocument(documentId)
  }
}
