import { describe, expect, it, vi } from 'vitest'
import {
  createReceiver,
  type PageHandlers,
  type Sender,
} from '../../extension/background/receive.ts'

const OWN = { id: 'abc', origin: 'chrome-extension://abc' }
const PAGE = { tabId: 7, frameId: 0, documentId: 'D1' }
const contentScript: Sender = {
  id: 'abc',
  origin: 'https://portal.example',
  frameId: 0,
  documentId: 'D1',
  tab: { id: 7 },
}
const gone = { kind: 'gone', ids: [1] }

function createFakes() {
  const ofPage = {
    hello: vi.fn(async () => ({})),
    candidate: vi.fn(async () => ({})),
    gone: vi.fn(async () => ({ done: true })),
    notice: vi.fn(async () => ({})),
    open_panel: vi.fn(async () => ({})),
  } satisfies PageHandlers
  const ofSurface = {
    scan: vi.fn(async () => ({ scanned: true })),
    refresh: vi.fn(async () => ({})),
  }
  return { ofPage, ofSurface, receive: createReceiver(OWN, ofPage, ofSurface) }
}

describe('taking a message in', () => {
  it('hands what a content script says to its handler, with the page it comes from', async () => {
    const { ofPage, receive } = createFakes()
    expect(await receive(gone, contentScript)).toEqual({ done: true })
    expect(ofPage.gone).toHaveBeenCalledWith(gone, PAGE)
  })
  it('hands what the popup says to its handler', async () => {
    const { receive } = createFakes()
    const popup = { id: 'abc', origin: OWN.origin }
    expect(await receive({ kind: 'scan', tabId: 7 }, popup)).toEqual({ scanned: true })
  })
  it.each<[string, unknown, Sender]>([
    ['another extension', gone, { ...contentScript, id: 'xyz' }],
    ['a page without a tab', gone, { ...contentScript, tab: undefined }],
    ['a page without a document', gone, { ...contentScript, documentId: undefined }],
    ['a page without a frame', gone, { ...contentScript, frameId: undefined }],
    ['a tab that is none', gone, { ...contentScript, tab: { id: -1 } }],
    ['a page that speaks like the popup', { kind: 'scan', tabId: 7 }, contentScript],
    ['a surface that speaks like a page', gone, { ...contentScript, origin: OWN.origin }],
    ['nonsense', { kind: 'run' }, contentScript],
  ])('gives no answer to %s', (_, message, sender) => {
    const { ofPage, ofSurface, receive } = createFakes()
    expect(receive(message, sender)).toBeNull()
    for (const handler of Object.values({ ...ofPage, ...ofSurface })) {
      expect(handler).not.toHaveBeenCalled()
    }
  })
})
