// A bridging module: one gap between two systems of training, closed. Uses zod.
import { z } from 'zod'
import { text } from '../wire/names.ts'
import { dateSchema, professionSchema } from '../wire/order-fields.ts'
import { attestationType } from './attestation.ts'
import { COMMON_COLUMNS, column, required } from './columns.ts'

/** What bridging programmes teach, by code, so that a missing module can be named. */
const MODULES = [
  'pharmacology',
  'diagnostic-protocol',
  'patient-safety',
  'ethics-law',
  'charting',
  'interprofessional-communication',
  'health-it',
  'other',
] as const

export const BRIDGING_MODULE = attestationType({
  kind: 'bridging-module',
  title: 'Bridging module',
  description: 'A module of a bridging programme, completed.',
  credentialType: 'BridgingModuleCredential',
  body: z.strictObject({
    name: text(200),
    module: z.enum(MODULES),
    programme: text(200).optional(),
    profession: professionSchema,
    hours: z.number().positive().max(10_000),
    completedDate: dateSchema,
    result: text(100).optional(),
  }),
  purposes: ['revocation'],
  columns: [
    ...COMMON_COLUMNS,
    required('attestation.name'),
    required('attestation.module'),
    column('attestation.programme'),
    required('attestation.profession.isco08'),
    column('attestation.profession.local', { name: 'local_profession' }),
    required('attestation.hours', { reading: 'number' }),
    required('attestation.completedDate'),
    column('attestation.result'),
  ],
  open: ['name', 'module', 'profession', 'hours', 'completedDate'],
  example: {
    name: 'Patient safety for internationally trained nurses',
    module: 'patient-safety',
    programme: 'Northmark bridging programme for nurses',
    profession: { isco08: '2221' },
    hours: 40,
    completedDate: '2025-12-12',
    result: 'Passed',
  },
})
