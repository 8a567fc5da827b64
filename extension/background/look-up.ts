// Status lists and DID documents through the pinned Worker, kept for as long as it says. Uses storage and fetch.
import {
  err,
  type FetchedText,
  type LookUp,
  type LookUpFailure,
  ok,
  type Result,
} from '../../shared/index.ts'
import { LOOK_UP_FAILURE_TTL_SECONDS } from '../../shared/limits.ts'
import { createRelayedLookUps } from '../../shared/look-ups/relayed-look-ups.ts'
import type { FetchText } from '../platform/fetch-text.ts'
import { createStoredMap, type StorageArea } from '../platform/storage.ts'

/** `storage.session` holds 10 MB, and what was found on pages needs room, too. */
const KEPT_CHARS = 4_000_000

interface KeptText extends FetchedText {
  readonly keepUntilSeconds: number
}

export interface LookUpDeps {
  readonly session: StorageArea
  readonly fetchText: FetchText
  /** Seconds since the Unix epoch. */
  readonly now: () => number
}

/** Looks up for one Worker; the answers of another one are never mixed in. */
export type CreateLookUp = (origin: string) => LookUp

export function createLookUps({ fetchText, now, session }: LookUpDeps): CreateLookUp {
  const kept = createStoredMap<KeptText>(session, 'kept:')
  const underWay = new Map<string, Promise<Result<FetchedText, LookUpFailure>>>()
  const failed = new Map<string, { readonly error: LookUpFailure; readonly untilSeconds: number }>()

  const makeRoom = async (chars: number, nowSeconds: number) => {
    const entries = [...(await kept.entries())]
    const fresh = entries.filter(([, text]) => nowSeconds < text.keepUntilSeconds)
    const freshChars = fresh.reduce((sum, [, { text }]) => sum + text.length, 0)
    const isFull = freshChars + chars > KEPT_CHARS
    const leaving = isFull ? entries : entries.filter((entry) => !fresh.includes(entry))
    if (leaving.length > 0) await kept.remove(leaving.map(([key]) => key))
  }

  const ask = async (
    url: string,
    maxBytes: number,
  ): Promise<Result<FetchedText, LookUpFailure>> => {
    const fetched = await fetchText(url, maxBytes)
    const fetchedAtSeconds = now()
    if (!fetched.ok) {
      const untilSeconds = fetchedAtSeconds + LOOK_UP_FAILURE_TTL_SECONDS
      failed.set(url, { error: fetched.error, untilSeconds })
      return fetched
    }
    const { maxAgeSeconds, text } = fetched.value
    if (maxAgeSeconds > 0) {
      await makeRoom(text.length, fetchedAtSeconds)
      const keepUntilSeconds = fetchedAtSeconds + maxAgeSeconds
      await kept.set(url, { text, fetchedAtSeconds, keepUntilSeconds })
    }
    return ok({ text, fetchedAtSeconds })
  }

  const textAt = async (
    url: string,
    maxBytes: number,
  ): Promise<Result<FetchedText, LookUpFailure>> => {
    const known = await kept.get(url)
    if (known !== undefined && now() < known.keepUntilSeconds) return ok(known)
    const failure = failed.get(url)
    if (failure !== undefined && now() < failure.untilSeconds) return err(failure.error)
    const running = underWay.get(url) ?? ask(url, maxBytes).finally(() => underWay.delete(url))
    underWay.set(url, running)
    return running
  }

  return (origin) => createRelayedLookUps(origin, textAt)
}
