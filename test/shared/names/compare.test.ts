import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNames } from '../../../shared/names/compare.ts'
import { PAIRS } from './pairs.ts'

describe('two names', () => {
  it.each(PAIRS)('“%s” and “%s” are %s: %s', (a, b, match) => {
    expect(compareNames(a, b)).toBe(match)
    expect(compareNames(b, a)).toBe(match)
  })
  it('are tried in many pairs of every answer', () => {
    const count = (...matches: readonly string[]) =>
      PAIRS.filter(([, , match]) => matches.includes(match)).length
    expect(PAIRS.length).toBeGreaterThanOrEqual(150)
    expect(count('exact', 'variant')).toBeGreaterThanOrEqual(25)
    expect(count('possible')).toBeGreaterThanOrEqual(25)
    expect(count('different')).toBeGreaterThanOrEqual(25)
  })
})

const ALPHABETS = [
  'aeiouhklmnrstz',
  'öüßéñıŞðþ',
  'аеиокнрстйё',
  'αιοςρντά',
  'محدعليةأ',
  'राम्शिी',
  '王小明偉伟',
]
const word = fc
  .constantFrom(...ALPHABETS)
  .chain((letters) => fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 8 }))
const name = fc.array(word, { minLength: 1, maxLength: 6 })
const anything = fc.string({ unit: 'binary', maxLength: 250 })

const better = (match: string) => (match === 'exact' ? 'variant' : match)

describe('any two names', () => {
  it('are compared alike whichever comes first', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          name.map((words) => words.join(' ')),
          anything,
        ),
        anything,
        (a, b) => {
          expect(compareNames(a, b)).toBe(compareNames(b, a))
        },
      ),
    )
    fc.assert(
      fc.property(name, name, (a, b) => {
        const [first, second] = [a.join(' '), b.join(' ')]
        expect(compareNames(first, second)).toBe(compareNames(second, first))
      }),
    )
  })
  it('are compared alike in whatever order their words come', () => {
    const shuffled = name.chain((words) =>
      fc.tuple(
        fc.constant(words),
        fc.shuffledSubarray(words, { minLength: words.length, maxLength: words.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, name, ([words, other], b) => {
        const third = b.join(' ')
        expect(better(compareNames(words.join(' '), third))).toBe(
          better(compareNames(other.join(' '), third)),
        )
        expect(compareNames(words.join(' '), other.join(' '))).toMatch(/^(?:exact|variant)$/)
      }),
    )
  })
  it('are the same where they are one', () => {
    fc.assert(
      fc.property(name, (words) => {
        expect(compareNames(words.join(' '), words.join(' '))).toBe('exact')
      }),
    )
  })
  it('get an answer, whatever they are', () => {
    fc.assert(
      fc.property(anything, anything, (a, b) => {
        expect(['exact', 'variant', 'possible', 'different']).toContain(compareNames(a, b))
      }),
    )
  })
})
