// What the form of a credential that could be read leaves open. Pure.
import type { CredentialClaims } from './parse/credential.ts'
import { problem } from './reasons.ts'
import { type CheckResult, notPassed, passed } from './verdict.ts'

/**
 * One credential speaks of one person: of several, a mark could name the wrong one. The standard allows it, so such a credential
 * is not called faulty, and is checked like others; only nobody is told that it is about a person.
 *
 * Reasons: `format.envelope_unsupported` with the path `credentialSubject`.
 */
export const checkFormat = ({ hasSeveralSubjects }: CredentialClaims): CheckResult =>
  hasSeveralSubjects
    ? notPassed(problem('format.envelope_unsupported', { path: 'credentialSubject' }))
    : passed('format')
