// Another key for the registry: the present one names it, so that whoever pinned that one follows.

import { decodeBase64Url } from '../../shared/encoding/base64url.ts'
import { signRegistrySuccession } from '../../shared/issue/registry-succession.ts'
import { jwkThumbprint, publicJwk } from '../../shared/keys/jwk.ts'
import { REGISTRY_SUCCESSIONS_MAX_COUNT } from '../../shared/limits.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import { succeedsUnlessTaken } from '../storage/unique.ts'
import { nextNumber } from './custody.ts'

export interface NewRegistryKey {
  /** Absolute DID URL. */
  readonly kid: string
  /** What newcomers pin. */
  readonly fingerprint: string
}

/** The new key signs the trust list at once. Refusals: `key.conflict`, `key.too_many`. */
export async function rotateRegistryKey(
  services: Services,
): Promise<Result<NewRegistryKey, Refusal>> {
  const { addresses, custody, platform, registrySuccessions, settings, signingKeys } = services
  const did = addresses.registryDid
  const signer = await custody.signer(did)
  const keys = await signingKeys.list(did)
  if (keys.length > REGISTRY_SUCCESSIONS_MAX_COUNT) return err({ code: 'key.too_many' })
  const key = await custody.prepareKey(did)
  const nextKey = publicJwk(decodeBase64Url(key.x) ?? new Uint8Array())
  const statement = await signRegistrySuccession(
    { origin: settings.origin, nextKey, atSeconds: platform.now() },
    signer,
  )
  const number = nextNumber(keys)
  const made = services.transact([
    signingKeys.insert(key, number),
    registrySuccessions.insert(number, statement),
    services.trustList.advance(),
  ])
  return (await succeedsUnlessTaken(made))
    ? ok({ kid: key.kid, fingerprint: await jwkThumbprint(nextKey) })
    : err({ code: 'key.conflict' })
}
