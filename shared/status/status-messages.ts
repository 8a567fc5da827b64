// What the values of a status entry mean in the issuer's own words. Pure.
import { isJsonObject } from '../encoding/json.ts'

/** Texts by value. */
export type StatusMessages = ReadonlyMap<number, string>

const VALUE = /^0x([0-9a-f]{1,2})$/i

/**
 * Reads `statusMessage`: one text for each possible value, none twice. Undefined where there is none, null where it is none.
 *
 * @param size - bits of a value
 * @see Bitstring Status List §2.1
 */
export function readStatusMessages(
  value: unknown,
  size: number,
): StatusMessages | null | undefined {
  if (value === undefined) return undefined
  const count = 2 ** size
  if (!Array.isArray(value) || value.length !== count) return null
  const messages = new Map<number, string>()
  for (const item of value as readonly unknown[]) {
    if (!isJsonObject(item) || typeof item.status !== 'string') return null
    const status = Number.parseInt(VALUE.exec(item.status)?.[1] ?? '', 16)
    if (!(status < count) || typeof item.message !== 'string') return null
    messages.set(status, item.message)
  }
  return messages.size === count ? messages : null
}
