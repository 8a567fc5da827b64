// The fast yes is held to the library: where it says yes, the library must.
import { type Schema, Validator } from '@cfworker/json-schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../shared/encoding/json.ts'
import { LICENCE_SCHEMA } from '../../../shared/schema/licence-1.schema.ts'
import { ACHIEVEMENT_CREDENTIAL } from '../../../shared/schema/open-badges.ts'
import { compileQuickYes } from '../../../shared/schema/quick-yes.ts'
import { degree, licence } from '../../support/credentials.ts'

const wholly = (schema: object) => {
  const validator = new Validator(JSON.parse(JSON.stringify(schema)) as Schema, '2019-09')
  return (value: unknown) => validator.validate(value).valid
}
/** As it travels: JSON knows no undefined. */
const plain = (value: object): JsonObject => JSON.parse(JSON.stringify(value))

const ODD: readonly unknown[] = [
  null,
  true,
  0,
  1.5,
  '',
  'x',
  '2026-02-30',
  '2026-02-28T10:00:00Z',
  '2026-02-28T23:59:60Z',
  '2026-02-28t10:00:00z',
  '2026-02-28T10:00:00+25:00',
  '\u{1F600}',
  'XM',
  '2211',
  'urn:uuid:',
  [],
  ['x'],
  [[]],
  {},
  { type: 'x' },
  { value: '' },
]

/** Every place in a value, as a path. */
function pathsIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  const inside = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return [path, ...inside.flatMap(([name, part]) => pathsIn(part, [...path, name]))]
}

function changed(value: unknown, [name, ...rest]: readonly string[], odd: unknown): unknown {
  if (name === undefined) return odd
  const copy = structuredClone(value) as Record<string, unknown>
  copy[name] = changed(copy[name], rest, odd)
  return copy
}

describe.each([
  ['a licence', LICENCE_SCHEMA, plain(licence())],
  ['an achievement', ACHIEVEMENT_CREDENTIAL, plain(degree())],
])('%s', (_, schema, credential) => {
  const isQuickYes = compileQuickYes(schema)
  const isValid = wholly(schema)

  it('gets its yes at once', () => {
    expect(isQuickYes(credential)).toBe(true)
    expect(isValid(credential)).toBe(true)
  })

  it('gets none for what the library refuses', () => {
    const paths = pathsIn(credential)
    let refused = 0
    for (const path of paths) {
      for (const odd of ODD) {
        const value = changed(credential, path, odd)
        if (!isValid(value)) refused += 1
        expect(isQuickYes(value) && !isValid(value), `${path.join('.')} = ${odd}`).toBe(false)
      }
    }
    expect(refused).toBeGreaterThan(100)
  })

  it('gets none for it anywhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pathsIn(credential)), fc.jsonValue(), (path, odd) => {
        const value = changed(credential, path, odd)
        return !isQuickYes(value) || isValid(value)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a schema with what it cannot judge', () => {
  it.each<[object, unknown]>([
    [{ not: { type: 'array' } }, {}],
    [{ properties: { a: { maximum: 3 } } }, { a: 1 }],
    [{ type: 'integer' }, 1],
    [{ minLength: 2 }, 'abc'],
    [{ const: 1 }, 1],
    [{ format: 'uri' }, 'https://mill.xm'],
    [{ additionalProperties: {} }, {}],
    [{ oneOf: [{ type: 'string' }, { type: 'string' }] }, 'a'],
    [{ $ref: 'https://mill.xm/a.json' }, {}],
  ])('makes no yes: %j', (schema, value) => {
    expect(compileQuickYes(plain(schema))(value)).toBe(false)
  })
})
