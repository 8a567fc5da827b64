// A fast yes to values that plainly keep a schema. Pure. Who gets no yes is judged by the whole validator.
import { isJsonObject, type JsonObject, toList } from '../encoding/json.ts'
import { parseDate, parseDateTime } from '../encoding/time.ts'

type Test = (value: unknown) => boolean
type Read = (operand: unknown, schema: JsonObject) => Test

const yes: Test = () => true
const never: Test = () => false

const TYPES: Readonly<Record<string, Test>> = {
  object: isJsonObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
}

const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  date: (text) => parseDate(text) !== null,
  'date-time': (text) => parseDateTime(text) !== null,
}

const list = (operand: unknown): readonly unknown[] => toList(operand)
const objectOf = (operand: unknown): JsonObject => (isJsonObject(operand) ? operand : {})
const forTexts =
  (test: (text: string) => boolean): Test =>
  (value) =>
    typeof value !== 'string' || test(value)
const forArrays =
  (test: (items: readonly unknown[]) => boolean): Test =>
  (value) =>
    !Array.isArray(value) || test(value)

/** The keywords that get a fast yes. Any other one makes none. */
const KEYWORDS: Readonly<Record<string, Read>> = {
  $schema: () => yes,
  title: () => yes,
  type: (types) => {
    const tests = list(types).map((type) => TYPES[String(type)] ?? never)
    const [first = never] = tests
    return tests.length === 1 ? first : (value) => tests.some((test) => test(value))
  },
  const: (wanted) => (typeof wanted === 'string' ? (value) => value === wanted : never),
  enum: (wanted) => (value) => typeof value === 'string' && list(wanted).includes(value),
  pattern: (pattern) => {
    const expression = new RegExp(String(pattern), 'u')
    return forTexts((text) => expression.test(text))
  },
  format: (format) => forTexts(FORMATS[String(format)] ?? never),
  minLength: (min) => (min === 1 ? forTexts((text) => text !== '') : never),
  minItems: (min) => forArrays((items) => items.length >= Number(min)),
  items: (schema) => {
    const test = compileQuickYes(schema)
    return forArrays((items) => items.every(test))
  },
  contains: (schema) => {
    const test = compileQuickYes(schema)
    return forArrays((items) => items.some(test))
  },
  // Alternatives of different types exclude one another, so that one yes is enough.
  oneOf: (schemas) => {
    const types = list(schemas).map((schema) => objectOf(schema).type)
    const areApart = types.every((type) => typeof type === 'string')
    if (!areApart || new Set(types).size < types.length) return never
    const tests = list(schemas).map((schema) => compileQuickYes(schema))
    return (value) => tests.some((test) => test(value))
  },
  required: (names) => (value) =>
    !isJsonObject(value) || list(names).every((name) => Object.hasOwn(value, String(name))),
  properties: (properties) => {
    const tests = Object.entries(objectOf(properties)).map(
      ([name, schema]) => [name, compileQuickYes(schema)] as const,
    )
    return (value) =>
      !isJsonObject(value) ||
      tests.every(([name, test]) => !Object.hasOwn(value, name) || test(value[name]))
  },
  additionalProperties: (allowed, { properties }) => {
    if (allowed !== false) return never
    const names = new Set(Object.keys(objectOf(properties)))
    return (value) => !isJsonObject(value) || Object.keys(value).every((name) => names.has(name))
  },
}

/** The test of a schema: true only where the value keeps it; false says nothing. */
export function compileQuickYes(schema: unknown): Test {
  if (!isJsonObject(schema)) return never
  const tests: Test[] = []
  for (const [keyword, operand] of Object.entries(schema)) {
    const read = Object.hasOwn(KEYWORDS, keyword) ? KEYWORDS[keyword] : undefined
    if (!read) return never
    const test = read(operand, schema)
    if (test === never) return never
    if (test !== yes) tests.push(test)
  }
  return (value) => tests.every((test) => test(value))
}
