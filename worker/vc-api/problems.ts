// A problem of a credential in the words of the VC-API: a type that the W3C defines, our code, an English sentence. Pure.
import { type Problem, REASONS } from '../../shared/reasons.ts'
import { WORDINGS } from '../../shared/ui/wording/index.ts'
import type { VcApiProblem } from '../../shared/wire/vc-api.ts'

/** @see VCDM 2.0 §7.2, Bitstring Status List §3.5 */
const DATA_MODEL_ERRORS = 'https://www.w3.org/TR/vc-data-model#'
const STATUS_LIST_ERRORS = 'https://www.w3.org/ns/credentials/status-list#'

/** RFC 9457 §4.2.1: what nobody has defined a type for has this one. */
const NO_TYPE = 'about:blank'

function typeOf({ code }: Problem): string {
  const reason = REASONS[code]
  if (!('w3c' in reason)) return NO_TYPE
  return (reason.w3c.startsWith('STATUS_') ? STATUS_LIST_ERRORS : DATA_MODEL_ERRORS) + reason.w3c
}

const detailOf = ({ detail = {} }: Problem): string =>
  Object.entries(detail)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')

/** A problem as `ProblemDetails`. @see VCALM §3 Error Handling */
export function toVcApiProblem(problem: Problem): VcApiProblem {
  const detail = detailOf(problem)
  return {
    type: typeOf(problem),
    title: WORDINGS.en.reasons[problem.code],
    code: problem.code,
    ...(detail !== '' && { detail }),
  }
}
