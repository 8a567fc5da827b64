// Changes the state of one credential: the one way for a call, an approval and the VC-API. Uses storage and the sealer.
import { utf8Encode } from '../../shared/encoding/bytes.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { type CredentialState, purposesOfState } from '../../shared/status/state-table.ts'
import { type Actor, nameOfActor } from '../auth/actor.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'

export interface StatusOrder {
  /** UUID of the credential, without `urn:uuid:`. */
  readonly id: string
  readonly state: CredentialState
  readonly reason: string
}

export interface StatusAnswer {
  /** `urn:uuid:…` */
  readonly id: string
  readonly state: CredentialState
}

/**
 * Changes a state. What is in that state already stays as it is.
 *
 * @param alongside - statements for the same transaction: written with the change or not at all
 * @returns the new state, or `credential.unknown`, `status.not_supported`, `status.conflict`
 */
export async function changeStatus(
  { credentials, sealer, transact }: Pick<Services, 'credentials' | 'sealer' | 'transact'>,
  issuerSlug: string,
  { id, state, reason }: StatusOrder,
  actor: Actor,
  alongside: readonly D1PreparedStatement[] = [],
): Promise<Result<StatusAnswer, Refusal>> {
  const credential = await credentials.find(issuerSlug, id)
  if (!credential) return err({ code: 'credential.unknown' })
  const answer = ok({ id: `urn:uuid:${id}`, state })
  if (credential.state === state) {
    if (alongside.length > 0) await transact(alongside)
    return answer
  }
  if (credential.state === 'revoked') {
    return err({
      code: 'status.conflict',
      detail: 'A revocation is final: issue a new credential.',
    })
  }
  const places = await credentials.purposes(id)
  if (!purposesOfState(state).every((purpose) => places.includes(purpose))) {
    return err({
      code: 'status.not_supported',
      detail: places.includes('suspension')
        ? 'This credential was issued without a place for such a message.'
        : 'This credential can only be revoked.',
    })
  }
  const change = {
    credentialId: id,
    from: credential.state,
    state,
    sealedReason: await sealer.seal(utf8Encode(reason), `status-reason:${id}`),
    changedBy: nameOfActor(actor),
  }
  const changed = await credentials.changeStatus(change, alongside)
  return changed ? answer : err({ code: 'status.conflict' })
}
