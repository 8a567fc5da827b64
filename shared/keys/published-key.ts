// The key of an issuer that is named by an address. Uses deps.lookUp.
import type { LookUp } from '../deps.ts'
import type { ParsedSignature } from '../parse/credential.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, type Result } from '../result.ts'
import type { ListedMethod } from './verification-method.ts'

/** STUB: filled in by the piece on published keys. */
export const resolvePublishedKey = async (
  _issuer: string,
  _signature: ParsedSignature,
  _lookUp: LookUp,
): Promise<Result<ListedMethod, Problem<ReasonCodeOf<'issuer_key'>>>> =>
  err(problem('issuer_key.did_method_unsupported'))
