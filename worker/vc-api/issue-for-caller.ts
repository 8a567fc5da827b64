// A whole credential for a caller of the VC-API: signed, recorded and wrapped as it is answered.
import type { JsonObject } from '../../shared/encoding/json.ts'
import type { Problem } from '../../shared/reasons.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { IssueDocument } from '../../shared/wire/vc-api.ts'
import type { Actor } from '../auth/actor.ts'
import { type Alongside, nothing } from '../issuing/alongside.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'
import { issueDocument } from './issue-document.ts'
import { toVcApiProblem } from './problems.ts'

export interface SecuredAnswer {
  readonly verifiableCredential: JsonObject
}

/** `credential.invalid`, with what is wrong with the credential. */
export function refusalOf(problem: Problem): Refusal {
  const { code, detail, title } = toVcApiProblem(problem)
  return {
    code: 'credential.invalid',
    detail: [`${title} (${code}`, detail && `, ${detail}`, ')'].filter(Boolean).join(''),
  }
}

/** @see issueDocument */
export async function issueForCaller(
  services: Services,
  issuer: Issuer,
  actor: Actor,
  order: IssueDocument,
  alongside: Alongside<SecuredAnswer> = nothing,
): Promise<Result<SecuredAnswer, Refusal> | undefined> {
  const issued = await issueDocument(services, issuer, actor, order, (verifiableCredential) =>
    alongside({ verifiableCredential }),
  )
  if (!issued) return undefined
  return issued.ok ? ok({ verifiableCredential: issued.value }) : err(refusalOf(issued.error))
}
