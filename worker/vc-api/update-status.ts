// POST /credentials/status without the HTTP: one bit of one credential, or of all that were issued with its id.
import { err, ok, type Result } from '../../shared/result.ts'
import type { CredentialState } from '../../shared/status/state-table.ts'
import type { Actor } from '../auth/actor.ts'
import { type Alongside, nothing } from '../issuing/alongside.ts'
import { prepareChange } from '../issuing/change-status.ts'
import { type Prepared, writeInTurn } from '../issuing/write-in-turn.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'
import { findByName } from './credential-name.ts'

/** The state that a set bit stands for, and the one that follows when it is cleared; a revocation is final. */
const STATES = {
  revocation: { set: 'revoked', cleared: undefined },
  suspension: { set: 'suspended', cleared: 'active' },
} as const

export interface UpdateStatusOrder {
  readonly credentialId: string
  readonly purpose: keyof typeof STATES
  readonly isSet: boolean
}

/**
 * Sets or clears it for every credential of that name, or for none.
 *
 * @param alongside - written with all of it or not at all
 * @returns `credential.unknown`, or `status.refused`: one has no such status, or its state cannot change that way
 */
export const updateStatus = (
  services: Services,
  issuer: Issuer,
  order: UpdateStatusOrder,
  actor: Actor,
  alongside: Alongside = nothing,
): Promise<Result<object, Refusal>> =>
  writeInTurn(services, issuer.slug, () => prepareAll(services, issuer, order, actor), alongside)

async function prepareAll(
  services: Services,
  { slug }: Issuer,
  order: UpdateStatusOrder,
  actor: Actor,
): Promise<Result<Prepared<object>, Refusal>> {
  const uuids = await findByName(services, slug, order.credentialId)
  if (uuids.length === 0) return err({ code: 'credential.unknown' })
  const statements: D1PreparedStatement[] = []
  for (const uuid of uuids) {
    const state = await stateAfter(services, slug, uuid, order)
    if (state === undefined) return REFUSED
    const change = { id: uuid, state, reason: 'VC-API' }
    const prepared = await prepareChange(services, slug, change, actor)
    if (!prepared.ok) return REFUSED
    statements.push(...prepared.value.statements)
  }
  return ok({ answer: {}, statements })
}

const REFUSED = err({ code: 'status.refused' } as const)

/** The state that follows, undefined where none does. */
async function stateAfter(
  { credentials }: Services,
  issuerSlug: string,
  uuid: string,
  { purpose, isSet }: UpdateStatusOrder,
): Promise<CredentialState | undefined> {
  const credential = await credentials.find(issuerSlug, uuid)
  if (!credential || !(await credentials.purposes(uuid)).includes(purpose)) return undefined
  const { set, cleared } = STATES[purpose]
  const isThere = (credential.state === set) === isSet
  return isThere ? credential.state : isSet ? set : cleared
}
