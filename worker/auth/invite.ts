// Invitations: made by whoever may, taken up once.
import type { Registration } from '../../shared/wire/operators.ts'
import type { Services } from '../services.ts'
import type { Invite } from '../storage/invites.ts'
import type { Operator } from '../storage/operators.ts'
import { succeedsUnlessRefused } from '../storage/refused.ts'
import type { Actor } from './actor.ts'
import { FLOWS, readRegistration } from './passkeys.ts'
import { createSecret, hashSecret } from './secret.ts'

/** What the passkey is called with which somebody joins. */
const FIRST_PASSKEY = 'First passkey'

/**
 * The one-time link of a new invitation. Only the hash of its token stays here: whoever loses the link needs another one. The token
 * stands in the fragment, which browsers send to nobody and no log keeps.
 */
export async function invite(
  services: Services,
  actor: Actor,
  invitation: Invite,
): Promise<string> {
  const { audit, invites } = services
  const token = createSecret()
  await audit.append(
    invitation.issuerSlug,
    { actor, action: 'operator.invited', detail: { role: invitation.role } },
    invites.inserts(await hashSecret(token), invitation),
  )
  return `${services.settings.origin}/console/join#${token}`
}

/** The new operator, `unknown` where the invitation is gone, or `refused` where the passkey does not hold. */
export async function join(
  services: Services,
  token: string,
  registration: Registration,
): Promise<Operator | 'unknown' | 'refused'> {
  const { audit, invites, passkeys, platform } = services
  const hash = await hashSecret(token)
  const invitation = await invites.find(hash)
  if (!invitation) return 'unknown'
  const passkey = await readRegistration(services, FLOWS.joining(hash), registration)
  if (!passkey || (await passkeys.find(passkey.credentialId))) return 'refused'
  const operator: Operator = { id: platform.uuid(), ...invitation }
  const joined = await succeedsUnlessRefused(
    audit.append(
      operator.issuerSlug,
      {
        actor: { kind: 'operator', id: operator.id },
        action: 'operator.joined',
        target: operator.id,
        detail: { role: operator.role },
      },
      [
        ...invites.accepts(hash, operator.id),
        passkeys.insert({ ...passkey, operatorId: operator.id, name: FIRST_PASSKEY }),
      ],
    ),
  )
  return joined ? operator : 'unknown'
}
