// Parts that the routes of batches share. Uses zod.
import { z } from '@hono/zod-openapi'
import { formatDateTime } from '../../shared/encoding/time.ts'
import { REFUSAL_REASON_CODES } from '../../shared/wire/proposals.ts'
import { type Allowed, ASKING_ROLES } from '../middleware/issuer-actor.ts'
import { refuse } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import { BATCH_STATES, type Batch } from '../storage/batch-states.ts'
import { OPERATOR_ROLES } from '../storage/operators.ts'
import { slugParameter } from './schemas.ts'

/** Who reads how far a batch is and what is wrong with it … */
export const READERS: Allowed = { scope: 'issue', roles: OPERATOR_ROLES }
/** … and who uploads, starts, and fetches the credentials. */
export const ISSUERS: Allowed = { scope: 'issue', roles: ASKING_ROLES }

export const batchParameters = z.object({
  slug: slugParameter,
  id: z.uuid().openapi({ description: 'The id that the upload answered' }),
})

export const batchSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    format: z.string(),
    state: z.enum(BATCH_STATES).openapi({
      description:
        '`invalid`: a row is bad, nothing will be signed. `ready`: can be started. `proposed`: waits for another operator. ' +
        '`running`: is being signed. `awaiting_signature`: waits for signatures of the key that the issuer keeps. `done`: everything is signed. ' +
        '`refused`: by an approver. `cancelled`: before its start. `stopped`: after it, `signed` rows being signed.',
    }),
    claims: z.boolean().openapi({ description: 'Whether its rows become claim links' }),
    rows: z.number().int(),
    badRows: z.number().int().openapi({
      description:
        'Of a batch that was started: rows whose base licence was no longer in force; they are not signed',
    }),
    warnedRows: z
      .number()
      .int()
      .openapi({ description: 'Rows of which something should be known' }),
    signed: z.number().int().openapi({ description: 'Rows that are signed and stored' }),
    uploadedBy: z.string().openapi({ example: 'operator:0b1e5a54-8f5b-4b5e-9a52-5a3f1d4a7c11' }),
    startedBy: z.string().optional(),
    endedBy: z.string().optional().openapi({ description: 'Who refused, cancelled or stopped it' }),
    reasonCode: z.enum(REFUSAL_REASON_CODES).optional(),
    createdAt: z.string(),
    startedAt: z.string().optional(),
    finishedAt: z.string().optional(),
  })
  .openapi('Batch')

export const lineFaultsSchema = z
  .object({
    line: z.number().int().openapi({ description: 'Where the row begins; the header is line 1' }),
    faults: z.array(z.object({ column: z.string(), reason: z.string() })),
  })
  .openapi('BatchLineFaults')

export const toBatchAnswer = ({
  issuerSlug: _slug,
  sealedNote: _note,
  offersClaims,
  startedBy,
  endedBy,
  reasonCode,
  createdAt,
  startedAt,
  finishedAt,
  ...batch
}: Batch): z.output<typeof batchSchema> => ({
  ...batch,
  claims: offersClaims === 1,
  ...(startedBy !== null && { startedBy }),
  ...(endedBy !== null && { endedBy }),
  ...(reasonCode !== null && { reasonCode }),
  createdAt: formatDateTime(createdAt),
  ...(startedAt !== null && { startedAt: formatDateTime(startedAt) }),
  ...(finishedAt !== null && { finishedAt: formatDateTime(finishedAt) }),
})

/** The batch of this issuer; throws `batch.unknown`. */
export async function findBatch(
  { batches }: Pick<Services, 'batches'>,
  slug: string,
  id: string,
): Promise<Batch> {
  const batch = await batches.find(slug, id)
  if (!batch) throw refuse('batch.unknown')
  return batch
}
