// Words of the page on those whom an accreditor recognises. Pure.
import type { TAINT_REASONS } from '../../shared/trust/remark.ts'

export type TaintReason = (typeof TAINT_REASONS)[number]

export const TAINT_REASON_WORDS: Readonly<Record<TaintReason, string>> = {
  awards_without_study: 'Awards were given without study',
  entry_requirements_not_met: 'Entry requirements were not met',
  assessment_irregularities: 'Assessments were irregular',
  records_unreliable: 'Records are not reliable',
  accreditation_conditions_not_met: 'Conditions of the accreditation were not met',
  other: 'Something else',
}

/** The fields of both forms, by what people call them. */
export const REMARK_LABELS = {
  closedSubject: 'Organisation that closed',
  closedOn: 'Closed on',
  keeper: 'Its records are kept by',
  doubtedSubject: 'Organisation whose awards are in doubt',
  credentialType: 'Kind of credential',
  awardedFrom: 'Awarded from',
  awardedUntil: 'and before',
  programmes: 'Only these programmes',
  fieldsOfStudy: 'Only these fields of study',
  reasonCode: 'Why',
  underReview: 'How far it is',
} as const
export type RemarkField = keyof typeof REMARK_LABELS
