// What is this one text? Looks at header and shape, proves nothing. Pure; imports nothing.

export type DetectedEnvelope = 'vc+jwt' | 'jwt_vc' | 'dc+sd-jwt' | 'vp+jwt' | 'jwt_vp'

/** A header of ours has about 200 characters. */
const HEADER_CHARS_LIMIT = 8_192
const PAYLOAD_CHARS_LIMIT = 262_144

const BY_TYP: ReadonlyMap<string, DetectedEnvelope> = new Map([
  ['vc+jwt', 'vc+jwt'],
  ['vc+ld+jwt', 'vc+jwt'],
  ['vc+ld+json+jwt', 'vc+jwt'],
  ['dc+sd-jwt', 'dc+sd-jwt'],
  ['vc+sd-jwt', 'dc+sd-jwt'],
  ['vp+jwt', 'vp+jwt'],
])

function decodeJsonObject(segment: string): Record<string, unknown> | null {
  try {
    const binary = atob(segment.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0))
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Names the envelope that a compact text claims to be, or null where it claims to be no credential.
 *
 * An ordinary session token (`typ: JWT` without a claim `vc` or `vp`) is none of our business and must never be sent anywhere.
 * A text that says `vc+jwt` counts even where its payload is unreadable: a broken credential deserves its mark.
 *
 * @see VC-JOSE-COSE §3.1.1 https://www.w3.org/TR/vc-jose-cose/#securing-with-jose
 */
export function detectEnvelope(text: string): DetectedEnvelope | null {
  const headerEnd = text.indexOf('.')
  if (headerEnd < 1 || headerEnd > HEADER_CHARS_LIMIT) return null
  const header = decodeJsonObject(text.slice(0, headerEnd))
  if (header === null) return null
  const typ = typeof header.typ === 'string' ? header.typ.toLowerCase() : ''
  const named = BY_TYP.get(typ.startsWith('application/') ? typ.slice('application/'.length) : typ)
  if (named !== undefined) return named
  if (typ !== '' && typ !== 'jwt') return null
  const payload = text.slice(headerEnd + 1, text.indexOf('.', headerEnd + 1))
  if (payload.length > PAYLOAD_CHARS_LIMIT) return null
  const claims = decodeJsonObject(payload)
  return isObject(claims?.vc) ? 'jwt_vc' : isObject(claims?.vp) ? 'jwt_vp' : null
}
