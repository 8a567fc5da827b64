// What an issuer does with its keys here: another one, an old one no more, a stolen one.
import { utf8Encode } from '../../shared/encoding/bytes.ts'
import { formatDateTime } from '../../shared/encoding/time.ts'
import { SIGNING_KEYS_MAX_COUNT } from '../../shared/limits.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Actor } from '../auth/actor.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'
import { isRefusedRetirement, type SigningKey } from '../storage/signing-keys.ts'
import { succeedsUnlessTaken } from '../storage/unique.ts'
import { nextNumber } from './custody.ts'

/** The key of an issuer behind the fragment of its DID URL, undefined where it never had one of that name. */
export async function findKey(
  { signingKeys }: Pick<Services, 'signingKeys'>,
  { did }: Issuer,
  fragment: string,
): Promise<SigningKey | undefined> {
  const keys = await signingKeys.list(did)
  return keys.find(({ kid }) => kid === `${did}#${fragment}`)
}

/** Makes a further key (refusals: `key.too_many`, `key.conflict`), which signs from now on. The older ones stay active: what is under way by them still verifies. */
export async function rotateKey(
  services: Services,
  { did, slug }: Issuer,
  actor: Actor,
): Promise<Result<undefined, Refusal>> {
  const { audit, custody, signingKeys, trustList } = services
  const keys = await signingKeys.list(did)
  if (keys.length >= SIGNING_KEYS_MAX_COUNT) return err({ code: 'key.too_many' })
  const key = await custody.prepareKey(did)
  const made = audit.append(slug, { actor, action: 'key.rotated', target: key.kid }, [
    signingKeys.insert(key, nextNumber(keys)),
    trustList.advance(),
  ])
  return (await succeedsUnlessTaken(made)) ? ok(undefined) : err({ code: 'key.conflict' })
}

/** Ends signing with a key (refusals: `key.conflict`, `key.last_active`). What it signed keeps verifying. */
export async function retireKey(
  { audit, signingKeys, signingRequests, trustList }: Services,
  { slug }: Issuer,
  { kid, state }: SigningKey,
  actor: Actor,
): Promise<Result<undefined, Refusal>> {
  if (state !== 'active') return err({ code: 'key.conflict' })
  const act = { actor, action: 'key.retired', target: kid } as const
  try {
    await audit.append(slug, act, [
      signingKeys.retire(kid),
      signingRequests.removeOf(kid),
      trustList.advance(),
    ])
    return ok(undefined)
  } catch (error) {
    if (isRefusedRetirement(error)) return err({ code: 'key.last_active' })
    throw error
  }
}

/**
 * Says that somebody else may have signed with a key since a moment. Where it was the only active one, another is made at once.
 * Status lists are signed anew, with a word for the status service that can still be checked.
 *
 * @param sinceSeconds - seconds since the Unix epoch; a date that is known already only moves back
 */
export async function compromiseKey(
  services: Services,
  { did, slug }: Issuer,
  { kid }: SigningKey,
  actor: Actor,
  { sinceSeconds, reason }: { readonly sinceSeconds: number; readonly reason: string },
): Promise<void> {
  const { audit, custody, sealer, signingKeys, signingRequests, statusLists, trustList } = services
  const sealedReason = await sealer.seal(utf8Encode(reason), `key-compromise:${kid}`)
  const detail = { since: formatDateTime(sinceSeconds) }
  await audit.append(slug, { actor, action: 'key.compromised', target: kid, detail }, [
    signingKeys.compromise(kid, sinceSeconds, sealedReason),
    signingRequests.removeOf(kid),
    statusLists.renewAll(slug),
    trustList.advance(),
  ])
  await custody.publicKeys(did)
}
