// Takes messages in: who sent it, what it says, which handler answers. Uses chrome.runtime.
import type { FromOwnSurface, FromPage } from '../platform/message-types.ts'
import { parseFromOwnSurface, parseFromPage } from '../platform/messages.ts'
import type { PageId } from './found-credentials.ts'

type Answer = Promise<object>

export type PageHandlers = {
  readonly [Kind in FromPage['kind']]: (
    message: Extract<FromPage, { kind: Kind }>,
    page: PageId,
  ) => Answer
}

export type SurfaceHandlers = {
  readonly [Kind in FromOwnSurface['kind']]: (
    message: Extract<FromOwnSurface, { kind: Kind }>,
  ) => Answer
}

export interface Sender {
  readonly id?: string | undefined
  readonly origin?: string | undefined
  readonly frameId?: number | undefined
  readonly documentId?: string | undefined
  readonly tab?: { readonly id?: number | undefined } | undefined
}

/** The page behind a message, or null where it does not come from a content script in a tab. */
function pageOf(sender: Sender): PageId | null {
  const { documentId, frameId } = sender
  const tabId = sender.tab?.id
  if (tabId === undefined || frameId === undefined || documentId === undefined) return null
  return tabId < 0 ? null : { tabId, frameId, documentId }
}

interface Identity {
  readonly id: string
  /** `chrome-extension://<id>` */
  readonly origin: string
}

/**
 * Decides what a message may do. Our own surfaces and content scripts speak different languages: a page that takes over its
 * renderer can say what a content script says, and nothing more.
 */
export function createReceiver(own: Identity, ofPage: PageHandlers, ofSurface: SurfaceHandlers) {
  return (message: unknown, sender: Sender): Answer | null => {
    if (sender.id !== own.id) return null
    if (sender.origin === own.origin) {
      const said = parseFromOwnSurface(message)
      return said === null ? null : ofSurface[said.kind](said as never)
    }
    const page = pageOf(sender)
    const said = parseFromPage(message)
    return page === null || said === null ? null : ofPage[said.kind](said as never, page)
  }
}
