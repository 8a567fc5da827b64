// Compact credentials in the text of a page. Uses the DOM.
import { detectEnvelope, findCompactTokens } from '../../shared/detect/index.ts'
import type { Find } from './source.ts'

/** Text in here is not shown, or belongs to another source. */
const SILENT = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEXTAREA', 'TITLE', 'TEMPLATE'])

/** Shorter texts hold no credential: header, payload and an Ed25519 signature alone take more. */
const TEXT_CHARS_MIN = 100

/**
 * Reports the credentials of one node and of what is in it.
 *
 * A token that the page has cut into several text nodes is not found.
 * @param spend - told how many characters are about to be scanned; false stops the search
 */
export function lookAtText(
  root: Node,
  report: (find: Find) => void,
  spend: (chars: number) => boolean,
): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  let node = root.nodeType === Node.TEXT_NODE ? root : walker.nextNode()
  for (; node !== null; node = walker.nextNode()) {
    const anchor = node as Text
    const { data } = anchor
    if (data.length < TEXT_CHARS_MIN || !data.includes('eyJ')) continue
    if (SILENT.has(anchor.parentElement?.tagName ?? '')) continue
    if (!spend(data.length)) return
    for (const { end, start } of findCompactTokens(data)) {
      const text = data.slice(start, end)
      if (detectEnvelope(text) !== null) report({ source: 'text', text, anchor, side: 'before' })
    }
  }
}
