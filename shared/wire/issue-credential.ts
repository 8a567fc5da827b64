// Body of POST /v1/issuers/{slug}/credentials. Uses zod.
import { z } from 'zod'
import { parseDate, parseDateTime } from '../encoding/time.ts'
import { readPublicJwk } from '../keys/jwk.ts'
import { DATE_TIME_MAX_SECONDS } from '../limits.ts'
import { subjectSchema, text } from './names.ts'

export const dateTimeSchema = z
  .string()
  .refine((value) => parseDateTime(value) !== null, {
    message: 'Expected a date and time with a zone, such as 2026-01-31T00:00:00Z',
    abort: true,
  })
  .refine((value) => (parseDateTime(value) ?? 0) <= DATE_TIME_MAX_SECONDS, {
    message: 'Expected a date before the year 5138; leave it out for no end',
  })
export const dateSchema = z.string().refine((value) => parseDate(value) !== null, {
  message: 'Expected a calendar date, such as 2026-01-31',
})
/** ISO 3166-1 alpha-2 or ISO 3166-2. */
export const jurisdictionSchema = z.string().regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/, {
  message: 'Expected an ISO 3166 code, such as AU or AU-NSW',
})
export const isco08Schema = z.string().regex(/^\d{1,4}$/, {
  message: 'Expected an ISCO-08 code of one to four digits, such as 2211',
})
export const eqfSchema = z.number().int().min(1).max(8)

/** Compact texts, and objects with a proof inside. */
const ISSUED_FORMATS = [
  'vc+jwt',
  'jwt_vc',
  'dc+sd-jwt',
  'eddsa-jcs-2022',
  'eddsa-rdfc-2022',
] as const

/** RSA signs badges here, nothing else. */
const holderKeySchema = z
  .record(z.string(), z.unknown())
  .refine((jwk) => ['OKP', 'EC'].includes(readPublicJwk(jwk)?.kty ?? ''), {
    message: 'Expected a public key as JWK: Ed25519, P-256 or P-384',
  })

const frame = {
  format: z.enum(ISSUED_FORMATS).default('vc+jwt'),
  subject: subjectSchema,
  validFrom: dateTimeSchema,
  validUntil: dateTimeSchema.optional(),
  /** Whom the credential is bound to: its holder proves it with this key. */
  holderKey: holderKeySchema.optional(),
}

const degreeSchema = z.strictObject({
  name: text(200),
  description: text(2000),
  achievementType: z.enum([
    'AssociateDegree',
    'BachelorDegree',
    'MasterDegree',
    'DoctoralDegree',
    'ProfessionalDoctorate',
    'Degree',
    'Diploma',
    'Certificate',
    'CertificateOfCompletion',
  ]),
  eqf: eqfSchema,
  criteria: text(2000).optional(),
  fieldOfStudy: text(200).optional(),
  specialization: text(200).optional(),
  awardedDate: dateSchema.optional(),
  results: z
    .array(z.strictObject({ name: text(100), value: text(100) }))
    .min(1)
    .max(100)
    .optional(),
})

export const licenceSchema = z.strictObject({
  name: text(200),
  number: text(64),
  register: text(100).optional(),
  profession: z.strictObject({ isco08: isco08Schema.length(4), local: text(64).optional() }),
  jurisdiction: jurisdictionSchema,
  scope: z.enum(['full', 'provisional', 'supervised']).default('full'),
  conditions: z.array(text(300)).max(20).default([]),
  firstRegistered: dateSchema.optional(),
  qualifiedIn: jurisdictionSchema.optional(),
})

const endsAfterItBegins = (body: { validFrom: string; validUntil?: string | undefined }) =>
  body.validUntil === undefined ||
  (parseDateTime(body.validUntil) ?? 0) > (parseDateTime(body.validFrom) ?? 0)
const order = { path: ['validUntil'], message: 'validUntil must be later than validFrom' }

const bindsOnlyWhatCanBeBound = (body: { format: string; holderKey?: unknown }) =>
  body.holderKey === undefined || body.format === 'dc+sd-jwt'
const binding = { path: ['holderKey'], message: 'Only dc+sd-jwt can be bound to a key' }

export const issueCredentialSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({ kind: z.literal('degree'), ...frame, degree: degreeSchema })
    .refine(endsAfterItBegins, order)
    .refine(bindsOnlyWhatCanBeBound, binding),
  z
    .strictObject({ kind: z.literal('licence'), ...frame, licence: licenceSchema })
    .refine(endsAfterItBegins, order)
    .refine(bindsOnlyWhatCanBeBound, binding),
])

export type IssueCredential = z.output<typeof issueCredentialSchema>
export type DegreeOrder = Extract<IssueCredential, { kind: 'degree' }>
export type LicenceOrder = Extract<IssueCredential, { kind: 'licence' }>
