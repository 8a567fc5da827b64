// Registers a public key of an issuer that keeps the private one to itself, if the document at the issuer's own domain holds it.
import { canonicalJwk, type OkpJwk } from '../../shared/keys/jwk.ts'
import { SIGNING_KEYS_MAX_COUNT } from '../../shared/limits.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Actor } from '../auth/actor.ts'
import { resolveAccreditedKeys } from '../issuing/accredited-keys.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'
import { succeedsUnlessTaken } from '../storage/unique.ts'
import { nextNumber } from './custody.ts'

/** Refusals: `key.not_published`, `key.too_many`, `key.conflict` where it is registered already. */
export async function registerKey(
  services: Services,
  { did, slug }: Issuer,
  publicJwk: OkpJwk,
  actor: Actor,
): Promise<Result<undefined, Refusal>> {
  const { audit, signingKeys, trustList } = services
  const published = await resolveAccreditedKeys(services, did)
  const wanted = canonicalJwk(publicJwk)
  const kid = published?.find((key) => canonicalJwk(key) === wanted)?.kid
  if (kid === undefined) return err({ code: 'key.not_published' })
  const keys = await signingKeys.list(did)
  if (keys.length >= SIGNING_KEYS_MAX_COUNT) return err({ code: 'key.too_many' })
  const action = keys.length === 0 ? 'key.made' : 'key.rotated'
  const registered = audit.append(slug, { actor, action, target: kid }, [
    signingKeys.insert({ kid, owner: did, x: publicJwk.x }, nextNumber(keys)),
    trustList.advance(),
  ])
  return (await succeedsUnlessTaken(registered)) ? ok(undefined) : err({ code: 'key.conflict' })
}
