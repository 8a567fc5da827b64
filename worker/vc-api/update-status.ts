// POST /credentials/status without the HTTP: one bit of one credential, or of all that were issued with its id.
import { utf8Encode } from '../../shared/encoding/bytes.ts'
import { type Actor, nameOfActor } from '../auth/actor.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'
import { findByName } from './credential-name.ts'

/** The state that a set bit stands for, and the one that follows when it is cleared; a revocation is final. */
const STATES = {
  revocation: { set: 'revoked', cleared: undefined },
  suspension: { set: 'suspended', cleared: 'active' },
} as const

interface StatusOrder {
  readonly credentialId: string
  readonly purpose: keyof typeof STATES
  readonly isSet: boolean
  readonly actor: Actor
}

/** `refused`: it has no such status, or its state cannot change that way. */
export async function updateStatus(
  services: Services,
  issuer: Issuer,
  order: StatusOrder,
): Promise<'changed' | 'unknown' | 'refused'> {
  const uuids = await findByName(services, issuer.slug, order.credentialId)
  if (uuids.length === 0) return 'unknown'
  for (const uuid of uuids) {
    if (!(await updateOne(services, issuer, uuid, order))) return 'refused'
  }
  return 'changed'
}

async function updateOne(
  { credentials, sealer }: Services,
  { slug }: Issuer,
  uuid: string,
  { purpose, isSet, actor }: StatusOrder,
): Promise<boolean> {
  const credential = await credentials.find(slug, uuid)
  if (!credential || !(await credentials.purposes(uuid)).includes(purpose)) return false
  const { set, cleared } = STATES[purpose]
  if ((credential.state === set) === isSet) return true
  const state = isSet ? set : cleared
  if (state === undefined || credential.state === 'revoked') return false
  return credentials.changeStatus({
    credentialId: uuid,
    from: credential.state,
    state,
    sealedReason: await sealer.seal(utf8Encode('VC-API'), `status-reason:${uuid}`),
    changedBy: nameOfActor(actor),
  })
}
