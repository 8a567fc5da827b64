// What was said of an issuer and of those who keep its records, each remark assessed. Uses the verifier and the status check that are passed in.
import { REMARKS_PER_ISSUER_MAX_COUNT, SUCCESSION_MAX_COUNT } from '../limits.ts'
import { parseCompactJws } from '../parse/compact-jws.ts'
import { type Problem, REASONS } from '../reasons.ts'
import type { AssessContext } from './gather-ways.ts'
import { type Remark, readRemark } from './remark.ts'
import type { TrustSnapshot } from './snapshot.ts'

/** A remark after its signature and status were looked at. Forged ones and those that were taken back are left out. */
export type AssessedRemark =
  | { readonly standing: 'in_force' | 'unconfirmed'; readonly remark: Remark }
  /** Somebody said something. Who it was is unknown where the signature could not be checked. */
  | { readonly standing: 'unreadable'; readonly speaker?: string }

/** By the organisation that they are about: an issuer, who keeps its records, who keeps theirs, and so on. */
export type Remarks = ReadonlyMap<string, readonly AssessedRemark[]>

const NONE: Remarks = new Map()

export async function gatherRemarks(
  issuer: string,
  { remarks }: TrustSnapshot,
  context: AssessContext,
): Promise<Remarks> {
  if (!remarks.has(issuer)) return NONE
  const gathered = new Map<string, readonly AssessedRemark[]>()
  let next = [issuer]
  for (let step = 0; step < SUCCESSION_MAX_COUNT && next.length > 0; step++) {
    for (const subject of next) {
      gathered.set(subject, await assessAll(subject, remarks.get(subject) ?? [], context))
    }
    next = next.flatMap((did) => keepersOf(gathered.get(did))).filter((did) => !gathered.has(did))
  }
  return gathered
}

const keepersOf = (assessed: readonly AssessedRemark[] = []): readonly string[] =>
  assessed.flatMap((entry) =>
    entry.standing !== 'unreadable' && entry.remark.kind === 'succession'
      ? (entry.remark.keeper ?? [])
      : [],
  )

/** More than are looked at are not passed over: one of them could matter. */
async function assessAll(
  subject: string,
  texts: readonly string[],
  context: AssessContext,
): Promise<readonly AssessedRemark[]> {
  const looked = texts.slice(0, REMARKS_PER_ISSUER_MAX_COUNT)
  const assessed = await Promise.all(looked.map((text) => assess(text, subject, context)))
  return [
    ...assessed.filter((entry) => entry !== null),
    ...(texts.length > looked.length ? [{ standing: 'unreadable' } as const] : []),
  ]
}

async function assess(
  text: string,
  subject: string,
  { checkStatus, verifySigned }: AssessContext,
): Promise<AssessedRemark | null> {
  const signed = await verifySigned(text)
  if (!signed.ok) return assessUnproved(text, subject, signed.error)
  const { claims, key } = signed.value
  // Whose key only a web server vouches for was recognised by nobody.
  if (!key.listed || claims.subject.id !== subject) return null
  const status = await checkStatus(claims)
  if (status.outcome === 'fail') return null
  const remark = readRemark(claims)
  if (!remark) return { standing: 'unreadable', speaker: claims.issuer.id }
  const isSettled = status.outcome === 'pass' || status.outcome === 'not_applicable'
  return { standing: isSettled ? 'in_force' : 'unconfirmed', remark }
}

/** What was signed with a key that was stolen later stands until its signer says it anew: only its own words say what it is about. */
function assessUnproved(text: string, subject: string, { code }: Problem): AssessedRemark | null {
  if (REASONS[code].outcome === 'fail') return null
  const parsed = code === 'issuer_key.time_evidence_missing' ? parseCompactJws(text) : undefined
  const remark = parsed?.ok ? readRemark(parsed.value.claims) : null
  return remark?.subject === subject
    ? { standing: 'unconfirmed', remark }
    : { standing: 'unreadable' }
}
