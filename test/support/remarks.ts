// What the agency says of those that it accredited, and worlds in which it does. Uses the world.
import type { JsonObject } from '../../shared/encoding/json.ts'
import { buildSuccession, buildTaint } from '../../shared/issue/remark.ts'
import type { CloseIssuer, TaintOrder } from '../../shared/wire/remarks.ts'
import { inDays } from './clock.ts'
import { AGENCY_MAY_DELEGATE, accredit, INDEX, listUrl, ORIGIN } from './credentials.ts'
import { createIssuer, type Issuer, signCompact } from './issuer.ts'
import { AGENCY, COUNCIL, MINISTRY, UNIVERSITY } from './parties.ts'
import { listed, type WorldParts } from './world.ts'

/** May take over the records of the university. */
export const ARCHIVE = await createIssuer('Northmark State Archive', 'archive.xm', 31)
/** May take over those of the archive. */
export const LIBRARY = await createIssuer('Marovian National Library', 'library.xm', 32)
/** Accredits next to the agency. */
export const BOARD = await createIssuer('Marovian Board of Schools', 'board.xm', 33)

/** Where remarks stand in the lists of who makes them: apart from accreditations, so that a test can withdraw one or the other. */
export const REMARK_INDEX = INDEX + 1

const frame = (speaker: Issuer, subjectName: string) => ({
  id: 'urn:uuid:00000000-0000-4000-8000-00000000c105',
  origin: ORIGIN,
  issuer: { did: speaker.did, name: speaker.name },
  validFrom: inDays(-1),
  subjectName,
  status: [
    {
      purpose: 'revocation' as const,
      listUrl: listUrl(speaker, 'revocation'),
      index: REMARK_INDEX,
    },
  ],
})

export interface Remarked {
  readonly subject: string
  readonly text: string
}

/** The agency's word that the university closed ten days ago, and that the archive keeps its records. */
export const succession = async (
  order: Partial<CloseIssuer> = {},
  signer: Issuer = AGENCY,
  changes: JsonObject = {},
): Promise<Remarked> => {
  const closing = {
    subject: UNIVERSITY.did,
    closedOn: inDays(-10),
    recordsKeptBy: { did: ARCHIVE.did, name: ARCHIVE.name },
    ...order,
  }
  const record = buildSuccession(closing, frame(signer, 'Closed'))
  return { subject: closing.subject, text: await signCompact({ ...record, ...changes }, signer) }
}

/** The agency's doubt about degrees of the university from half a year, in which its degree of the valid world was awarded. */
export const taint = async (
  order: Partial<TaintOrder> = {},
  signer: Issuer = AGENCY,
  changes: JsonObject = {},
): Promise<Remarked> => {
  const doubt = {
    subject: UNIVERSITY.did,
    awardedFrom: inDays(-200),
    awardedUntil: inDays(-50),
    credentialTypes: ['AchievementCredential'],
    reasonCode: 'awards_without_study' as const,
    underReview: false,
    ...order,
  }
  const record = buildTaint(doubt, frame(signer, 'Doubted'))
  return { subject: doubt.subject, text: await signCompact({ ...record, ...changes }, signer) }
}

const DEGREES = { credentialTypes: ['AchievementCredential', 'DegreeCredential'] }

/** The valid world, in which the archive and the library may issue degrees too, with what is said in it. */
export async function remarkedWorld(
  remarks: readonly Remarked[],
  parts: WorldParts & { readonly more?: readonly string[] } = {},
): Promise<WorldParts> {
  const { more = [], ...rest } = parts
  const accreditations = rest.accreditations ?? [
    await accredit(MINISTRY, AGENCY, AGENCY_MAY_DELEGATE),
    await accredit(AGENCY, UNIVERSITY, DEGREES),
    await accredit(AGENCY, ARCHIVE, DEGREES),
    await accredit(AGENCY, LIBRARY, DEGREES),
    ...more,
  ]
  const entities = [AGENCY, COUNCIL, UNIVERSITY, ARCHIVE, LIBRARY, BOARD].map(listed)
  return { ...rest, accreditations, trustList: { entities, remarks, ...rest.trustList } }
}
