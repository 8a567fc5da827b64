// /v1/issuers/{slug}/proposals: what waits for a second person, and that person's decision.
import { createRoute, z } from '@hono/zod-openapi'
import { PROPOSALS_PAGE_MAX_COUNT } from '../../shared/limits.ts'
import { REFUSAL_REASON_CODES, refuseProposalSchema } from '../../shared/wire/proposals.ts'
import { requireOperator } from '../middleware/operator-session.ts'
import { valueOrRefuse } from '../middleware/problem-details.ts'
import { approve, refuse } from '../proposals/decide.ts'
import type { ProposedOrder } from '../proposals/orders.ts'
import { CURSOR, listProposals, readProposal } from '../proposals/read.ts'
import { OPERATOR_ROLES } from '../storage/operators.ts'
import { PROPOSAL_KINDS, PROPOSAL_STATES } from '../storage/proposals.ts'
import { newRoutes } from './new-routes.ts'
import { idempotencyHeader, keyOf } from './proposed.ts'
import { jsonAnswer, jsonBody, operatorSession, problems, slugParameter } from './schemas.ts'

const shown = {
  id: z.uuid(),
  kind: z.enum(PROPOSAL_KINDS),
  state: z.enum(PROPOSAL_STATES),
  proposedBy: z.string().openapi({ example: 'operator:0b1e5a54-8f5b-4b5e-9a52-5a3f1d4a7c11' }),
  createdAt: z.string(),
  expiresAt: z.string(),
  decision: z
    .object({
      decidedBy: z.string(),
      decidedAt: z.string(),
      reasonCode: z.enum(REFUSAL_REASON_CODES).optional(),
      note: z.string().optional(),
    })
    .optional(),
}

const orderSchema = z.custom<ProposedOrder>().openapi({ type: 'object' })
const resultSchema = z.custom<object>().openapi({ type: 'object' })

const common = { tags: ['Four eyes'], security: operatorSession }
const list = z.object({ slug: slugParameter })
const one = z.object({ slug: slugParameter, id: z.uuid() })
const READING = ['request.invalid', 'auth.missing', 'auth.forbidden'] as const
const DECIDING = [...READING, 'proposal.own', 'proposal.unknown', 'proposal.decided'] as const

const decided = <S extends 'approved' | 'refused'>(state: S) =>
  z.object({ id: z.uuid(), state: z.literal(state) })

const listRoute = createRoute({
  ...common,
  method: 'get',
  path: '/v1/issuers/{slug}/proposals',
  summary: 'List proposals',
  description: 'For operators. Newest first; `next` is the `cursor` of the next page.',
  request: {
    params: list,
    query: z.object({
      state: z.enum(PROPOSAL_STATES).optional(),
      cursor: z.string().regex(CURSOR).optional(),
      limit: z.coerce.number().int().min(1).max(PROPOSALS_PAGE_MAX_COUNT).default(50),
    }),
  },
  responses: {
    200: jsonAnswer(
      'Proposals, without what is asked for',
      z.object({
        proposals: z.array(z.object(shown).openapi('Proposal')).readonly(),
        next: z.string().optional(),
      }),
    ),
    ...problems(...READING),
  },
})

const readRoute = createRoute({
  ...common,
  method: 'get',
  path: '/v1/issuers/{slug}/proposals/{id}',
  summary: 'Read a proposal',
  description:
    'For operators. Approvers also read the `order`, as long as it waits; then it is forgotten.',
  request: { params: one },
  responses: {
    200: jsonAnswer(
      'The proposal',
      z.object({
        ...shown,
        order: orderSchema.optional(),
      }),
    ),
    ...problems(...READING, 'proposal.unknown'),
  },
})

const approveRoute = createRoute({
  ...common,
  method: 'post',
  path: '/v1/issuers/{slug}/proposals/{id}/approval',
  summary: 'Approve a proposal',
  description:
    'For an approver who did not propose it. Carries it out, once; `result` is what the direct call would have answered: a signed ' +
    'credential is in this answer and nowhere else; with an `Idempotency-Key`, the same request sent again within 24 hours gets it again. Where it cannot be carried out any more, it stays proposed.',
  request: { params: one, headers: idempotencyHeader },
  responses: {
    200: jsonAnswer(
      'Carried out',
      z.object({ proposal: decided('approved'), result: resultSchema }),
    ),
    ...problems(
      ...DECIDING,
      'credential.invalid',
      'issuer.closed',
      'credential.unknown',
      'base_credential.refused',
      'status.conflict',
      'status.not_supported',
      'status.refused',
      'idempotency.conflict',
    ),
  },
})

const refuseRoute = createRoute({
  ...common,
  method: 'post',
  path: '/v1/issuers/{slug}/proposals/{id}/refusal',
  summary: 'Refuse a proposal',
  description: 'For an approver who did not propose it.',
  request: { params: one, body: jsonBody(refuseProposalSchema) },
  responses: {
    200: jsonAnswer('Refused', z.object({ proposal: decided('refused') })),
    ...problems(...DECIDING, 'request.malformed', 'request.too_large', 'request.media_type'),
  },
})

export const proposalRoutes = newRoutes()
  .openapi(listRoute, async (c) => {
    const { slug } = c.req.valid('param')
    await requireOperator(c, slug, OPERATOR_ROLES)
    const { proposals, next } = await listProposals(c.get('services'), slug, c.req.valid('query'))
    return c.json({ proposals, ...(next && { next }) }, 200)
  })
  .openapi(readRoute, async (c) => {
    const { slug, id } = c.req.valid('param')
    const { operator } = await requireOperator(c, slug, OPERATOR_ROLES)
    return c.json(valueOrRefuse(await readProposal(c.get('services'), operator, id)), 200)
  })
  .openapi(approveRoute, async (c) => {
    const { slug, id } = c.req.valid('param')
    const { issuer, operator } = await requireOperator(c, slug, ['approver'])
    const key = keyOf(c.req.valid('header'))
    return c.json(valueOrRefuse(await approve(c.get('services'), issuer, operator, id, key)), 200)
  })
  .openapi(refuseRoute, async (c) => {
    const { slug, id } = c.req.valid('param')
    const { issuer, operator } = await requireOperator(c, slug, ['approver'])
    const order = c.req.valid('json')
    return c.json(valueOrRefuse(await refuse(c.get('services'), issuer, operator, id, order)), 200)
  })
