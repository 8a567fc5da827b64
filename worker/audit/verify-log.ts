// Walks an issuer's audit log from its first entry, page by page, and names the first one that is broken.
import { AUDIT_PAGE_MAX_COUNT } from '../../shared/limits.ts'
import type { Audit } from './audit.ts'
import { type ChainFault, EMPTY_LOG, faultIn } from './chain.ts'

export type LogVerdict =
  | {
      readonly ok: true
      /** How many there are. */
      readonly entries: number
      /** The hash of the newest: who noted an earlier one can look for it. */
      readonly hash: string
    }
  | {
      readonly ok: false
      /** Of the first entry with which something is wrong. */
      readonly number: number
      readonly fault: ChainFault
    }

/** @see faultIn */
export async function verifyLog(
  { after }: Pick<Audit, 'after'>,
  issuerSlug: string,
): Promise<LogVerdict> {
  let before: { number: number; hash: string; at?: string } = EMPTY_LOG
  for (;;) {
    const page = await after(issuerSlug, before.number, AUDIT_PAGE_MAX_COUNT)
    for (const entry of page) {
      const fault = await faultIn(entry, before)
      if (fault) return { ok: false, number: entry.number, fault }
      before = entry
    }
    if (page.length < AUDIT_PAGE_MAX_COUNT) {
      return { ok: true, entries: before.number, hash: before.hash }
    }
  }
}
