// Fetched documents for the rest of their life, failures for a moment. Uses the Cache API and the clock.
import type { LookUpFailure } from '../../shared/index.ts'
import { LOOK_UP_FAILURE_TTL_SECONDS } from '../../shared/limits.ts'
import type {
  DocumentCache,
  DocumentKind,
  Fetched,
  FreshText,
} from '../../shared/look-ups/document-cache.ts'
import { err, ok, type Result } from '../../shared/result.ts'

/** Cache keys need an address; nobody ever asks this one. */
const keyOf = (kind: DocumentKind, url: string): string =>
  `https://look-ups.invalid/${kind}?url=${encodeURIComponent(url)}`

const FETCHED_AT = 'licet-fetched-at'
const EXPIRES_AT = 'licet-expires-at'
const FAILURE = 'licet-failure'

export function createDocumentCache(
  open: () => Promise<Pick<Cache, 'match' | 'put'>>,
  now: () => number,
): DocumentCache {
  const renew: DocumentCache['renew'] = async (kind, url, load) => {
    const loaded = await load()
    const fetchedAtSeconds = now()
    const ttlSeconds = loaded.ok ? loaded.value.ttlSeconds : LOOK_UP_FAILURE_TTL_SECONDS
    if (ttlSeconds > 0) {
      const answer = toResponse(loaded, fetchedAtSeconds, ttlSeconds)
      await (await open()).put(keyOf(kind, url), answer)
    }
    return loaded.ok
      ? ok({ text: loaded.value.text, fetchedAtSeconds, maxAgeSeconds: ttlSeconds })
      : loaded
  }
  return {
    renew,
    async read(kind, url, load) {
      const cache = await open()
      const known = await cache.match(keyOf(kind, url))
      if (known) {
        const left = Number(known.headers.get(EXPIRES_AT)) - now()
        if (left > 0) return readAnswer(known, left)
        await known.body?.cancel()
      }
      return renew(kind, url, load)
    },
  }
}

function toResponse(loaded: Fetched, fetchedAtSeconds: number, ttlSeconds: number): Response {
  return new Response(loaded.ok ? loaded.value.text : '', {
    headers: {
      'cache-control': `max-age=${ttlSeconds}`,
      [FETCHED_AT]: String(fetchedAtSeconds),
      [EXPIRES_AT]: String(fetchedAtSeconds + ttlSeconds),
      ...(!loaded.ok && { [FAILURE]: loaded.error }),
    },
  })
}

async function readAnswer(
  answer: Response,
  maxAgeSeconds: number,
): Promise<Result<FreshText, LookUpFailure>> {
  const failure = answer.headers.get(FAILURE)
  if (failure !== null) {
    await answer.body?.cancel()
    return err(failure === 'malformed' ? 'malformed' : 'unreachable')
  }
  const fetchedAtSeconds = Number(answer.headers.get(FETCHED_AT))
  return ok({ text: await answer.text(), fetchedAtSeconds, maxAgeSeconds })
}
