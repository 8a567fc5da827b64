// A professional licence: who may do what, where, under which conditions. Uses zod.
import { z } from 'zod'
import { present } from '../issue/credential-frame.ts'
import { buildLicenceCredential, buildLicenceCredentialVcdm1 } from '../issue/licence.ts'
import { text } from '../wire/names.ts'
import { dateSchema, isco08Schema, jurisdictionSchema, orderOf } from '../wire/order-fields.ts'
import { COMMON_COLUMNS, column, required } from './columns.ts'
import type { CredentialType } from './credential-type.ts'

const schema = orderOf('licence', {
  licence: z.strictObject({
    name: text(200),
    number: text(64),
    register: text(100).optional(),
    profession: z.strictObject({ isco08: isco08Schema.length(4), local: text(64).optional() }),
    jurisdiction: jurisdictionSchema,
    scope: z.enum(['full', 'provisional', 'supervised']).default('full'),
    conditions: z.array(text(300)).max(20).default([]),
    firstRegistered: dateSchema.optional(),
    qualifiedIn: jurisdictionSchema.optional(),
  }),
})

export type LicenceOrder = z.output<typeof schema>

export const LICENCE = {
  kind: 'licence',
  title: 'Professional licence',
  description:
    'The right to practise a regulated profession, by the authority that grants it. In its status list, 3 means that it has conditions.',
  credentialType: 'ProfessionalLicenceCredential',
  schema,
  // A licence is suspended, has conditions, lapses and is given up.
  purposes: ['revocation', 'suspension', 'message'],
  columns: [
    ...COMMON_COLUMNS,
    required('licence.name'),
    required('licence.number'),
    column('licence.register'),
    required('licence.profession.isco08'),
    column('licence.profession.local', { name: 'local_profession' }),
    required('licence.jurisdiction'),
    column('licence.scope'),
    column('licence.conditions', { reading: 'list' }),
    column('licence.firstRegistered'),
    column('licence.qualifiedIn'),
  ],
  example: {
    kind: 'licence',
    format: 'vc+jwt',
    subject: { name: 'Amina Diallo' },
    validFrom: '2026-01-01T00:00:00Z',
    validUntil: '2026-12-31T23:59:59Z',
    licence: {
      name: 'Licence to practise medicine',
      number: 'NM-204518',
      profession: { isco08: '2211' },
      jurisdiction: 'XM-N',
      scope: 'supervised',
      conditions: ['Not to perform surgery unsupervised'],
      firstRegistered: '2019-03-01',
    },
  },
  build: {
    vcdm2: buildLicenceCredential,
    vcdm1: buildLicenceCredentialVcdm1,
    sdJwt({ licence }, { issuer }) {
      return { licence: present({ ...licence, regulator: issuer.did }) }
    },
  },
  sdJwt: {
    path: '/vct/professional-licence/1',
    open: [
      'licence.name',
      'licence.profession',
      'licence.jurisdiction',
      'licence.scope',
      'licence.conditions',
      'licence.regulator',
    ],
    claims: [
      'licence.name',
      'licence.profession',
      'licence.jurisdiction',
      'licence.scope',
      'licence.conditions',
      'licence.regulator',
      'licence.number',
      'licence.register',
      'licence.firstRegistered',
      'licence.qualifiedIn',
    ],
  },
} as const satisfies CredentialType<LicenceOrder> & { example: z.input<typeof schema> }
