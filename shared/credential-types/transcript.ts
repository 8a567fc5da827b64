// A transcript: a Comprehensive Learner Record that holds the programme and its marks as a signed achievement. Uses zod.
import { z } from 'zod'
import type { CredentialFrame } from '../issue/credential-frame.ts'
import { buildRecordedAchievement, buildTranscript } from '../issue/transcript.ts'
import { text } from '../wire/names.ts'
import { dateSchema, eqfSchema, orderOf } from '../wire/order-fields.ts'
import { COMMON_COLUMNS, column, required } from './columns.ts'
import type { CredentialType } from './credential-type.ts'

const schema = orderOf(
  'transcript',
  {
    transcript: z.strictObject({
      name: text(200),
      description: text(2000),
      eqf: eqfSchema,
      fieldOfStudy: text(200).optional(),
      awardedDate: dateSchema.optional(),
      results: z
        .array(z.strictObject({ name: text(100), value: text(100) }))
        .min(1)
        .max(200),
    }),
  },
  // The record is defined in VCDM 2.0 alone, and would lose its signed parts where they can be kept back.
  ['vc+jwt', 'eddsa-jcs-2022', 'eddsa-rdfc-2022'],
)

export type TranscriptOrder = z.output<typeof schema>

export const TRANSCRIPT = {
  kind: 'transcript',
  title: 'Transcript of records',
  description: 'The courses of a programme and their marks, as a Comprehensive Learner Record.',
  credentialType: 'ClrCredential',
  schema,
  purposes: ['revocation'],
  columns: [
    ...COMMON_COLUMNS,
    required('transcript.name'),
    required('transcript.description'),
    required('transcript.eqf', { reading: 'number' }),
    column('transcript.fieldOfStudy'),
    column('transcript.awardedDate'),
    required('transcript.results', { reading: 'pairs' }),
  ],
  example: {
    kind: 'transcript',
    format: 'vc+jwt',
    subject: { name: 'Amina Diallo' },
    validFrom: '2026-01-01T00:00:00Z',
    transcript: {
      name: 'Transcript of medical studies',
      description: 'Courses and clinical rotations of the medical programme, with their marks.',
      eqf: 7,
      fieldOfStudy: 'Medicine',
      results: [
        { name: 'Anatomy, 12 credits', value: 'A' },
        { name: 'Rotation in surgery, 8 weeks', value: 'Passed' },
      ],
    },
  },
  inside: (order: TranscriptOrder, frame: CredentialFrame, achievementId: string) => [
    buildRecordedAchievement(order, frame, achievementId),
  ],
  build: { vcdm2: buildTranscript },
} as const satisfies CredentialType<TranscriptOrder> & { example: z.input<typeof schema> }
