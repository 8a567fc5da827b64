// A document taken apart into lines.
import { describe, expect, it } from 'vitest'
import { jsonFacts } from '../../../worker/console/json-facts.ts'

describe('the lines of a document', () => {
  it.each([
    ['a value with the way to it', { a: { validFrom: 1 } }, [['a › valid from', '1']]],
    [
      'items of a list, numbered',
      { a: ['x', true] },
      [
        ['a › 1', 'x'],
        ['a › 2', 'true'],
      ],
    ],
    ['a single item without a number', { a: [{ b: 'x' }] }, [['a › b', 'x']]],
    [
      'what is empty, too',
      { a: [], b: {}, c: '', d: null },
      [
        ['a', 'none'],
        ['b', 'none'],
        ['c', ''],
        ['d', 'null'],
      ],
    ],
  ] as const)('hold %s', (_, document, facts) => {
    expect(jsonFacts(document)).toEqual(facts)
  })
})
