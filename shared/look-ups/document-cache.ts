// Fetched documents for the rest of their life, failures for a moment. Holds a bounded number of them.
import type { LookUpFailure } from '../deps.ts'
import { DOCUMENTS_MAX_CHARS, DOCUMENTS_MAX_COUNT, LOOK_UP_FAILURE_TTL_SECONDS } from '../limits.ts'
import { err, ok, type Result } from '../result.ts'

/** A text with what is left of its life. */
export interface FreshText {
  readonly text: string
  readonly fetchedAtSeconds: number
  readonly maxAgeSeconds: number
}

export type Fetched = Result<{ readonly text: string; readonly ttlSeconds: number }, LookUpFailure>

/** What an address was asked for: an answer that is a bad status list may be a good DID document. */
export type DocumentKind = 'did-document' | 'bitstring-list' | 'token-list' | 'key-document'

export interface DocumentCache {
  readonly read: (
    kind: DocumentKind,
    url: string,
    load: () => Promise<Fetched>,
  ) => Promise<Result<FreshText, LookUpFailure>>
  /** As `read`, and whatever is kept is not believed: what was asked takes its place. */
  readonly renew: DocumentCache['read']
}

interface Kept {
  readonly answer: Fetched
  readonly fetchedAtSeconds: number
  readonly untilSeconds: number
}

const charsOf = ({ answer }: Kept): number => (answer.ok ? answer.value.text.length : 0)

/** A cache in memory, for who has no other. It leaves out first what was fetched first, and asks nobody twice at a time. */
export function createMemoryCache(now: () => number): DocumentCache {
  const kept = new Map<string, Kept>()
  const underWay = new Map<string, Promise<Kept>>()
  let chars = 0
  const forget = (key: string) => {
    const known = kept.get(key)
    if (known && kept.delete(key)) chars -= charsOf(known)
  }
  const keep = (key: string, entry: Kept) => {
    forget(key)
    kept.set(key, entry)
    chars += charsOf(entry)
    for (const oldest of kept.keys()) {
      if (kept.size <= DOCUMENTS_MAX_COUNT && chars <= DOCUMENTS_MAX_CHARS) break
      forget(oldest)
    }
  }
  const ask = async (key: string, load: () => Promise<Fetched>): Promise<Kept> => {
    const answer = await load()
    const fetchedAtSeconds = now()
    const ttlSeconds = answer.ok ? answer.value.ttlSeconds : LOOK_UP_FAILURE_TTL_SECONDS
    const entry = { answer, fetchedAtSeconds, untilSeconds: fetchedAtSeconds + ttlSeconds }
    if (ttlSeconds > 0) keep(key, entry)
    return entry
  }
  return {
    async read(kind, url, load) {
      const key = `${kind} ${url}`
      const known = kept.get(key)
      if (known && now() < known.untilSeconds) return readKept(known, now())
      const asked = underWay.get(key) ?? ask(key, load).finally(() => underWay.delete(key))
      underWay.set(key, asked)
      return readKept(await asked, now())
    },
    async renew(kind, url, load) {
      return readKept(await ask(`${kind} ${url}`, load), now())
    },
  }
}

const readKept = (
  { answer, fetchedAtSeconds, untilSeconds }: Kept,
  nowSeconds: number,
): Result<FreshText, LookUpFailure> =>
  answer.ok
    ? ok({
        text: answer.value.text,
        fetchedAtSeconds,
        maxAgeSeconds: Math.max(0, untilSeconds - nowSeconds),
      })
    : err(answer.error)
