// One valid credential of each kind, to which a test adds one lie. Pure.

import type { DegreeOrder } from '../../shared/credential-types/degree.ts'
import type { LicenceOrder } from '../../shared/credential-types/licence.ts'
import type { JsonObject } from '../../shared/encoding/json.ts'
import { buildAccreditation } from '../../shared/issue/accreditation.ts'
import { buildAchievementCredential, buildDegreeCredential } from '../../shared/issue/degree.ts'
import { buildLicenceCredential } from '../../shared/issue/licence.ts'
import type { PublishedPurpose } from '../../shared/status/state-table.ts'
import type { StatusPurpose } from '../../shared/verification-result.ts'
import type { CreateAccreditation } from '../../shared/wire/administration.ts'
import { inDays } from './clock.ts'
import { type Issuer, signCompact } from './issuer.ts'
import { AGENCY, COUNCIL, MINISTRY, UNIVERSITY } from './parties.ts'

export const ORIGIN = 'https://registry.xm'
/** The place of every credential in its issuer's lists, but for those that a test puts elsewhere. */
export const INDEX = 94_567

export const listUrl = (issuer: Issuer, purpose: StatusPurpose): string =>
  `https://status.xm/${issuer.did.slice('did:web:'.length)}/${purpose}`

const uuid = (number: number): string =>
  `urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

const frame = (issuer: Issuer, number: number, purposes: readonly PublishedPurpose[]) => ({
  id: uuid(number),
  origin: ORIGIN,
  issuer: { did: issuer.did, name: issuer.name },
  status: purposes.map((purpose) => ({ purpose, listUrl: listUrl(issuer, purpose), index: INDEX })),
})

export const LICENCE_ORDER = {
  kind: 'licence',
  format: 'vc+jwt',
  subject: { name: 'Amina Diallo' },
  validFrom: inDays(-100),
  validUntil: inDays(900),
  licence: {
    name: 'Licence to practise medicine',
    number: 'N-20419',
    profession: { isco08: '2211' },
    jurisdiction: 'XM-N',
    scope: 'full',
    conditions: [],
  },
} as const satisfies LicenceOrder

export const DEGREE_ORDER = {
  kind: 'degree',
  format: 'vc+jwt',
  subject: { name: 'Amina Diallo' },
  validFrom: inDays(-100),
  degree: {
    name: 'Master of Medicine',
    description: 'Six years of medicine',
    achievementType: 'MasterDegree',
    eqf: 7,
    fieldOfStudy: 'Medicine',
  },
} as const satisfies DegreeOrder

/** A licence of the council, in force, with two status entries. */
export const licence = (changes: JsonObject = {}): JsonObject => ({
  ...buildLicenceCredential(LICENCE_ORDER, frame(COUNCIL, 1, ['revocation', 'suspension'])),
  ...changes,
})

/** The same licence with other details. It promises no form, so that those who read on meet odd ones. */
export function licenceOf(details: JsonObject): JsonObject {
  const subject = licence().credentialSubject as JsonObject
  const inner = subject.licence as JsonObject
  return licence({
    credentialSubject: { ...subject, licence: { ...inner, ...details } },
    credentialSchema: undefined,
  })
}

/** A degree of the university as an Open Badge. */
export const degree = (changes: JsonObject = {}): JsonObject => ({
  ...buildAchievementCredential(
    DEGREE_ORDER,
    frame(UNIVERSITY, 2, ['revocation']),
    'urn:uuid:00000000-0000-4000-8000-00000000a001',
  ),
  ...changes,
})

/** The same degree with another subject or achievement, promising no form. */
export function degreeOf(achievement: JsonObject, subjectChanges: JsonObject = {}): JsonObject {
  const subject = degree().credentialSubject as JsonObject
  const inner = subject.achievement as JsonObject
  return degree({
    credentialSubject: {
      ...subject,
      achievement: { ...inner, ...achievement },
      ...subjectChanges,
    },
    credentialSchema: undefined,
  })
}

/** A transcript of the university that holds these credentials, and promises no form. */
export const clrOf = (verifiableCredential: readonly unknown[]): JsonObject =>
  degree({
    type: ['VerifiableCredential', 'ClrCredential'],
    credentialSubject: { name: 'Amina Diallo', verifiableCredential },
    credentialSchema: undefined,
  })

/** The VCDM 1.1 payload of a degree of the university. */
export function jwtVc(changes: JsonObject = {}, vcChanges: JsonObject = {}): JsonObject {
  const vc = buildDegreeCredential(DEGREE_ORDER, frame(UNIVERSITY, 3, ['revocation']))
  return { vc: { ...vc, ...vcChanges }, iss: UNIVERSITY.did, jti: uuid(3), ...changes }
}

export const JWT_VC_HEADER = { typ: 'JWT', cty: undefined }

export type AccreditationOrder = Omit<CreateAccreditation, 'subject'>

const GRANT: AccreditationOrder = {
  credentialTypes: ['AchievementCredential', 'DegreeCredential', 'ProfessionalLicenceCredential'],
  validFrom: inDays(-3_000),
  validUntil: inDays(1_000),
  mayDelegate: false,
  maxDepth: 0,
}

/** One organisation's word that another may issue; with a status entry of its own. */
export const accredit = (
  accreditor: Issuer,
  subject: Issuer,
  order: Partial<AccreditationOrder> = {},
  changes: JsonObject = {},
): Promise<string> =>
  signCompact(
    {
      ...buildAccreditation(
        { ...GRANT, ...order, subject: { did: subject.did, name: subject.name } },
        frame(accreditor, 10, ['revocation']),
      ),
      ...changes,
    },
    accreditor,
  )

export const AGENCY_MAY_DELEGATE = { mayDelegate: true, maxDepth: 1 } as const
export const COUNCIL_GRANT = {
  credentialTypes: ['ProfessionalLicenceCredential'],
  jurisdictions: ['XM-N'],
  isco08: ['22'],
}
export const UNIVERSITY_GRANT = {
  credentialTypes: ['AchievementCredential', 'DegreeCredential'],
  eqf: [6, 7, 8],
}

/** Ministry → agency → council and university. */
export const accreditations = () =>
  Promise.all([
    accredit(MINISTRY, AGENCY, AGENCY_MAY_DELEGATE),
    accredit(AGENCY, COUNCIL, COUNCIL_GRANT),
    accredit(AGENCY, UNIVERSITY, UNIVERSITY_GRANT),
  ])
