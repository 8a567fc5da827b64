// POST /credentials/status without the HTTP: one bit of one credential, or of all that were issued with its id.
import { err, ok, type Result } from '../../shared/result.ts'
import type { Actor } from '../auth/actor.ts'
import { changeStatus } from '../issuing/change-status.ts'
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

type Statements = readonly D1PreparedStatement[]

/**
 * @param alongside - statements for the transaction of the last change: it needs all others
 * @returns `credential.unknown`, or `status.refused`: it has no such status, or its state cannot change that way
 */
export async function updateStatus(
  services: Services,
  issuer: Issuer,
  order: UpdateStatusOrder,
  actor: Actor,
  alongside: Statements = [],
): Promise<Result<object, Refusal>> {
  const uuids = await findByName(services, issuer.slug, order.credentialId)
  if (uuids.length === 0) return err({ code: 'credential.unknown' })
  for (const [index, uuid] of uuids.entries()) {
    const last = index === uuids.length - 1 ? alongside : []
    if (!(await updateOne(services, issuer, uuid, order, actor, last))) {
      return err({ code: 'status.refused' })
    }
  }
  return ok({})
}

async function updateOne(
  services: Services,
  { slug }: Issuer,
  uuid: string,
  { purpose, isSet }: UpdateStatusOrder,
  actor: Actor,
  alongside: Statements,
): Promise<boolean> {
  const { credentials } = services
  const credential = await credentials.find(slug, uuid)
  if (!credential || !(await credentials.purposes(uuid)).includes(purpose)) return false
  const { set, cleared } = STATES[purpose]
  const isThere = (credential.state === set) === isSet
  const state = isThere ? credential.state : isSet ? set : cleared
  if (state === undefined) return false
  const order = { id: uuid, state, reason: 'VC-API' }
  return (await changeStatus(services, slug, order, actor, alongside)).ok
}
