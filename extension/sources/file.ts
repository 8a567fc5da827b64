// Files that a page shows or links to, opened for the credentials in them. Uses the DOM and the page's own network rights.
import { PAGE_LIMITS } from '../scan/limits.ts'
import { elementsIn } from './elements.ts'
import type { Source } from './source.ts'

/** One kind of file, and how to look into it. */
export interface FileKind<E extends Element> {
  readonly source: keyof typeof PAGE_LIMITS.files
  readonly selector: string
  /** Where the file of an element lies, or null where it is not to be opened. */
  readonly addressOf: (element: E) => string | null
  /** What the background is told of a file: one text for each credential. */
  readonly read: (file: Blob) => Promise<readonly string[]>
}

/** The address as it is written on the page, read as the browser reads it, or null where it is none. */
export const addressOnPage = (written: string): URL | null =>
  URL.canParse(written, document.baseURI) ? new URL(written, document.baseURI) : null

/** The file, or null where it is larger. */
async function readBounded(response: Response, maxBytes: number): Promise<Blob | null> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const reader = response.body?.getReader()
  while (reader !== undefined) {
    const { done, value } = await reader.read()
    if (done) break
    parts.push(value)
    size += value.length
    if (size > maxBytes) {
      await reader.cancel()
      return null
    }
  }
  return new Blob(parts)
}

/**
 * Opens files of one kind, each once.
 *
 * The content script does it, with no more rights than the page has: were the background to fetch what a page names,
 * any page could reach into the reader's own network.
 */
export function createLookAtFiles<E extends Element>(kind: FileKind<E>): Source {
  const { addressOf, read, selector, source } = kind
  const { bytes, count } = PAGE_LIMITS.files[source]
  const opened = new Map<string, Promise<readonly string[]>>()
  const open = async (address: string): Promise<readonly string[]> => {
    try {
      const response = await fetch(address, { credentials: 'same-origin', redirect: 'error' })
      const file = response.ok ? await readBounded(response, bytes) : null
      return file === null ? [] : await read(file)
    } catch {
      return []
    }
  }
  return async (root, report) => {
    const reported: Promise<void>[] = []
    for (const anchor of elementsIn<E>(root, selector)) {
      const address = addressOf(anchor)
      if (address === null || (!opened.has(address) && opened.size >= count)) continue
      const texts = opened.get(address) ?? open(address)
      opened.set(address, texts)
      const tell = (found: readonly string[]) => {
        for (const text of found) report({ source, text, anchor, side: 'after' })
      }
      reported.push(texts.then(tell))
    }
    await Promise.all(reported)
  }
}
