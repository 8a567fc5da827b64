// An academic degree: an Open Badges 3.0 achievement, or a credential of our own where there is no such badge. Uses zod.
import { z } from 'zod'
import { present } from '../issue/credential-frame.ts'
import { buildAchievementCredential, buildDegreeCredential } from '../issue/degree.ts'
import { text } from '../wire/names.ts'
import { dateSchema, eqfSchema, orderOf } from '../wire/order-fields.ts'
import { COMMON_COLUMNS, column, required } from './columns.ts'
import type { CredentialType } from './credential-type.ts'

const schema = orderOf('degree', {
  degree: z.strictObject({
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
  }),
})

export type DegreeOrder = z.output<typeof schema>

export const DEGREE = {
  kind: 'degree',
  title: 'Degree',
  description: 'An academic degree, by the institution that awarded it.',
  credentialType: 'AchievementCredential',
  schema,
  // Open Badges allows one status entry, and a degree is never suspended.
  purposes: ['revocation'],
  columns: [
    ...COMMON_COLUMNS,
    required('degree.name'),
    required('degree.description'),
    required('degree.achievementType'),
    required('degree.eqf', { reading: 'number' }),
    column('degree.criteria'),
    column('degree.fieldOfStudy'),
    column('degree.specialization'),
    column('degree.awardedDate'),
    column('degree.results', { reading: 'pairs' }),
  ],
  example: {
    kind: 'degree',
    format: 'vc+jwt',
    subject: { name: 'Amina Diallo' },
    validFrom: '2026-01-01T00:00:00Z',
    degree: {
      name: 'Master of Medicine',
      description: 'Six years of medicine with clinical rotations.',
      achievementType: 'MasterDegree',
      eqf: 7,
      fieldOfStudy: 'Medicine',
      awardedDate: '2025-12-19',
      results: [{ name: 'Thesis', value: 'Excellent' }],
    },
  },
  build: {
    vcdm2: buildAchievementCredential,
    vcdm1: buildDegreeCredential,
    sdJwt({ degree: { awardedDate, ...degree } }) {
      return { awardedDate, degree: present(degree) }
    },
  },
  sdJwt: {
    path: '/vct/degree/1',
    open: ['awardedDate', 'degree.name', 'degree.achievementType', 'degree.eqf'],
    claims: [
      'awardedDate',
      'degree.name',
      'degree.achievementType',
      'degree.eqf',
      'degree.description',
      'degree.fieldOfStudy',
      'degree.specialization',
      'degree.criteria',
      'degree.results',
    ],
  },
} as const satisfies CredentialType<DegreeOrder> & { example: z.input<typeof schema> }
