// The passkeys of an operator who is signed in: another one is added after a known one has answered; the last one stays.
import { err, ok, type Result } from '../../shared/result.ts'
import type { AddPasskey } from '../../shared/wire/operators.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { Operator } from '../storage/operators.ts'
import { succeedsUnlessRefused } from '../storage/refused.ts'
import { FLOWS, offerRegistration, offerSignIn, readRegistration, readSignIn } from './passkeys.ts'

/** Two questions: to a passkey that is known, so that a stolen session alone adds nothing, and to a new authenticator. */
export async function offerAnotherPasskey(services: Services, { id, name }: Operator) {
  const known = (await services.passkeys.list(id)).map(({ credentialId }) => credentialId)
  return {
    proof: await offerSignIn(services, FLOWS.proving(id), known),
    creation: await offerRegistration(services, FLOWS.adding(id), name, known),
  }
}

/** Adds a passkey. @returns its id, or `passkey.refused` where either answer does not hold */
export async function addPasskey(
  services: Services,
  { id, issuerSlug }: Operator,
  { name, proof, passkey: registration }: AddPasskey,
): Promise<Result<string, Refusal>> {
  const { audit, passkeys } = services
  const provedBy = await readSignIn(services, proof, FLOWS.proving(id))
  const passkey = await readRegistration(services, FLOWS.adding(id), registration)
  if (provedBy !== id || !passkey || (await passkeys.find(passkey.credentialId))) {
    return err({ code: 'passkey.refused' })
  }
  const act = { actor: { kind: 'operator', id }, action: 'passkey.added', target: id } as const
  await audit.append(issuerSlug, act, [passkeys.insert({ ...passkey, operatorId: id, name })])
  return ok(passkey.credentialId)
}

/** Removes one. @returns `passkey.unknown` or `passkey.last` */
export async function removePasskey(
  { audit, passkeys }: Pick<Services, 'audit' | 'passkeys'>,
  { id, issuerSlug }: Operator,
  credentialId: string,
): Promise<Result<true, Refusal>> {
  const passkey = await passkeys.find(credentialId)
  if (passkey?.operatorId !== id) return err({ code: 'passkey.unknown' })
  const act = { actor: { kind: 'operator', id }, action: 'passkey.removed', target: id } as const
  const removing = audit.append(issuerSlug, act, passkeys.removals(id, credentialId))
  return (await succeedsUnlessRefused(removing)) ? ok(true) : err({ code: 'passkey.last' })
}
