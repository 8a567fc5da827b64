// The extension's only way to the network: one text from the pinned Worker. Uses fetch.
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

/** The body as text, or null once it is longer than allowed, whatever Content-Length said. */
async function readUpTo(response: Response, maxBytes: number): Promise<string | null> {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  let bytes = 0
  while (reader !== undefined) {
    const { done, value } = await reader.read()
    if (done) break
    bytes += value.byteLength
    if (bytes > maxBytes) {
      await reader.cancel()
      return null
    }
    text += decoder.decode(value, { stream: true })
  }
  return text + decoder.decode()
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
    const text = await readUpTo(response, maxBytes)
    if (text === null) return err('malformed')
    return ok({ text, maxAgeSeconds: maxAgeOf(response.headers.get('cache-control')) })
  } catch {
    return err('unreachable')
  }
}
