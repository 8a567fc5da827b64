// Reads trust lists, and the same one only once. Holds the last one that was read.
import type { SignatureEngine } from '../signature/signature-engine.ts'
import type { TrustPin, TrustSnapshot } from './snapshot.ts'
import { readTrustList } from './trust-list.ts'

interface Moment {
  /** Seconds since the Unix epoch. */
  readonly nowSeconds: number
  /** The highest sequence seen so far, 0 for none. */
  readonly lowestSequence: number
}

export type TrustListReader = (
  text: string,
  pin: TrustPin,
  moment: Moment,
) => ReturnType<typeof readTrustList>

/**
 * Makes a `readTrustList` that answers the very snapshot of the last time while text and pin are the same and the list has not
 * ended: what is remembered under a snapshot stays remembered.
 */
export function createTrustListReader(engine: SignatureEngine): TrustListReader {
  let last:
    | { readonly text: string; readonly pin: string; readonly snapshot: TrustSnapshot }
    | undefined
  return async (text, pin, { lowestSequence, nowSeconds }) => {
    const name = JSON.stringify(pin)
    if (last?.text === text && last.pin === name) {
      const { snapshot } = last
      const isInForce = nowSeconds < snapshot.validUntilSeconds
      if (isInForce && snapshot.sequence >= lowestSequence) return { ok: true, value: snapshot }
    }
    const list = await readTrustList(text, pin, { nowSeconds, lowestSequence, engine })
    if (list.ok) last = { text, pin: name, snapshot: list.value }
    return list
  }
}
