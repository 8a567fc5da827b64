import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson, parseJsonObject } from '../../../shared/encoding/json.ts'
import { JSON_MAX_DEPTH } from '../../../shared/limits.ts'

describe('strict JSON', () => {
  it.each([
    '{}',
    '[]',
    'null',
    '"a"',
    '1',
    '{"a":{"a":1},"b":[{"a":1},{"a":2}]}',
    ' { "a\\"b" : "c:d" , "e" : ":" } ',
    '{"a":"{\\"a\\":1,\\"a\\":2}"}',
    '["a","a"]',
  ])('reads %s as JSON.parse does', (text) => {
    expect(parseJson(text)).toEqual(JSON.parse(text))
  })

  it.each([
    ['twice the same key', '{"sub":"a","sub":"b"}'],
    ['the same key, once escaped', '{"sub":"a","\\u0073ub":"b"}'],
    ['the same key in another case of its escape', '{"\\u00e9":1,"\\u00E9":2}'],
    ['the same key further in', '{"a":[{"b":{"c":1,"c":1}}]}'],
    ['the same key after an array', '{"a":[{"a":1}],"a":2}'],
    ['the same key behind white space', '{"a":1,"a"\n\t\r :2}'],
    ['the same key, the first with more inside', '{"a":{"b":{"c":1},"d":[{}]},"a":1}'],
    ['the same key, the second with more inside', '{"a":1,"a":{"b":{"c":1},"d":[{}]}}'],
    ['the same number as a key', '{"2":1,"1":{},"2":3}'],
    ['twice the empty key', '{"":1,"":2}'],
    ['twice __proto__', '{"__proto__":1,"__proto__":2}'],
    ['an unfinished string', '{"a":"b'],
    ['an unfinished escape', '{"a\\'],
    ['a trailing comma', '{"a":1,}'],
    ['two values', '{}{}'],
    ['nothing', ''],
    ['single quotes', "{'a':1}"],
    ['a comment', '{"a":1/**/}'],
    ['not a number', '{"a":NaN}'],
  ])('refuses %s', (_, text) => {
    expect(parseJson(text)).toBeUndefined()
  })

  it('reads whatever JSON.stringify writes, and nothing with one key more', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.string(), (value, key) => {
        const text = JSON.stringify(value)
        expect(parseJson(text)).toEqual(JSON.parse(text))
        const name = JSON.stringify(key)
        expect(parseJson(`{${name}:${text}}`)).toEqual({ [key]: JSON.parse(text) })
        expect(parseJson(`{${name}:${text},"and":[],${name}:${text}}`)).toBeUndefined()
        expect(parseJson(`[{${name}:[{"and":0}],${name} :0},${text}]`)).toBeUndefined()
      }),
    )
  })

  it('refuses nesting one level deeper than the limit, without filling the stack', () => {
    const nest = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    expect(parseJson(nest(JSON_MAX_DEPTH))).toBeDefined()
    expect(parseJson(nest(JSON_MAX_DEPTH + 1))).toBeUndefined()
    expect(parseJson(nest(1_000_000))).toBeUndefined()
    expect(parseJson('{"a":'.repeat(JSON_MAX_DEPTH + 1))).toBeUndefined()
  })

  it('gives __proto__ no power', () => {
    const value = parseJsonObject('{"__proto__":{"type":"x"},"constructor":1}')
    expect(value?.type).toBeUndefined()
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect(Object.hasOwn(value ?? {}, '__proto__')).toBe(true)
  })

  it.each(['[]', 'null', '"{}"', '1'])('knows that %s is no object', (text) => {
    expect(parseJsonObject(text)).toBeUndefined()
  })
})
