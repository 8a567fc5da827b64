// May this accreditor say something of that organisation? Kindness only: verifiers judge it by themselves.
import { CHAIN_MAX_LINKS } from '../../shared/limits.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'

export interface Recognised {
  /** What the organisation is called by who accredited it. */
  readonly name: string
  /** Whether somebody here accredited an organisation, or it is an anchor. */
  readonly isKnown: (did: string) => boolean
}

/** @returns what is known of the organisation, or `remark.refused` where it is not recognised by the speaker or through it */
export async function recognisedBy(
  { accreditations, issuers }: Pick<Services, 'accreditations' | 'issuers'>,
  speaker: Issuer,
  subject: string,
): Promise<Result<Recognised, Refusal>> {
  const hosted = await issuers.list()
  const given = await accreditations.list()
  const anchors = new Set(hosted.flatMap(({ did, isTrustAnchor }) => (isTrustAnchor ? did : [])))
  const didOf = new Map(hosted.map(({ slug, did }) => [slug, did]))
  const above = (did: string) =>
    given.flatMap((entry) =>
      entry.subject.did === did ? (didOf.get(entry.accreditorSlug) ?? []) : [],
    )
  let level = [subject]
  for (let links = 0; links < CHAIN_MAX_LINKS && !level.includes(speaker.did); links++) {
    level = [...new Set(level.flatMap(above))]
  }
  const name = given.findLast((entry) => entry.subject.did === subject)?.subject.name
  if (name === undefined || subject === speaker.did || !level.includes(speaker.did)) {
    return err({
      code: 'remark.refused',
      detail: 'This organisation is not accredited by the one that speaks, nor through it.',
    })
  }
  return ok({
    name,
    isKnown: (did) => anchors.has(did) || given.some((entry) => entry.subject.did === did),
  })
}
