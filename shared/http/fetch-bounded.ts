// The one way out: https, no redirects, a time limit, a byte limit, the expected content type. Uses the fetch it is given.
import type { LookUpFailure } from '../deps.ts'
import { utf8Decode } from '../encoding/bytes.ts'
import { readAtMost } from '../encoding/read-stream.ts'
import { FETCH_TIMEOUT_MS } from '../limits.ts'
import { err, ok, type Result } from '../result.ts'
import { isAllowedUrl } from './allowed-url.ts'

export interface BoundedFetch {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly developmentHosts: ReadonlySet<string>
}

export interface Expected {
  readonly accept: string
  /** Media types, without parameters. */
  readonly contentTypes: readonly string[]
  readonly maxBytes: number
}

export interface FetchedDocument {
  readonly text: string
  readonly cacheControl: string
  /** For how long caches on the way have held it already. */
  readonly ageSeconds: number
}

/**
 * Fetches a text from an address that a stranger named. Answers a reason instead of throwing.
 *
 * `malformed` is said only where the answer came whole and is no UTF-8; everything else could also be the network.
 */
export async function fetchBounded(
  url: URL,
  expected: Expected,
  bounds: BoundedFetch,
): Promise<Result<FetchedDocument, LookUpFailure>> {
  if (!isAllowedUrl(url, bounds.developmentHosts)) return err('unreachable')
  try {
    const response = await bounds.fetch(url.href, {
      headers: { accept: expected.accept },
      redirect: 'manual',
      signal: AbortSignal.timeout(FETCH_TIMEOUT_MS),
    })
    const contentType = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
    const declaredBytes = Number(response.headers.get('content-length') ?? 0)
    if (
      response.status !== 200 ||
      !expected.contentTypes.includes(contentType ?? '') ||
      declaredBytes > expected.maxBytes
    ) {
      await response.body?.cancel()
      return err('unreachable')
    }
    const bytes = response.body
      ? await readAtMost(response.body, expected.maxBytes)
      : new Uint8Array()
    if (!bytes) return err('unreachable')
    const text = utf8Decode(bytes)
    if (text === null) return err('malformed')
    const age = Number(response.headers.get('age') ?? 0)
    return ok({
      text,
      cacheControl: response.headers.get('cache-control') ?? '',
      ageSeconds: Number.isFinite(age) && age > 0 ? Math.floor(age) : 0,
    })
  } catch {
    return err('unreachable')
  }
}
