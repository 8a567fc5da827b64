// A page in a DOM without a browser, with what the extension's sources look for in the global scope.
import { parseHTML } from 'linkedom'
import { vi } from 'vitest'

export function openPage(html: string, url = 'https://portal.example/people/1'): Document {
  const { document, window } = parseHTML(
    `<!doctype html><html><head></head><body>${html}</body></html>`,
  )
  Object.defineProperty(document, 'baseURI', { value: url, configurable: true })
  vi.stubGlobal('document', document)
  vi.stubGlobal('Node', window.Node)
  vi.stubGlobal('NodeFilter', { SHOW_TEXT: 4 })
  vi.stubGlobal('location', new URL(url))
  return document
}
