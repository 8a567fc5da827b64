// A European Digital Credential, for display. Pure.
import type { JsonObject } from '../encoding/json.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, type Result } from '../result.ts'
import type { ParsedCredential } from './credential.ts'

export const readElm = (
  _object: JsonObject,
): Result<ParsedCredential, Problem<ReasonCodeOf<'format'>>> =>
  err(problem('format.envelope_unsupported', { envelope: 'elm' }))
