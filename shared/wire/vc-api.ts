// Bodies of the VC-API: issue, change status, verify. Uses zod.
import { z } from 'zod'
import { isUrl } from '../data-model/values.ts'
import { isJsonObject, type JsonObject } from '../encoding/json.ts'

/** Handed on as it came: a copy might leave out what was signed. */
const documentSchema = z
  .custom<JsonObject>(isJsonObject, { message: 'Expected an object' })
  .meta({ type: 'object', additionalProperties: true })

export const CRYPTOSUITES = ['eddsa-rdfc-2022', 'eddsa-jcs-2022'] as const
export type Cryptosuite = (typeof CRYPTOSUITES)[number]

/** An option that we do not know might be the one that mattered: it is refused. @see VCALM §3 Options */
const issueOptionsSchema = z
  .strictObject({
    cryptosuite: z.enum(CRYPTOSUITES).optional(),
    envelope: z.literal('vc+jwt').optional(),
    status: z.boolean().default(false),
    credentialId: z.string().min(1).max(2048).optional(),
  })
  .refine(({ cryptosuite, envelope }) => cryptosuite === undefined || envelope === undefined, {
    path: ['envelope'],
    message: 'A credential has an embedded proof or an envelope, not both',
  })

export const issueDocumentSchema = z.strictObject({
  credential: documentSchema,
  options: issueOptionsSchema.default({ status: false }),
})
export type IssueDocument = z.output<typeof issueDocumentSchema>

export const updateStatusSchema = z.strictObject({
  credentialId: z.string().min(1).max(2048),
  credentialStatus: z.strictObject({
    id: z.string().optional(),
    type: z.literal(['BitstringStatusListEntry', 'BitstringStatusList']),
    statusPurpose: z.enum(['revocation', 'suspension']),
    statusListIndex: z.string().optional(),
    statusListCredential: z.string().refine(isUrl).optional(),
  }),
  status: z.boolean(),
  indexAllocator: z.string().optional(),
})

/** Every check is always made: `checks` and the like are read and change nothing. */
export const verifyDocumentSchema = z.object({
  verifiableCredential: documentSchema,
  options: z.looseObject({}).default({}),
})

const presentationOptionsSchema = z.looseObject({
  challenge: z.string().min(1).max(2048).optional(),
  domain: z.string().min(1).max(2048).optional(),
})

export const verifyPresentationSchema = z
  .object({
    verifiablePresentation: documentSchema.optional(),
    presentation: documentSchema.optional(),
    options: presentationOptionsSchema.default({}),
  })
  .refine(
    (body) => (body.verifiablePresentation === undefined) !== (body.presentation === undefined),
    {
      path: ['verifiablePresentation'],
      message: 'Expected either a verifiablePresentation or an unsecured presentation',
    },
  )

const problemDetailsSchema = z.object({
  type: z.string(),
  title: z.string(),
  code: z.string(),
  detail: z.string().optional(),
})

/** What a verification answers, with 200 or 400. @see VCALM §3.3 and §3.9 */
export const verificationAnswerSchema = z.object({
  verified: z.boolean(),
  problemDetails: z.array(problemDetailsSchema),
  errors: z.array(problemDetailsSchema),
  warnings: z.array(problemDetailsSchema),
})

export type VcApiProblem = z.output<typeof problemDetailsSchema>
export type VcApiVerification = z.output<typeof verificationAnswerSchema>
