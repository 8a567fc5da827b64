// Looks at a page once, then only at what was added or changed. Uses the DOM.
import { randomTag } from '../marks/mark.ts'
import { createLookAtImages } from '../sources/image.ts'
import { createLookAtLinks } from '../sources/link.ts'
import { lookAtScripts } from '../sources/script.ts'
import { lookAtText } from '../sources/text.ts'
import { isOrphan } from './ask.ts'
import { ADDRESSES, createCandidates } from './candidates.ts'
import { PAGE_LIMITS } from './limits.ts'

/** Starts watching this document; the answer stops it and takes every mark away. */
export function watchPage(): () => void {
  const tag = randomTag()
  const candidates = createCandidates(tag)
  const lookAtImages = createLookAtImages()
  const lookAtLinks = createLookAtLinks()
  const changed = new Set<Node>()
  let scannedChars = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const spend = (chars: number) => {
    scannedChars += chars
    if (scannedChars <= PAGE_LIMITS.scannedChars) return true
    observer.disconnect()
    candidates.notice('too_large')
    return false
  }

  const look = (root: Node) => {
    lookAtText(root, candidates.add, spend)
    lookAtScripts(root, candidates.add)
    void lookAtLinks(root, candidates.add)
    void lookAtImages(root, candidates.add)
  }

  const isInsideAnother = (node: Node) => {
    for (let above = node.parentNode; above !== null; above = above.parentNode) {
      if (changed.has(above)) return true
    }
    return false
  }

  const settle = () => {
    timer = undefined
    if (isOrphan()) return stop()
    candidates.settle()
    const roots =
      changed.size > PAGE_LIMITS.gatheredNodes
        ? [document.documentElement]
        : [...changed].filter((node) => node.isConnected && !isInsideAnother(node))
    changed.clear()
    for (const root of roots) look(root)
  }

  const gather = (records: readonly MutationRecord[]) => {
    for (const { addedNodes, target, type } of records) {
      if (type === 'childList') for (const node of addedNodes) addChanged(node)
      else addChanged(target)
      // The text of a script is its child, the credential its parent's.
      if (target.nodeName === 'SCRIPT') addChanged(target)
    }
    timer ??= setTimeout(settle, PAGE_LIMITS.gatherMs)
  }

  const addChanged = (node: Node) => {
    if (node.nodeName.toLowerCase() !== tag) changed.add(node)
  }

  const observer = new MutationObserver(gather)
  const stop = () => {
    observer.disconnect()
    clearTimeout(timer)
    candidates.stop()
  }

  look(document.documentElement)
  observer.observe(document.documentElement, {
    childList: true,
    subtree: true,
    characterData: true,
    attributeFilter: ADDRESSES,
  })
  return stop
}
