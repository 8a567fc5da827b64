import { describe, expect, it } from 'vitest'
import {
  createFoundCredentials,
  type FoundCredential,
} from '../../extension/background/found-credentials.ts'
import { verifiedLicence } from '../shared/ui/results.ts'
import { createArea } from './support/area.ts'

const record = (id: number, over: Partial<FoundCredential> = {}): FoundCredential => ({
  kind: 'credential',
  tabId: 1,
  frameId: 0,
  documentId: 'D1',
  id,
  source: 'text',
  finding: { state: 'checking' },
  ...over,
})

describe('what was found on pages', () => {
  it('is listed by tab, frame and place', async () => {
    const found = createFoundCredentials(createArea())
    const other = record(0, { tabId: 2, documentId: 'D3' })
    const framed = record(0, { frameId: 4, documentId: 'D2' })
    for (const one of [framed, record(10), other, record(9)]) await found.put(one)
    expect(await found.ofTab(1)).toEqual([record(9), record(10), framed])
  })
  it('outlives the service worker', async () => {
    const session = createArea()
    await createFoundCredentials(session).put(record(1))
    expect(await createFoundCredentials(session).ofTab(1)).toEqual([record(1)])
  })
  it('replaces what was known of the same credential', async () => {
    const found = createFoundCredentials(createArea())
    await found.put(record(1))
    await found.put(record(1, { finding: { state: 'failed' } }))
    expect(await found.ofTab(1)).toEqual([record(1, { finding: { state: 'failed' } })])
  })
  it('is not brought back by a verification that ends after its page was left', async () => {
    const found = createFoundCredentials(createArea())
    const placed = record(1)
    await found.put(placed)
    await found.forgetDocument('D1')
    await found.settle(placed, { state: 'failed' })
    expect(await found.ofTab(1)).toEqual([])
  })
  it('keeps the answer to the newest question, whichever comes last', async () => {
    const found = createFoundCredentials(createArea())
    const [earlier, later] = [record(1), record(1)]
    await found.put(earlier)
    await found.forgetDocument('D1')
    await found.put(later)
    await found.settle(later, { state: 'done', result: verifiedLicence })
    await found.settle(earlier, { state: 'failed' })
    expect(await found.ofTab(1)).toEqual([
      { ...later, finding: { state: 'done', result: verifiedLicence } },
    ])
  })
  it('forgets a document and nothing else', async () => {
    const session = createArea({ 'kept:x': 1 })
    const found = createFoundCredentials(session)
    await found.put(record(1))
    await found.put(record(1, { documentId: 'D2' }))
    await found.forgetDocument('D1')
    expect(await found.ofTab(1)).toEqual([record(1, { documentId: 'D2' })])
    expect(session.items).toHaveProperty('kept:x')
  })
  it('forgets single credentials of one document', async () => {
    const found = createFoundCredentials(createArea())
    await found.put(record(1))
    await found.put(record(2))
    await found.forgetIds('D1', [1])
    expect(await found.ofTab(1)).toEqual([record(2)])
  })
  it('forgets a tab', async () => {
    const session = createArea()
    const found = createFoundCredentials(session)
    await found.put(record(1))
    await found.forgetTab(1)
    expect(session.items).toEqual({})
  })
  it('takes no more from one document than any content script of ours reports', async () => {
    const found = createFoundCredentials(createArea())
    for (let id = 0; id < 250; id += 1) await found.put(record(id))
    expect(await found.put(record(250))).toBe(false)
    expect(await found.put(record(249))).toBe(true)
    expect(await found.ofTab(1)).toHaveLength(250)
  })
})
