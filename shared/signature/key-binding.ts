// Was a credential presented by the one it is bound to, to us, now? Pure but for the engine.
import type { ParsedDisclosures } from '../parse/credential.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'
import type { SignatureEngine } from './signature-engine.ts'

interface Asked {
  readonly nonce?: string
  readonly audience?: string
  readonly nowSeconds: number
}

/**
 * Whether binding is asked for is the verifier's decision, and never follows from what was presented: it is asked for by a
 * nonce or an audience.
 *
 * Reasons: every `holder_binding.*`.
 * @see RFC 9901 §7.3
 */
export async function checkHolderBinding(
  _disclosures: ParsedDisclosures | undefined,
  { nonce, audience }: Asked,
  _engine: SignatureEngine,
): Promise<Result<'proven' | 'not_asked', Problem<ReasonCodeOf<'holder_binding'>>>> {
  return nonce === undefined && audience === undefined
    ? ok('not_asked')
    : err(problem('holder_binding.missing'))
}
