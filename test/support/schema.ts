// The part of JSON Schema that our own schemas use: enough to hold what is issued to what is published. Pure.
import { isJsonObject, type JsonObject } from '../../shared/encoding/json.ts'
import { parseDate, parseDateTime } from '../../shared/encoding/time.ts'

type Rule = (operand: never, value: unknown, schema: JsonObject, path: string) => readonly string[]

const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  'date-time': (text) => parseDateTime(text) !== null,
  date: (text) => parseDate(text) !== null,
}
const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isJsonObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
}

const when = (broken: boolean, path: string): readonly string[] => (broken ? [path] : [])
const inArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const inObject = (value: unknown): JsonObject => (isJsonObject(value) ? value : {})

/** A keyword that is no row here makes a schema that we cannot judge, which is an error. */
const RULES: Readonly<Record<string, Rule>> = {
  $schema: () => [],
  title: () => [],
  type: (type: string, value, _, path) => when(!TYPES[type]?.(value), path),
  const: (wanted: unknown, value, _, path) => when(value !== wanted, path),
  enum: (wanted: readonly unknown[], value, _, path) => when(!wanted.includes(value), path),
  pattern: (pattern: string, value, _, path) =>
    when(typeof value === 'string' && !new RegExp(pattern, 'u').test(value), path),
  format: (format: string, value, _, path) =>
    when(typeof value === 'string' && !FORMATS[format]?.(value), path),
  minLength: (min: number, value, _, path) =>
    when(typeof value === 'string' && value.length < min, path),
  minItems: (min: number, value, _, path) => when(Array.isArray(value) && value.length < min, path),
  required: (names: readonly string[], value, _, path) =>
    names.filter((name) => isJsonObject(value) && !(name in value)).map((n) => `${path}.${n}`),
  properties: (properties: Readonly<Record<string, JsonObject>>, value, _, path) =>
    Object.entries(properties).flatMap(([name, schema]) =>
      name in inObject(value)
        ? findViolations(schema, inObject(value)[name], `${path}.${name}`)
        : [],
    ),
  additionalProperties: (_allowed: false, value, { properties = {} }, path) =>
    Object.keys(inObject(value))
      .filter((name) => !Object.hasOwn(properties as object, name))
      .map((name) => `${path}.${name}`),
  items: (schema: JsonObject, value, _, path) =>
    inArray(value).flatMap((item, index) => findViolations(schema, item, `${path}[${index}]`)),
  contains: (schema: JsonObject, value, _, path) =>
    when(!inArray(value).some((item) => findViolations(schema, item).length === 0), path),
  oneOf: (schemas: readonly JsonObject[], value, _, path) =>
    when(schemas.filter((s) => findViolations(s, value).length === 0).length !== 1, path),
}

/** The paths at which a value breaks a schema. */
export function findViolations(schema: object, value: unknown, path = '$'): readonly string[] {
  return Object.entries(schema).flatMap(([keyword, operand]) => {
    const rule = RULES[keyword]
    if (!rule) throw new Error(`The schema uses ${keyword}, which no rule judges`)
    return rule(operand as never, value, schema as JsonObject, path)
  })
}
