// Who is accredited for what, for people to read.

import { parseCompactJws } from '../../shared/parse/compact-jws.ts'
import { readStatedAccreditation } from '../../shared/trust/accreditation.ts'
import type { Services } from '../services.ts'

export interface AccreditedEntry {
  readonly accreditor: string
  readonly subject: string
  readonly types: readonly string[]
  /** Jurisdictions, professions and levels, in words. */
  readonly limits: readonly string[]
  readonly validUntilSeconds?: number
}

export async function listAccredited({
  accreditations,
  issuers,
}: Pick<Services, 'accreditations' | 'issuers'>): Promise<readonly AccreditedEntry[]> {
  const names = new Map((await issuers.list()).map(({ slug, name }) => [slug, name]))
  return (await accreditations.list()).flatMap(({ accreditorSlug, subject, text }) => {
    const parsed = parseCompactJws(text)
    const stated = parsed.ok ? readStatedAccreditation(parsed.value.claims) : null
    if (!stated) return []
    const { credentialTypes, jurisdictions, isco08, eqf } = stated.grant
    return [
      {
        accreditor: names.get(accreditorSlug) ?? accreditorSlug,
        subject: subject.name,
        types: credentialTypes,
        limits: [
          ...(jurisdictions ? [jurisdictions.join(', ')] : []),
          ...(isco08 ? [`ISCO-08 ${isco08.join(', ')}`] : []),
          ...(eqf ? [`EQF level ${eqf.join(', ')}`] : []),
        ],
        ...(stated.validUntilSeconds !== undefined && {
          validUntilSeconds: stated.validUntilSeconds,
        }),
      },
    ]
  })
}
