// Another key for the status service: published at once, and signing once every verifier can know it.
import { SIGNING_KEYS_MAX_COUNT, TRUST_LIST_MAX_LIFETIME_SECONDS } from '../../shared/limits.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import { succeedsUnlessTaken } from '../storage/unique.ts'
import { nextNumber } from './custody.ts'

export interface NextKey {
  /** Absolute DID URL. */
  readonly kid: string
  /** When it begins to sign, seconds since the Unix epoch. */
  readonly signsFromSeconds: number
}

/** Refusals: `key.conflict` where one waits already, `key.too_many`. The older ones stay published, so that what they signed goes on verifying. */
export async function rotateStatusKey(services: Services): Promise<Result<NextKey, Refusal>> {
  const { addresses, custody, platform, signingKeys, transact, trustList } = services
  const did = addresses.statusDid
  await custody.publicKeys(did)
  const keys = await signingKeys.list(did)
  const nowSeconds = platform.now()
  const isYoung = (keys[0]?.createdSeconds ?? 0) > nowSeconds - TRUST_LIST_MAX_LIFETIME_SECONDS
  if (keys.length > 1 && isYoung) return err({ code: 'key.conflict' })
  if (keys.length >= SIGNING_KEYS_MAX_COUNT) return err({ code: 'key.too_many' })
  const key = await custody.prepareKey(did)
  const made = transact([signingKeys.insert(key, nextNumber(keys)), trustList.advance()])
  return (await succeedsUnlessTaken(made))
    ? ok({ kid: key.kid, signsFromSeconds: nowSeconds + TRUST_LIST_MAX_LIFETIME_SECONDS })
    : err({ code: 'key.conflict' })
}
