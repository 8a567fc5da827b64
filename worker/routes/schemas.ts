// Parts that route definitions share: bodies, problems, parameters. Uses zod.
import { z } from '@hono/zod-openapi'
import { PROBLEMS, type ProblemCode, statusOf } from '../middleware/problem-details.ts'

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
    detail: z.string().optional(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem')

/** Response entries for the problems a route can answer with; several codes may share a status. */
export const problems = (...codes: readonly ProblemCode[]) =>
  Object.fromEntries(
    [...Map.groupBy(codes, statusOf)].map(([status, sharing]) => [
      status,
      {
        description: sharing.map((code) => `\`${code}\`: ${PROBLEMS[code][1]}.`).join(' '),
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    ]),
  )

export const jsonBody = <T extends z.ZodType>(schema: T) => ({
  required: true as const,
  content: { 'application/json': { schema } },
})

export const jsonAnswer = <T extends z.ZodType>(description: string, schema: T) => ({
  description,
  content: { 'application/json': { schema } },
})

/** A JSON document that some specification describes; sent as text, so that its ETag is that of its bytes. */
export const documentAnswer = (description: string, mediaType: string) => ({
  description,
  content: { [mediaType]: { schema: { type: 'object' as const } } },
})

export const compactAnswer = (description: string) => ({
  description,
  content: { 'application/vc+jwt': { schema: z.string() } },
})

export const bearer = [{ apiKey: [] }]
export const operatorSession = [{ operatorSession: [] }]
/** Software with an API key, or an operator who is signed in. */
export const bearerOrSession = [...bearer, ...operatorSession]
export const slugParameter = z.string().openapi({ example: 'northmark-medical-council' })
