// One disclosure: a salt, a value and, for a member of an object, its name. Pure.
import { decodeBase64UrlText } from '../../encoding/base64url.ts'
import { parseJson } from '../../encoding/json.ts'

export interface Disclosure {
  /** Undefined for an element of an array. */
  readonly name?: string
  readonly value: unknown
}

/** Reads a disclosure, or null where it is malformed. @see RFC 9901 §4.2.1 and §4.2.2 */
export function readDisclosure(text: string): Disclosure | null {
  const json = decodeBase64UrlText(text)
  const parts = json ? parseJson(json) : undefined
  if (!Array.isArray(parts) || typeof parts[0] !== 'string') return null
  if (parts.length === 2) return { value: parts[1] }
  const [, name, value] = parts
  return parts.length === 3 && typeof name === 'string' ? { name, value } : null
}
