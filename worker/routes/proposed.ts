// What routes share that answer 202 where an issuer asks for four eyes. Uses zod.
import { z } from '@hono/zod-openapi'
import { jsonAnswer } from './schemas.ts'

const proposedSchema = z
  .object({ proposal: z.object({ id: z.uuid(), state: z.literal('proposed') }) })
  .openapi('Proposed')

export const proposedAnswer = jsonAnswer(
  'The issuer asks for four eyes: nothing is done until another operator approves the proposal',
  proposedSchema,
)

export const proposedOrRequestedAnswer = jsonAnswer(
  'Under four eyes a proposal; or, of an issuer that keeps its keys to itself, what it has to sign first',
  z.union([
    proposedSchema,
    z
      .object({
        signingRequest: z.object({
          id: z.uuid(),
          expiresAt: z.string().openapi({ format: 'date-time' }),
        }),
      })
      .openapi('SigningRequested'),
  ]),
)

/** With it, the same request sent again within 24 hours gets the same answer. */
export const idempotencyHeader = z.object({
  'idempotency-key': z.string().min(1).max(255).optional(),
})

export const keyOf = (headers: z.output<typeof idempotencyHeader>): string | undefined =>
  headers['idempotency-key']
