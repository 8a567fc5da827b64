// Registers a public key of an issuer that keeps the private one to itself, if the document at the issuer's own domain holds it.
import { canonicalJwk, type OkpJwk } from '../../shared/keys/jwk.ts'
import { SIGNING_KEYS_MAX_COUNT } from '../../shared/limits.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Actor } from '../auth/actor.ts'
import { assertionKeys } from '../issuing/accredited-keys.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'
import { succeedsUnlessTaken } from '../storage/unique.ts'
import { nextNumber } from './custody.ts'

const NOT_PUBLISHED = {
  unreachable:
    'Your DID document could not be fetched: it must be served as JSON, with status 200.',
  malformed: 'What is served there is no DID document of your DID: look at its `id`.',
  missing: 'Your DID document was read, and does not hold this key in `assertionMethod`.',
} as const

const notPublished = (why: keyof typeof NOT_PUBLISHED): Result<never, Refusal> =>
  err({ code: 'key.not_published', detail: NOT_PUBLISHED[why] })

/**
 * The DID document is fetched anew, whatever is kept of it: call it under a rate.
 *
 * Refusals: `key.not_published`, `key.too_many`, `key.conflict` where it is registered already.
 */
export async function registerKey(
  services: Services,
  { did, slug }: Issuer,
  publicJwk: OkpJwk,
  actor: Actor,
): Promise<Result<undefined, Refusal>> {
  const { audit, lookUps, signingKeys, trustList } = services
  const document = await lookUps.currentDidDocument(did)
  if (!document.ok) return notPublished(document.error)
  const wanted = canonicalJwk(publicJwk)
  const published = assertionKeys(document.value, did)
  const kid = published.find((key) => canonicalJwk(key) === wanted)?.kid
  if (kid === undefined) return notPublished('missing')
  const keys = await signingKeys.list(did)
  if (keys.length >= SIGNING_KEYS_MAX_COUNT) return err({ code: 'key.too_many' })
  const action = keys.length === 0 ? 'key.made' : 'key.rotated'
  const registered = audit.append(slug, { actor, action, target: kid }, [
    signingKeys.insert({ kid, owner: did, x: publicJwk.x }, nextNumber(keys)),
    trustList.advance(),
  ])
  return (await succeedsUnlessTaken(registered)) ? ok(undefined) : err({ code: 'key.conflict' })
}
