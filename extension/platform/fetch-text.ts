// The extension's only way to the network: one text from the pinned Worker. Uses fetch.
import { utf8Decode } from '../../shared/encoding/bytes.ts'
import { readAtMost } from '../../shared/encoding/read-stream.ts'
import { err, type LookUpFailure, ok, type Result } from '../../shared/index.ts'

export interface BoundedText {
  readonly text: string
  /** For how much longer it may be kept, as the Worker says. */
  readonly maxAgeSeconds: number
}

export type FetchText = (
  url: string,
  maxBytes: number,
) => Promise<Result<BoundedText, LookUpFailure>>

/** The Worker itself gives up on the rest of the world after five seconds. */
const TIMEOUT_MS = 12_000
const MAX_AGE_LIMIT_SECONDS = 86_400

export function maxAgeOf(cacheControl: string | null): number {
  const directive = (cacheControl ?? '')
    .split(',')
    .find((part) => /^\s*max-age=\d+\s*$/i.test(part))
  const seconds = Number(directive?.split('=')[1] ?? 0)
  return Math.min(seconds, MAX_AGE_LIMIT_SECONDS)
}

/** Asks without cookies, referrer or redirects; answers with a failure, never with an exception. */
export const fetchText: FetchText = async (url, maxBytes) => {
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    // 422: the Worker reached it, and it is no such document.
    if (!response.ok) return err(response.status === 422 ? 'malformed' : 'unreachable')
    const bytes = response.body && (await readAtMost(response.body, maxBytes))
    const text = bytes && utf8Decode(bytes)
    if (text === null) return err('unreachable')
    return ok({ text, maxAgeSeconds: maxAgeOf(response.headers.get('cache-control')) })
  } catch {
    return err('unreachable')
  }
}
