import { describe, expect, it } from 'vitest'
import { findCompactTokens, SCAN_LIMITS } from '../../../shared/detect/index.ts'

const TOKEN = 'eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJkaWQ6d2ViOmEifQ.c2lnbmF0dXJl'
const found = (text: string) =>
  findCompactTokens(text).map(({ start, end }) => text.slice(start, end))

describe('finding compact credentials in a text', () => {
  it('finds a token that is the whole text', () => {
    expect(found(TOKEN)).toEqual([TOKEN])
  })
  it('finds every token of a text, in order', () => {
    expect(found(`a ${TOKEN}, b "${TOKEN}x" c`)).toEqual([TOKEN, `${TOKEN}x`])
  })
  it('leaves the full stop of a sentence out', () => {
    expect(found(`It is ${TOKEN}.`)).toEqual([TOKEN])
  })
  it('keeps the disclosures of an SD-JWT', () => {
    expect(found(`x ${TOKEN}~WyJhIl0~WyJiIl0~ y`)).toEqual([`${TOKEN}~WyJhIl0~WyJiIl0~`])
  })
  it('keeps the key binding of an SD-JWT', () => {
    expect(found(`${TOKEN}~WyJhIl0~${TOKEN}`)).toEqual([`${TOKEN}~WyJhIl0~${TOKEN}`])
  })
  it('keeps an empty signature, so that an unsecured credential gets its mark', () => {
    expect(found('eyJhbGciOiJub25lIn0.eyJhIjoxfQ. ')).toEqual(['eyJhbGciOiJub25lIn0.eyJhIjoxfQ.'])
  })
  it.each([
    ['one dot', 'eyJh.eyJi'],
    ['four dots, as an encrypted token has', 'eyJh.a.b.c.d'],
    ['an empty payload', 'eyJh..c2ln'],
    ['no signature before the disclosures', 'eyJh.eyJi.~WyJh~'],
    ['a beginning inside a longer word', `x${TOKEN}`],
    ['nothing', ''],
  ])('steps over %s', (_, text) => {
    expect(found(text)).toEqual([])
  })
  it('steps over a run longer than any credential and goes on behind it', () => {
    const long = `eyJ${'a'.repeat(SCAN_LIMITS.tokenChars)}.b.c`
    expect(found(`${long} ${TOKEN}`)).toEqual([TOKEN])
  })
  it('stops after as many tokens as a person could look at', () => {
    expect(found(`${TOKEN} `.repeat(SCAN_LIMITS.spans + 5))).toHaveLength(SCAN_LIMITS.spans)
  })
  it.each([
    ['8 MB of "-eyJ"', '-eyJ'.repeat(2_000_000)],
    ['8 MB of "eyJ.a. "', 'eyJ.a. '.repeat(1_150_000)],
    ['8 MB of "eyJa "', 'eyJa '.repeat(1_600_000)],
    ['8 MB of "eyJ~"', 'eyJ~'.repeat(2_000_000)],
  ])('walks once over %s', (_, text) => {
    const before = performance.now()
    findCompactTokens(text)
    expect(performance.now() - before).toBeLessThan(1_500)
  })
})
