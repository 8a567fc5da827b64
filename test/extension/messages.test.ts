import { describe, expect, it } from 'vitest'
import { parseFromOwnSurface, parseFromPage } from '../../extension/platform/messages.ts'

const candidate = { kind: 'candidate', id: 1, text: 'eyJ', source: 'text', person: null }

describe('what a content script may say', () => {
  it.each([
    ['hello', { kind: 'hello', tag: 'abcde-fghijklmnop' }],
    ['a credential', candidate],
    ['a credential beside a name', { ...candidate, person: { name: 'Ana', from: 'heading' } }],
    ['a whole image', { ...candidate, source: 'image', text: 'a'.repeat(1_398_104) }],
    ['what is gone', { kind: 'gone', ids: [1, 2] }],
    ['that marks are removed', { kind: 'notice', notice: 'marks_removed' }],
    ['that a mark was activated', { kind: 'open_panel', id: 3 }],
  ])('is %s', (_, message) => {
    expect(parseFromPage(message)).toEqual(message)
  })
  it.each([
    ['nothing', undefined],
    ['a text', 'candidate'],
    ['a kind that is a property of every object', { kind: 'constructor' }],
    ['a kind of our own surfaces', { kind: 'scan', tabId: 1 }],
    [
      'a tag that closes the rule and opens another',
      { kind: 'hello', tag: 'a-b{}body{display:none}' },
    ],
    ['a tag that every page has', { kind: 'hello', tag: 'div' }],
    ['a text longer than a credential', { ...candidate, text: 'a'.repeat(262_145) }],
    ['a text that is no text', { ...candidate, text: { toString: 'eyJ' } }],
    ['a larger image', { ...candidate, source: 'image', text: 'a'.repeat(1_398_105) }],
    ['a source that every object has', { ...candidate, source: 'toString' }],
    ['an id that is no number', { ...candidate, id: '../1' }],
    ['an id below zero', { ...candidate, id: -1 }],
    ['an unknown source', { ...candidate, source: 'url' }],
    ['too many ids', { kind: 'gone', ids: Array.from({ length: 1_001 }, () => 1) }],
    ['ids that are none', { kind: 'gone', ids: ['1'] }],
    ['an unknown notice', { kind: 'notice', notice: 'all_is_well' }],
  ])('is not %s', (_, message) => {
    expect(parseFromPage(message)).toBeNull()
  })
  it('never carries fields that we did not ask for', () => {
    expect(parseFromPage({ ...candidate, url: 'http://10.0.0.1/' })).toEqual(candidate)
  })
  it('leaves out a person of unknown origin', () => {
    const person = { name: 'Ana', from: 'verified' }
    expect(parseFromPage({ ...candidate, person })).toEqual(candidate)
  })
  it('cuts a name that is too long', () => {
    const message = { ...candidate, person: { name: 'a'.repeat(500), from: 'heading' } }
    expect(parseFromPage(message)).toMatchObject({ person: { name: 'a'.repeat(200) } })
  })
})

describe('what our own surfaces may say', () => {
  it('is that a tab should be scanned', () => {
    expect(parseFromOwnSurface({ kind: 'scan', tabId: 7 })).toEqual({ kind: 'scan', tabId: 7 })
  })
  it('is not what a content script says', () => {
    expect(parseFromOwnSurface(candidate)).toBeNull()
  })
})
