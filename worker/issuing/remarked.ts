// What accreditors say of issuers, for people to read: who closed, and whose awards are in doubt.
import { parseCompactJws } from '../../shared/parse/compact-jws.ts'
import { type Remark, readRemark } from '../../shared/trust/remark.ts'
import type { Services } from '../services.ts'

export interface RemarkedEntry {
  /** By name, where it is known. */
  readonly subject: string
  readonly speaker: string
  readonly keeper?: string
  readonly remark: Remark
}

/** Those that were not taken back, oldest first. */
export async function listRemarked({
  accreditations,
  issuers,
  remarks,
}: Pick<Services, 'accreditations' | 'issuers' | 'remarks'>): Promise<readonly RemarkedEntry[]> {
  const stored = await remarks.list()
  if (stored.length === 0) return []
  const names = new Map([
    ...(await accreditations.list()).map(({ subject }) => [subject.did, subject.name] as const),
    ...(await issuers.list()).map(({ did, name }) => [did, name] as const),
  ])
  const nameOf = (did: string) => names.get(did) ?? did
  return stored.flatMap(({ text }) => {
    const parsed = parseCompactJws(text)
    const remark = parsed.ok ? readRemark(parsed.value.claims) : null
    if (!remark) return []
    const keeper = remark.kind === 'succession' ? remark.keeper : undefined
    return [
      {
        subject: nameOf(remark.subject),
        speaker: nameOf(remark.speaker),
        ...(keeper !== undefined && { keeper: nameOf(keeper) }),
        remark,
      },
    ]
  })
}
