// What a second person entered who refuses something → a refusal, or what is wrong with each field. Uses zod.
import { err, ok, type Result } from '../../shared/result.ts'
import { type RefuseProposal, refuseProposalSchema } from '../../shared/wire/proposals.ts'
import type { RefusalEntry } from './decision-form.tsx'
import type { FieldErrors } from './issue-order.ts'

const ERRORS: FieldErrors = { reasonCode: 'Choose why.', note: 'At most 500 characters.' }

export function readRefusal({
  reasonCode,
  note,
}: RefusalEntry): Result<RefuseProposal, FieldErrors> {
  const refusal = refuseProposalSchema.safeParse({ reasonCode, ...(note !== '' && { note }) })
  if (refusal.success) return ok(refusal.data)
  const at = new Set(refusal.error.issues.map(({ path }) => path[0]))
  return err(Object.fromEntries(Object.entries(ERRORS).filter(([name]) => at.has(name))))
}
