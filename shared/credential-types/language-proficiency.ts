// Language proficiency: the four skills of one sitting of a test, each with its score and its level. Uses zod.
import { z } from 'zod'
import { text } from '../wire/names.ts'
import { dateSchema } from '../wire/order-fields.ts'
import { attestationType } from './attestation.ts'
import { COMMON_COLUMNS, column, required } from './columns.ts'

/** Common European Framework of Reference for Languages. */
const cefrSchema = z.enum(['A1', 'A2', 'B1', 'B2', 'C1', 'C2'])
const skillSchema = z.strictObject({ score: z.number().min(0).max(1000), cefr: cefrSchema })

const SKILLS = ['listening', 'reading', 'writing', 'speaking'] as const

export const LANGUAGE_PROFICIENCY = attestationType(
  {
    kind: 'language-proficiency',
    title: 'Language proficiency',
    description: 'The result of one sitting of a language test, skill by skill.',
    credentialType: 'LanguageProficiencyCredential',
    body: z.strictObject({
      name: text(200),
      language: z
        .string()
        .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, {
          message: 'Expected a language tag, such as en or pt-BR',
        })
        .max(35),
      test: text(100),
      testDate: dateSchema,
      reference: text(64).optional(),
      ...{ listening: skillSchema, reading: skillSchema },
      ...{ writing: skillSchema, speaking: skillSchema },
      overallScore: z.number().min(0).max(1000).optional(),
      overallCefr: cefrSchema.optional(),
    }),
    purposes: ['revocation'],
    columns: [
      ...COMMON_COLUMNS,
      required('attestation.name'),
      required('attestation.language'),
      required('attestation.test'),
      required('attestation.testDate'),
      column('attestation.reference'),
      ...SKILLS.flatMap((skill) => [
        required(`attestation.${skill}.score`, { name: `${skill}_score`, reading: 'number' }),
        required(`attestation.${skill}.cefr`, { name: `${skill}_cefr` }),
      ]),
      column('attestation.overallScore', { reading: 'number' }),
      column('attestation.overallCefr'),
    ],
    // One sitting stands or falls together: a weak skill cannot be kept back.
    open: ['name', 'language', 'test', 'testDate', ...SKILLS],
    example: {
      name: 'English for health professionals',
      language: 'en',
      test: 'Northmark Language Test, academic',
      testDate: '2025-11-15',
      reference: 'NLT-778120',
      listening: { score: 7.5, cefr: 'C1' },
      reading: { score: 7, cefr: 'C1' },
      writing: { score: 6.5, cefr: 'B2' },
      speaking: { score: 7, cefr: 'C1' },
      overallScore: 7,
      overallCefr: 'C1',
    },
  },
  '2027-11-15T23:59:59Z',
)
