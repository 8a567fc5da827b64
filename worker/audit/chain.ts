// The hash chain of an audit log: what an entry's hash is taken over, and what is wrong with an entry. Uses WebCrypto.
import { toHex, utf8Encode } from '../../shared/encoding/bytes.ts'
import { canonicalizeJson } from '../../shared/encoding/jcs.ts'
import type { AuditDetail } from './actions.ts'

/** An entry as it is exported, in the words that its hash is taken over. */
export interface AuditEntry {
  readonly issuer: string
  /** Counts from 1, for each issuer. */
  readonly number: number
  /** RFC 3339, UTC. */
  readonly at: string
  /** @see nameOfActor */
  readonly actor: string
  readonly action: string
  readonly target?: string
  readonly detail: AuditDetail
  /** The hash of the entry before; of the first one `FIRST_PREVIOUS`. */
  readonly previous: string
  /** SHA-256 in hexadecimal. */
  readonly hash: string
}

/** What the newest entry is called by; a log without entries ends before number 1. */
export type AuditHead = Pick<AuditEntry, 'number' | 'hash'>

export const FIRST_PREVIOUS = '0'.repeat(64)
export const EMPTY_LOG: AuditHead = { number: 0, hash: FIRST_PREVIOUS }

/**
 * SHA-256 over the canonical JSON of an entry without its own hash; the hash of the entry before is part of it.
 *
 * @see RFC 8785
 */
export async function hashOfEntry(entry: Omit<AuditEntry, 'hash'>): Promise<string> {
  const text = canonicalizeJson(entry)
  if (text === null) throw new Error('An audit entry has no canonical form')
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8Encode(text))))
}

export type ChainFault = 'gap' | 'order' | 'hash'

/**
 * What is wrong with an entry that follows another one, undefined where nothing is: `gap` – entries are missing before it;
 * `order` – it does not continue the one before, or is dated before it; `hash` – it does not say what was written.
 */
export async function faultIn(
  entry: AuditEntry,
  before: AuditHead & { readonly at?: string },
): Promise<ChainFault | undefined> {
  const { hash, ...rest } = entry
  if (entry.number > before.number + 1) return 'gap'
  if (entry.previous !== before.hash || (before.at !== undefined && entry.at < before.at)) {
    return 'order'
  }
  return (await hashOfEntry(rest)) === hash ? undefined : 'hash'
}
