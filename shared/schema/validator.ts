// A JSON Schema as a function. Pure; interprets by @cfworker/json-schema.
import { type Schema, Validator } from '@cfworker/json-schema'
import type { JsonObject } from '../encoding/json.ts'
import { compileQuickYes } from './quick-yes.ts'

/**
 * Prepares a schema of our own once. No schema of a stranger ever comes here: a `pattern` in one could keep us busy for hours,
 * and a `$ref` could name another document. The library takes 50–120 µs for a credential; most get a yes in a few.
 */
export function createValidate(schema: JsonObject): (credential: JsonObject) => boolean {
  const isQuickYes = compileQuickYes(schema)
  // The library writes into the schema that it is given, and wants each part of it to stand in one place.
  const own: Schema = JSON.parse(JSON.stringify(schema))
  const validator = new Validator(own, '2019-09', true)
  return (credential) => isQuickYes(credential) || validator.validate(credential).valid
}
