// A competency assessment: what somebody was seen to do, where, and by whom it was judged. Uses zod.
import { z } from 'zod'
import { text } from '../wire/names.ts'
import { dateSchema, professionSchema } from '../wire/order-fields.ts'
import { attestationType } from './attestation.ts'
import { COMMON_COLUMNS, column, required } from './columns.ts'

export const COMPETENCY_ASSESSMENT = attestationType({
  kind: 'competency-assessment',
  title: 'Competency assessment',
  description: 'Competencies that were assessed, in simulation, with patients or at a distance.',
  credentialType: 'CompetencyAssessmentCredential',
  body: z.strictObject({
    name: text(200),
    framework: text(200).optional(),
    profession: professionSchema,
    // Who asks for clinical evidence must not be given a simulation for it.
    setting: z.enum(['simulated', 'clinical', 'remote']),
    outcome: z.enum(['competent', 'not_yet_competent']),
    competencies: z
      .array(z.strictObject({ name: text(200), value: text(100) }))
      .min(1)
      .max(100),
    assessedDate: dateSchema,
    assessor: text(200).optional(),
  }),
  purposes: ['revocation'],
  columns: [
    ...COMMON_COLUMNS,
    required('attestation.name'),
    column('attestation.framework'),
    required('attestation.profession.isco08'),
    column('attestation.profession.local', { name: 'local_profession' }),
    required('attestation.setting'),
    required('attestation.outcome'),
    required('attestation.competencies', { reading: 'pairs' }),
    required('attestation.assessedDate'),
    column('attestation.assessor'),
  ],
  open: ['name', 'profession', 'setting', 'outcome', 'assessedDate'],
  example: {
    name: 'Clinical competency assessment in nursing',
    framework: 'Northmark nursing standards 2024',
    profession: { isco08: '2221' },
    setting: 'clinical',
    outcome: 'competent',
    competencies: [
      { name: 'Medication safety', value: 'Met' },
      { name: 'Handover', value: 'Met' },
    ],
    assessedDate: '2025-12-05',
    assessor: 'Northmark General Hospital',
  },
})
