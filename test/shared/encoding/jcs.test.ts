import { describe, expect, it } from 'vitest'
import { canonicalizeJson } from '../../../shared/encoding/jcs.ts'
import { JSON_MAX_DEPTH } from '../../../shared/limits.ts'

const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)])

describe('canonical JSON', () => {
  it('sorts keys by UTF-16 code units, not by code points', () => {
    expect(canonicalizeJson({ '\ufb33': 1, '\u{1f600}': 2, a: 3, B: 4 })).toBe(
      '{"B":4,"a":3,"\u{1f600}":2,"\ufb33":1}',
    )
  })

  it('keeps a key called __proto__', () => {
    expect(canonicalizeJson(JSON.parse('{"a":1,"__proto__":{"b":2}}'))).toBe(
      '{"__proto__":{"b":2},"a":1}',
    )
  })

  it.each([
    ['a lone surrogate in a text', ['\ud800']],
    ['a lone surrogate in a key', { 'a\udfff': 1 }],
    ['no number', { a: Number.NaN }],
    ['an infinite number', [Number.POSITIVE_INFINITY]],
    ['nothing at all', { a: undefined }],
    ['a function', [() => 1]],
    ['a big integer', [1n]],
    ['nesting without end', nested(JSON_MAX_DEPTH + 1)],
    [
      'nesting that would exhaust the stack',
      JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`),
    ],
  ])('refuses %s', (_, value) => {
    expect(canonicalizeJson(value)).toBeNull()
  })

  it('writes what is nested as deeply as JSON may be', () => {
    expect(canonicalizeJson(nested(JSON_MAX_DEPTH))).toContain('1')
  })
})
