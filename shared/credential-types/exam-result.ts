// An exam result: one sitting, how often it was tried, and how long it counts. Uses zod.
import { z } from 'zod'
import { text } from '../wire/names.ts'
import { dateSchema, jurisdictionSchema, professionSchema } from '../wire/order-fields.ts'
import { attestationType } from './attestation.ts'
import { COMMON_COLUMNS, column, required } from './columns.ts'

export const EXAM_RESULT = attestationType({
  kind: 'exam-result',
  title: 'Exam result',
  description: 'The result of one sitting of an examination.',
  credentialType: 'ExamResultCredential',
  body: z.strictObject({
    name: text(200),
    exam: text(200),
    profession: professionSchema.optional(),
    jurisdiction: jurisdictionSchema.optional(),
    examDate: dateSchema,
    result: z.enum(['pass', 'fail']),
    score: text(64).optional(),
    attempts: z.number().int().min(1).max(100),
    resultExpiry: dateSchema.optional(),
    validForPurposes: z.array(text(100)).min(1).max(20).optional(),
  }),
  purposes: ['revocation'],
  columns: [
    ...COMMON_COLUMNS,
    required('attestation.name'),
    required('attestation.exam'),
    column('attestation.profession.isco08'),
    column('attestation.profession.local', { name: 'local_profession' }),
    column('attestation.jurisdiction'),
    required('attestation.examDate'),
    required('attestation.result'),
    column('attestation.score'),
    required('attestation.attempts', { reading: 'number' }),
    column('attestation.resultExpiry'),
    column('attestation.validForPurposes', { reading: 'list' }),
  ],
  // Rules count attempts and dates.
  open: [
    ...(['name', 'exam', 'profession', 'jurisdiction', 'examDate', 'result'] as const),
    ...(['attempts', 'resultExpiry', 'validForPurposes'] as const),
  ],
  example: {
    name: 'Licensing examination, part 1',
    exam: 'Northmark licensing examination for physicians',
    jurisdiction: 'XM-N',
    examDate: '2025-10-20',
    result: 'pass',
    score: '231 of 300',
    attempts: 1,
    resultExpiry: '2032-10-20',
    validForPurposes: ['Registration as a physician'],
  },
})
