// The signed list of recognised issuers: fetched, verified against the pin, never older than one already seen.
import {
  createTrustListReader,
  err,
  problem,
  type SignatureEngine,
  type TrustPin,
  type VerifierDeps,
} from '../../shared/index.ts'
import { TRUST_LIST_MAX_BYTES } from '../../shared/limits.ts'
import type { FetchText } from '../platform/fetch-text.ts'
import { pinName } from '../platform/pin.ts'
import type { StorageArea } from '../platform/storage.ts'

type TrustAnswer = Awaited<ReturnType<VerifierDeps['trust']>>

/** What is kept of a registry, in `storage.local`, so that the floor outlives the browser. */
interface KeptList {
  readonly text: string
  readonly freshUntilSeconds: number
  /** The highest sequence seen: a lower one is an old list served again. */
  readonly sequence: number
}

export interface TrustListDeps {
  readonly local: StorageArea
  readonly fetchText: FetchText
  readonly engine: SignatureEngine
  /** Seconds since the Unix epoch. */
  readonly now: () => number
}

function isKeptList(value: unknown): value is KeptList {
  const kept = value as KeptList | undefined
  return (
    typeof kept?.text === 'string' &&
    typeof kept.freshUntilSeconds === 'number' &&
    typeof kept.sequence === 'number'
  )
}

/** Answers with the trust list in force for a pin, asking the Worker when the kept one is no longer fresh. */
export function createTrustLists({ engine, fetchText, local, now }: TrustListDeps) {
  const underWay = new Map<string, Promise<TrustAnswer>>()
  const reader = createTrustListReader(engine)
  const read = (text: string, pin: TrustPin, lowestSequence: number): Promise<TrustAnswer> =>
    reader(text, pin, { nowSeconds: now(), lowestSequence })

  const find = async (pin: TrustPin): Promise<TrustAnswer> => {
    const key = `trust:${pinName(pin)}`
    const stored = (await local.get(key))[key]
    const kept = isKeptList(stored) ? stored : undefined
    const floor = kept?.sequence ?? 0
    if (kept !== undefined && now() < kept.freshUntilSeconds) return read(kept.text, pin, floor)
    const fetched = await fetchText(`${pin.origin}/v1/trust-list`, TRUST_LIST_MAX_BYTES)
    if (!fetched.ok) {
      // A list that is still valid speaks for itself while the Worker is silent.
      if (kept !== undefined) return read(kept.text, pin, floor)
      const what = fetched.error === 'malformed' ? 'registry_unverified' : 'registry_unreachable'
      return err(problem(`issuer_trust.${what}`))
    }
    const { maxAgeSeconds, text } = fetched.value
    const list = await read(text, pin, floor)
    if (list.ok) {
      const { sequence } = list.value
      await local.set({ [key]: { text, sequence, freshUntilSeconds: now() + maxAgeSeconds } })
    }
    return list
  }

  return (pin: TrustPin): Promise<TrustAnswer> => {
    const name = JSON.stringify(pin)
    const running = underWay.get(name) ?? find(pin).finally(() => underWay.delete(name))
    underWay.set(name, running)
    return running
  }
}
