// Bodies of four eyes: the policy of an issuer, decisions on proposals, and overrides. Uses zod.
import { z } from 'zod'
import { changeStatusSchema } from './change-status.ts'

/** Why an issuer lets one person alone act again. */
export const POLICY_REASON_CODES = [
  'too_few_operators',
  'other_control_in_place',
  'set_by_mistake',
] as const
export type PolicyReasonCode = (typeof POLICY_REASON_CODES)[number]

/** Switching it off needs a reason code. */
export const changePolicySchema = z.discriminatedUnion('fourEyes', [
  z.strictObject({ fourEyes: z.literal(true) }),
  z.strictObject({ fourEyes: z.literal(false), reasonCode: z.enum(POLICY_REASON_CODES) }),
])
export type ChangePolicy = z.output<typeof changePolicySchema>

/** Why an approver suspends alone, at once. */
export const OVERRIDE_REASON_CODES = [
  'public_safety',
  'court_order',
  'suspected_fraud',
  'nobody_reachable',
] as const
export type OverrideReasonCode = (typeof OVERRIDE_REASON_CODES)[number]

/** The body of PATCH …/status. What takes effect before a second person looks must be possible to undo, so it has no past. */
export const askForStatusSchema = changeStatusSchema
  .extend({ override: z.strictObject({ reasonCode: z.enum(OVERRIDE_REASON_CODES) }).optional() })
  .refine(
    ({ state, override, effectiveFrom }) =>
      override === undefined || (state === 'suspended' && effectiveFrom === undefined),
    { path: ['override'], message: 'Only a suspension from now on can override' },
  )

/** Why an approver refuses. */
export const REFUSAL_REASON_CODES = [
  'incorrect',
  'incomplete',
  'not_entitled',
  'duplicate',
  'not_needed',
] as const
export type RefusalReasonCode = (typeof REFUSAL_REASON_CODES)[number]

export const refuseProposalSchema = z.strictObject({
  reasonCode: z.enum(REFUSAL_REASON_CODES),
  note: z.string().trim().min(1).max(500).optional(),
})
export type RefuseProposal = z.output<typeof refuseProposalSchema>
