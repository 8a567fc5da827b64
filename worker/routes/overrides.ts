// /v1/issuers/{slug}/overrides: what one approver did at once under four eyes, for somebody else to look at.
import { createRoute, z } from '@hono/zod-openapi'
import { PROPOSALS_PAGE_MAX_COUNT } from '../../shared/limits.ts'
import { CREDENTIAL_STATES } from '../../shared/status/state-table.ts'
import { OVERRIDE_REASON_CODES } from '../../shared/wire/proposals.ts'
import { requireOperator } from '../middleware/operator-session.ts'
import { valueOrRefuse } from '../middleware/problem-details.ts'
import { listOverrides, reviewOverride } from '../proposals/overrides.ts'
import { CURSOR } from '../proposals/read.ts'
import { newRoutes } from './new-routes.ts'
import { jsonAnswer, operatorSession, problems, slugParameter } from './schemas.ts'

const overrideSchema = z
  .object({
    id: z.uuid(),
    credentialId: z.uuid(),
    state: z.enum(CREDENTIAL_STATES),
    reasonCode: z.enum(OVERRIDE_REASON_CODES),
    madeBy: z.string(),
    madeAt: z.string(),
    reviewedBy: z.string().optional(),
    reviewedAt: z.string().optional(),
  })
  .openapi('Override')

const READING = ['request.invalid', 'auth.missing', 'auth.forbidden'] as const
const REVIEWERS = ['approver', 'auditor', 'admin'] as const

const listRoute = createRoute({
  method: 'get',
  path: '/v1/issuers/{slug}/overrides',
  summary: 'List overrides',
  description:
    'For approvers, auditors and admins. Newest first; what nobody has reviewed has no `reviewedBy`.',
  tags: ['Four eyes'],
  security: operatorSession,
  request: {
    params: z.object({ slug: slugParameter }),
    query: z.object({
      cursor: z.string().regex(CURSOR).optional(),
      limit: z.coerce.number().int().min(1).max(PROPOSALS_PAGE_MAX_COUNT).default(50),
    }),
  },
  responses: {
    200: jsonAnswer(
      'Overrides',
      z.object({ overrides: z.array(overrideSchema).readonly(), next: z.string().optional() }),
    ),
    ...problems(...READING),
  },
})

const reviewRoute = createRoute({
  method: 'post',
  path: '/v1/issuers/{slug}/overrides/{id}/review',
  summary: 'Say that an override was reviewed',
  description: 'For approvers and auditors, not for whoever made it. The first review stays.',
  tags: ['Four eyes'],
  security: operatorSession,
  request: { params: z.object({ slug: slugParameter, id: z.uuid() }) },
  responses: {
    200: jsonAnswer('The override', overrideSchema),
    ...problems(...READING, 'override.own', 'override.unknown'),
  },
})

export const overrideRoutes = newRoutes()
  .openapi(listRoute, async (c) => {
    const { slug } = c.req.valid('param')
    await requireOperator(c, slug, REVIEWERS)
    const { limit, cursor } = c.req.valid('query')
    return c.json(await listOverrides(c.get('services'), slug, limit, cursor), 200)
  })
  .openapi(reviewRoute, async (c) => {
    const { slug, id } = c.req.valid('param')
    const { operator } = await requireOperator(c, slug, ['approver', 'auditor'])
    return c.json(valueOrRefuse(await reviewOverride(c.get('services'), operator, id)), 200)
  })
