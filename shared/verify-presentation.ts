// A presentation: who shows it, to whom, and what is in it. STUB: filled in by the piece on presentations.
import { NO_EVIDENCE } from './evidence.ts'
import type { ParsedPresentation } from './parse/credential.ts'
import { problem } from './reasons.ts'
import { UNREADABLE } from './summary.ts'
import { conclude, notPassed } from './verdict.ts'
import type { VerificationResult } from './verification-result.ts'
import type { VerifyContext } from './verify-context.ts'

export const verifyPresentation = async (
  _presentation: ParsedPresentation,
  { checkedAt }: VerifyContext,
  _verifyInside: (input: string | object) => Promise<VerificationResult>,
): Promise<VerificationResult> => ({
  ...conclude([notPassed(problem('format.envelope_unsupported'))]),
  notices: [],
  credential: UNREADABLE,
  evidence: NO_EVIDENCE,
  checkedAt,
})
