// What a mark is called by a screen reader, and in every list of marks. Pure.
import type { NameMatch } from '../names/compare.ts'
import type { VerificationResult } from '../verification-result.ts'
import { credentialName } from './credential-name.ts'
import type { Wording } from './wording/index.ts'

/** True of a verified credential that would fit any row of a page: it does not say whose it is. */
export const namesNobody = ({ verdict, credential }: VerificationResult): boolean =>
  verdict === 'verified' && credential.subject.name === undefined

/**
 * `<verdict word>: <credential name>, <subject name>`, and what a reader must not miss.
 *
 * The subject is part of it so that a page which moves a mark to another person's row transfers no trust.
 * @param match - how the subject's name compares with the person of the page, where that is known
 */
export function markLabel(
  result: VerificationResult,
  match: NameMatch | undefined,
  wording: Wording,
): string {
  const { credential, notices } = result
  const names = [credentialName(credential, wording), credential.subject.name].filter(
    (name) => name !== undefined,
  )
  const conditions = notices.includes('licence_conditions') ? wording.mark.withConditions : ''
  const inside = notices.includes('contained_not_verified') ? wording.mark.notAllContained : ''
  const closed = notices.includes('issuer_closed') ? wording.mark.issuerClosed : ''
  const person = match === 'different' ? wording.mark.otherPerson : ''
  const nobody = namesNobody(result) ? wording.mark.nobody : ''
  const label = wording.mark.label(wording.verdicts[result.verdict].word, names)
  return `${label}${nobody}${conditions}${inside}${closed}${person}`
}
