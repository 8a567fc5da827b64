// An equivalence decision: what a qualification from elsewhere is worth here, what is missing, and until when one may appeal. Uses zod.
import { z } from 'zod'
import { text } from '../wire/names.ts'
import {
  dateSchema,
  eqfSchema,
  jurisdictionSchema,
  professionSchema,
} from '../wire/order-fields.ts'
import { attestationType } from './attestation.ts'
import { COMMON_COLUMNS, column, required } from './columns.ts'

const listSchema = z.array(text(300)).min(1).max(30).optional()

export const EQUIVALENCE_DECISION = attestationType({
  kind: 'equivalence-decision',
  title: 'Equivalence decision',
  description: 'The decision of a competent body on a qualification that was awarded elsewhere.',
  credentialType: 'EquivalenceDecisionCredential',
  body: z
    .strictObject({
      name: text(200),
      qualification: text(200),
      awardedBy: text(200),
      awardedIn: jurisdictionSchema,
      jurisdiction: jurisdictionSchema,
      profession: professionSchema.optional(),
      eqf: eqfSchema.optional(),
      decision: z.enum(['full', 'partial', 'none']),
      differences: listSchema,
      measures: listSchema,
      reference: text(64).optional(),
      decidedDate: dateSchema,
      appealUntil: dateSchema.optional(),
    })
    .refine(({ decision, measures }) => decision !== 'partial' || measures !== undefined, {
      path: ['measures'],
      message: 'A partial equivalence names the measures that are outstanding',
    }),
  purposes: ['revocation', 'suspension'],
  columns: [
    ...COMMON_COLUMNS,
    required('attestation.name'),
    required('attestation.qualification'),
    required('attestation.awardedBy'),
    required('attestation.awardedIn'),
    required('attestation.jurisdiction'),
    column('attestation.profession.isco08'),
    column('attestation.profession.local', { name: 'local_profession' }),
    column('attestation.eqf', { reading: 'number' }),
    required('attestation.decision'),
    column('attestation.differences', { reading: 'list' }),
    column('attestation.measures', { reading: 'list' }),
    column('attestation.reference'),
    required('attestation.decidedDate'),
    column('attestation.appealUntil'),
  ],
  // A decision cannot be shown without what it leaves open.
  open: [
    ...(['name', 'qualification', 'jurisdiction', 'profession', 'eqf', 'decision'] as const),
    ...(['differences', 'measures', 'decidedDate'] as const),
  ],
  example: {
    name: 'Decision on the equivalence of a nursing diploma',
    qualification: 'Diploma in nursing',
    awardedBy: 'Southmark College of Nursing',
    awardedIn: 'XS',
    jurisdiction: 'XM',
    eqf: 6,
    decision: 'full',
    reference: 'EQ-2025-1187',
    decidedDate: '2025-12-18',
    appealUntil: '2026-01-18',
  },
})
