import { describe, expect, it } from 'vitest'
import { formatShareLink, parseShareLink, shareAddress } from '../../../shared/share/share-link.ts'

const ORIGIN = 'https://licet.example'
const ID = 'AAECAwQFBgcICQoLDA0ODw'
const KEY = Uint8Array.from({ length: 32 }, (_, at) => at)
const LINK = `${ORIGIN}/s/${ID}#AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8`

describe('a share link', () => {
  it('is read as it was written', () => {
    expect(formatShareLink({ origin: ORIGIN, id: ID, key: KEY })).toBe(LINK)
    expect(parseShareLink(LINK)).toEqual({ origin: ORIGIN, id: ID, key: KEY })
  })

  it('has an address without the key', () => {
    expect(shareAddress(ORIGIN, ID)).toBe(`${ORIGIN}/s/${ID}`)
  })

  it.each([
    ['no address', 'a share'],
    ['another page', `${ORIGIN}/me#${LINK.split('#')[1]}`],
    ['a query', LINK.replace('#', '?x=1#')],
    ['a user name', LINK.replace('https://', 'https://evil@')],
    ['a script', LINK.replace('https://licet.example', 'javascript:')],
  ])('is none with %s', (_, text) => {
    expect(parseShareLink(text)).toBe('not_a_share_link')
  })

  it.each([
    ['without its fragment', LINK.split('#')[0] ?? ''],
    ['with a fragment that lost a character', LINK.slice(0, -1)],
    ['with a fragment that gained some', `${LINK}AAAA`],
    ['with spare bits in its fragment', `${LINK.slice(0, -1)}9`],
    ['with an id that lost a character', LINK.replace('Dw#', 'D#')],
    ['with a second id behind the first', LINK.replace('Dw#', 'Dw/x#')],
  ])('is truncated %s', (_, text) => {
    expect(parseShareLink(text)).toBe('truncated')
  })
})
