// POST /v1/verifications and /v1/verifications/batch. A verification answers 200 whatever the verdict.
import { createRoute, z } from '@hono/zod-openapi'
import { isJsonObject } from '../../shared/encoding/json.ts'
import { parseDateTime } from '../../shared/encoding/time.ts'
import { type VerifyOptions, verifyCredential, verifyMany } from '../../shared/index.ts'
import { verifyBatchSchema, verifySchema } from '../../shared/wire/verification.ts'
import { verificationResultSchema } from '../../shared/wire/verification-result.ts'
import { limitRate } from '../middleware/limits.ts'
import { newRoutes } from './new-routes.ts'
import { jsonAnswer, jsonBody, problems } from './schemas.ts'

const resultSchema = verificationResultSchema.openapi('VerificationResult')

const PROBLEMS_HERE = problems(
  'request.invalid',
  'request.malformed',
  'request.too_large',
  'request.media_type',
  'rate.exceeded',
)

const verifyRoute = createRoute({
  method: 'post',
  path: '/v1/verifications',
  summary: 'Verify one credential',
  description:
    'Answers all checks and one verdict. `credential` is a compact string, ' +
    'or a JSON object that has a proof inside or envelops such a string, never a link. ' +
    '`at` asks about another moment. `expectedName` is compared with the names of the subject: `nameMatch` answers `exact`, `variant`, ' +
    '`possible` (compare something else as well) or `different`, and is never part of the verdict. With `nonce` or `audience` the holder ' +
    'must have proved possession.',
  tags: ['Verification'],
  middleware: [limitRate('VERIFICATIONS_RATE')] as const,
  request: { body: jsonBody(verifySchema) },
  responses: {
    200: jsonAnswer('The result, whatever the verdict', resultSchema),
    ...PROBLEMS_HERE,
  },
})

const batchRoute = createRoute({
  method: 'post',
  path: '/v1/verifications/batch',
  summary: 'Verify up to 100 credentials',
  description: 'Results come in the order of the credentials; a bad item never fails the rest.',
  tags: ['Verification'],
  middleware: [limitRate('BATCHES_RATE')] as const,
  request: { body: jsonBody(verifyBatchSchema) },
  responses: {
    200: jsonAnswer('One result for each credential', z.object({ results: z.array(resultSchema) })),
    ...PROBLEMS_HERE,
  },
})

/** What is neither text nor object is no credential: the core says so in a result. */
const toInput = (item: unknown): string | object =>
  typeof item === 'string' || isJsonObject(item) ? item : ''

function toOptions({
  at,
  ...others
}: Omit<z.output<typeof verifySchema>, 'credential'>): VerifyOptions {
  const atSeconds = at === undefined ? null : parseDateTime(at)
  const given = Object.entries(others).filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(given), ...(atSeconds !== null && { atSeconds }) }
}

/** A Worker has six connections at a time: a question that waits for one of them must not wait past its own limit. */
const VERIFIED_AT_ONCE = 6

type Answer = z.output<typeof resultSchema>

export const verificationRoutes = newRoutes()
  .openapi(verifyRoute, async (c) => {
    const { credential, ...asked } = c.req.valid('json')
    const { verifier } = c.get('services')
    return c.json((await verifyCredential(credential, verifier, toOptions(asked))) as Answer, 200)
  })
  .openapi(batchRoute, async (c) => {
    const { verifier } = c.get('services')
    const inputs = c.req.valid('json').credentials.map(toInput)
    const results: Answer[] = []
    for (let start = 0; start < inputs.length; start += VERIFIED_AT_ONCE) {
      const some = await verifyMany(inputs.slice(start, start + VERIFIED_AT_ONCE), verifier)
      results.push(...(some as readonly Answer[]))
    }
    return c.json({ results }, 200)
  })
