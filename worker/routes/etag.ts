// Answers that are worth keeping: ETag, Cache-Control, 304. Uses WebCrypto.
import type { Context } from 'hono'
import { encodeBase64Url } from '../../shared/encoding/base64url.ts'
import { utf8Encode } from '../../shared/encoding/bytes.ts'
import type { AppContext } from '../app-context.ts'

interface Document {
  readonly text: string
  readonly contentType: string
  readonly maxAgeSeconds: number
  /** The request header that another answer at this address depends on. */
  readonly vary?: string
}

/** Anybody may read it from any page: it is public and names no person. */
const OPEN_TO_ALL = { 'access-control-allow-origin': '*' }

export async function sendDocument(
  c: Context<AppContext>,
  { text, contentType, maxAgeSeconds, vary }: Document,
): Promise<Response> {
  const digest = await crypto.subtle.digest('SHA-256', utf8Encode(text))
  const etag = `"${encodeBase64Url(new Uint8Array(digest).slice(0, 18))}"`
  const headers = {
    ...OPEN_TO_ALL,
    etag,
    'cache-control': `public, max-age=${maxAgeSeconds}`,
    ...(vary !== undefined && { vary }),
  }
  const known = c.req
    .header('if-none-match')
    ?.split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
  if (known?.includes(etag)) return new Response(null, { status: 304, headers })
  return new Response(text, { headers: { ...headers, 'content-type': contentType } })
}
