// An embedded proof → credential. Pure.
import type { JsonObject } from '../encoding/json.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, type Result } from '../result.ts'
import type { ParsedCredential } from './credential.ts'

export const readDataIntegrity = (
  _object: JsonObject,
  _bound: { readonly maxChars: number },
): Result<ParsedCredential, Problem<ReasonCodeOf<'format'>>> =>
  err(problem('format.envelope_unsupported', { envelope: 'data_integrity' }))
