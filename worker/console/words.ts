// What the console calls states, kinds and roles. Pure.
import { CREDENTIAL_TYPES } from '../../shared/credential-types/index.ts'
import type { CredentialState } from '../../shared/status/state-table.ts'
import type { StatusReasonCode } from '../../shared/wire/change-status.ts'
import type { IssuedFormat } from '../../shared/wire/order-fields.ts'
import type {
  OverrideReasonCode,
  PolicyReasonCode,
  RefusalReasonCode,
} from '../../shared/wire/proposals.ts'
import type { OperatorRole } from '../storage/operators.ts'
import type { ProposalKind, ProposalState } from '../storage/proposals.ts'

export const STATE_WORDS: Readonly<Record<CredentialState, string>> = {
  active: 'In force',
  conditions: 'In force, with conditions',
  suspended: 'Suspended',
  lapsed: 'Lapsed',
  surrendered: 'Surrendered',
  revoked: 'Revoked',
}

export const ROLE_WORDS: Readonly<Record<OperatorRole, string>> = {
  proposer: 'proposer',
  approver: 'approver',
  auditor: 'auditor (reads only)',
  admin: 'admin',
}

export const FORMAT_WORDS: Readonly<Record<IssuedFormat, string>> = {
  'vc+jwt': 'vc+jwt: for most uses',
  jwt_vc: 'jwt_vc: for readers of VCDM 1.1',
  'dc+sd-jwt': 'dc+sd-jwt: its holder chooses what to show',
  'eddsa-jcs-2022': 'eddsa-jcs-2022: proof inside the document',
  'eddsa-rdfc-2022': 'eddsa-rdfc-2022: proof inside the document, for linked data',
}

const TITLES: ReadonlyMap<string, string> = new Map([
  ...Object.values(CREDENTIAL_TYPES).map(({ kind, title }) => [kind, title] as const),
  ['accreditation', 'Accreditation'],
  ['succession', 'Closing of an issuer'],
  ['taint', 'Doubt about awards'],
  ['other', 'Another kind'],
])

export const PROPOSAL_KIND_WORDS: Readonly<Record<ProposalKind, string>> = {
  issue: 'Issue a credential',
  status: 'Change a state',
  policy: 'Change the policy',
}

export const PROPOSAL_STATE_WORDS: Readonly<Record<ProposalState, string>> = {
  proposed: 'Waiting',
  approved: 'Approved',
  refused: 'Refused',
  expired: 'Out of time',
}

export const REFUSAL_REASON_WORDS: Readonly<Record<RefusalReasonCode, string>> = {
  incorrect: 'Something is incorrect',
  incomplete: 'Something is missing',
  not_entitled: 'The person has no right to it',
  duplicate: 'It was done already',
  not_needed: 'It is not needed',
}

/** In the order in which a form offers them. */
export const STATUS_REASON_WORDS: Readonly<Record<StatusReasonCode, string>> = {
  fitness_to_practise: 'Fitness to practise',
  misconduct: 'Misconduct',
  fraud: 'Fraud',
  requirements_not_met: 'Requirements are not met',
  fees_unpaid: 'Fees are unpaid',
  holder_request: 'Its holder asked for it',
  holder_deceased: 'Its holder died',
  decision_lifted: 'An earlier decision was lifted',
  correction: 'Corrected: its holder gets another one',
  reissued: 'Issued anew: its holder has another one',
  issued_in_error: 'It was issued in error',
  other: 'Another reason',
}

export const OVERRIDE_REASON_WORDS: Readonly<Record<OverrideReasonCode, string>> = {
  public_safety: 'The public is in danger',
  court_order: 'A court ordered it',
  suspected_fraud: 'Fraud is suspected',
  nobody_reachable: 'Nobody else can be reached',
}

export const POLICY_REASON_WORDS: Readonly<Record<PolicyReasonCode, string>> = {
  too_few_operators: 'There are too few operators',
  other_control_in_place: 'Another control is in place',
  set_by_mistake: 'It was switched on by mistake',
}

/** What a kind of credential is called in lists and headings. */
export const kindInWords = (kind: string): string => TITLES.get(kind) ?? kind
