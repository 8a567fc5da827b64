// SD-JWT VC → credential. Pure.
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, type Result } from '../result.ts'
import type { ParsedCredential } from './credential.ts'

export const parseSdJwt = (
  _text: string,
  _bound: { readonly maxChars: number },
):
  | Promise<Result<ParsedCredential, Problem<ReasonCodeOf<'format'>>>>
  | Result<ParsedCredential, Problem<ReasonCodeOf<'format'>>> =>
  err(problem('format.envelope_unsupported', { envelope: 'dc+sd-jwt' }))
