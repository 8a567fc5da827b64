// A presentation: what a holder shows, and to whom. Pure.
import type { JsonObject } from '../encoding/json.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, type Result } from '../result.ts'
import type { CompactJws } from './compact-jws.ts'
import type { ParsedPresentation } from './credential.ts'

type Read = Result<ParsedPresentation, Problem<ReasonCodeOf<'format'>>>

export const readPresentationJws = (_jws: CompactJws): Read =>
  err(problem('format.envelope_unsupported', { envelope: 'vp+jwt' }))

export const readPresentationObject = (
  _object: JsonObject,
  _bound: { readonly maxChars: number },
): Promise<Read> | Read => err(problem('format.envelope_unsupported', { envelope: 'presentation' }))
