import { describe, expect, it } from 'vitest'
import { displayText } from '../../../shared/encoding/display-text.ts'

describe('text fit to be shown', () => {
  it.each([
    ['Amina Diallo', 'Amina Diallo'],
    ['  Amina \t\n Diallo ', 'Amina Diallo'],
    ['अमीना डियालो', 'अमीना डियालो'],
    ['أمينة ديالو', 'أمينة ديالو'],
    ['Nguyễn Thị Ánh', 'Nguyễn Thị Ánh'],
  ])('leaves the name "%s" as it is, but for white space', (text, shown) => {
    expect(displayText(text)).toBe(shown)
  })

  it.each([
    ['a right-to-left override', 'Licence\u202Edekover'],
    ['an isolate', 'Licence\u2066dekover'],
    ['a zero-width space', 'Licence\u200Bdekover'],
    ['a byte order mark', 'Licence\uFEFFdekover'],
    ['an escape', 'Licence\u001Bdekover'],
    ['a NUL', 'Licence\u0000dekover'],
    ['a tag character', 'Licence\u{E0041}dekover'],
    ['half of a surrogate pair', 'Licence\uD800dekover'],
    ['a private-use character', 'Licence\uE000dekover'],
    ['a line separator', 'Licence\u2028dekover'],
    ['a Hangul filler', 'Licence\u3164dekover'],
    ['a combining grapheme joiner', 'Licence\u034Fdekover'],
    ['a blank of Braille', 'Licence\u2800dekover'],
  ])('strips %s', (_, text) => {
    expect(displayText(text)).toBe('Licencedekover')
  })

  it('cuts at 80 characters, the last of them an ellipsis', () => {
    expect(displayText('a'.repeat(80))).toBe('a'.repeat(80))
    expect(displayText('a'.repeat(81))).toBe(`${'a'.repeat(79)}…`)
  })

  it('counts characters, not halves of them', () => {
    expect(displayText('😀'.repeat(80))).toBe('😀'.repeat(80))
    expect(displayText('😀'.repeat(81))).toBe(`${'😀'.repeat(79)}…`)
  })

  it('takes a pile of marks off a letter', () => {
    expect(displayText(`a${'\u0301'.repeat(50)}b`)).toBe(`a${'\u0301'.repeat(4)}b`)
  })

  it('walks over a text of a million characters at once', () => {
    expect(displayText('\u0301'.repeat(1_000_000))).toHaveLength(4)
  })

  it.each(['', ' ', '\u202E', '\u3164\u3164', '\u2800', 1, null, undefined, {}, ['a']])(
    'has nothing to show of %j',
    (value) => {
      expect(displayText(value)).toBeUndefined()
    },
  )
})
