// From our nine checks to the errors and warnings of the VC-API. Pure.
import type { Problem } from '../../shared/reasons.ts'
import type { VerificationResult } from '../../shared/verification-result.ts'
import type { VcApiVerification } from '../../shared/wire/vc-api.ts'
import { toVcApiProblem } from './problems.ts'

export interface Findings {
  /** With any of them it is not verified. */
  readonly errors: readonly Problem[]
  /** The reader decides what they mean. */
  readonly warnings: readonly Problem[]
}

/**
 * Only whom to trust is left to the reader. VCALM would leave status and validity to them, too: we do not, as `verified` must not be
 * said of what is revoked, or may be.
 */
const isWarning = ({ code, detail }: Problem): boolean =>
  code.startsWith('issuer_trust.') ||
  // Several subjects are good by the standard. We only would not tell whose credential it is.
  (code === 'format.envelope_unsupported' && detail?.path === 'credentialSubject')

/** @param problems - of one document */
export const sortProblems = (problems: readonly Problem[]): Findings => ({
  errors: problems.filter((problem) => !isWarning(problem)),
  warnings: problems.filter(isWarning),
})

/** What a verification found wrong with the document itself, whatever is inside. What kept a check from being made is an error. */
export function findingsOf({ checks }: VerificationResult): Findings {
  const problems = checks.flatMap((result) => ('problem' in result ? result.problem : []))
  return checks.some(({ outcome }) => outcome === 'not_run')
    ? { errors: problems, warnings: [] }
    : sortProblems(problems)
}

export const joinFindings = (all: readonly Findings[]): Findings => ({
  errors: all.flatMap(({ errors }) => errors),
  warnings: all.flatMap(({ warnings }) => warnings),
})

/** @see VCALM §3 "Verification Errors vs. Warnings": `verified` is whether there is no error */
export function toVcApiVerification(findings: Findings): VcApiVerification {
  const errors = findings.errors.map(toVcApiProblem)
  const warnings = findings.warnings.map(toVcApiProblem)
  return {
    verified: errors.length === 0,
    problemDetails: [...errors, ...warnings],
    errors,
    warnings,
  }
}
