// Links to credential files of the page's own origin. Uses the DOM and the page's own network rights.
import { findCredentialTexts } from '../../shared/detect/index.ts'
import { PAGE_LIMITS } from '../scan/limits.ts'
import { elementsIn } from './elements.ts'
import type { Source } from './source.ts'

const CREDENTIAL_TYPES = new Set([
  'application/vc+jwt',
  'application/vc',
  'application/vc+ld+json',
  'application/dc+sd-jwt',
])

/** The address of a link to a credential file of this origin, or null. */
function credentialAddress(link: HTMLAnchorElement): string | null {
  const href = link.getAttribute('href') ?? ''
  if (!URL.canParse(href, document.baseURI)) return null
  const url = new URL(href, document.baseURI)
  const isNamed = /\.(jwt|vc)$/i.test(url.pathname)
  const isTyped = /\.json$/i.test(url.pathname) && CREDENTIAL_TYPES.has(link.type.toLowerCase())
  return url.origin === location.origin && (isNamed || isTyped) ? url.href : null
}

async function readBounded(response: Response): Promise<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  while (reader !== undefined) {
    const { done, value } = await reader.read()
    if (done) break
    text += value
    if (text.length > PAGE_LIMITS.linkBytes) {
      await reader.cancel()
      return ''
    }
  }
  return text
}

/**
 * Opens the credential files that a page links to.
 *
 * The content script does it, with no more rights than the page has: were the background to fetch what a page names,
 * any page could reach into the reader's own network.
 */
export function createLookAtLinks(): Source {
  const opened = new Map<string, Promise<readonly string[]>>()
  const open = async (address: string): Promise<readonly string[]> => {
    try {
      const response = await fetch(address, { credentials: 'same-origin', redirect: 'error' })
      return response.ok ? findCredentialTexts(await readBounded(response)) : []
    } catch {
      return []
    }
  }
  return async (root, report) => {
    const reported: Promise<void>[] = []
    for (const anchor of elementsIn<HTMLAnchorElement>(root, 'a[href]')) {
      const address = credentialAddress(anchor)
      if (address === null || (!opened.has(address) && opened.size >= PAGE_LIMITS.links)) continue
      const texts = opened.get(address) ?? open(address)
      opened.set(address, texts)
      const tell = (found: readonly string[]) => {
        for (const text of found) report({ source: 'link', text, anchor, side: 'after' })
      }
      reported.push(texts.then(tell))
    }
    await Promise.all(reported)
  }
}
