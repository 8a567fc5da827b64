// GET /v1/issuers/{slug}/credentials/{id}/claim: what became of the newest claim link of a credential.
import { createRoute, z } from '@hono/zod-openapi'
import { formatDateTime } from '../../shared/encoding/time.ts'
import { requireActor } from '../middleware/issuer-actor.ts'
import { refuse } from '../middleware/problem-details.ts'
import { CLAIM_OUTCOMES, CLAIM_STATES } from '../storage/claims.ts'
import { OPERATOR_ROLES } from '../storage/operators.ts'
import { newRoutes } from './new-routes.ts'
import { bearerOrSession, jsonAnswer, problems, slugParameter } from './schemas.ts'

const claimRoute = createRoute({
  method: 'get',
  path: '/v1/issuers/{slug}/credentials/{id}/claim',
  summary: 'What became of a claim link',
  description:
    'Needs scope `read`, or an operator. The newest link of the credential; the link itself is kept nowhere.',
  tags: ['Claims'],
  security: bearerOrSession,
  request: { params: z.object({ slug: slugParameter, id: z.uuid() }) },
  responses: {
    200: jsonAnswer(
      'The link',
      z.object({
        state: z.enum(CLAIM_STATES).openapi({
          description:
            '`offered`: waits for its holder. `redeemed`: a wallet has begun. `claimed`: copies are handed over. `locked`: too many wrong ' +
            'transaction codes. `expired`: out of time, or another link took its place.',
        }),
        tries: z
          .number()
          .int()
          .openapi({ description: 'At the transaction code, the right one among them' }),
        createdAt: z.string(),
        expiresAt: z.string(),
        claimedAt: z.string().optional(),
        outcome: z.enum(CLAIM_OUTCOMES).optional().openapi({ description: 'As the wallet told' }),
      }),
    ),
    ...problems(
      'request.invalid',
      'auth.missing',
      'auth.invalid',
      'auth.forbidden',
      'issuer.unknown',
      'credential.unknown',
      'claim.unknown',
      'rate.exceeded',
    ),
  },
})

export const claimStateRoutes = newRoutes().openapi(claimRoute, async (c) => {
  const { slug, id } = c.req.valid('param')
  await requireActor(c, slug, { scope: 'read', roles: OPERATOR_ROLES })
  const { claims, credentials } = c.get('services')
  if (!(await credentials.find(slug, id))) throw refuse('credential.unknown')
  const claim = await claims.newest(id)
  if (!claim) throw refuse('claim.unknown')
  const { state, tries, createdAt, expiresAt, claimedAt, outcome } = claim
  return c.json(
    {
      state,
      tries,
      createdAt: formatDateTime(createdAt),
      expiresAt: formatDateTime(expiresAt),
      ...(claimedAt !== null && { claimedAt: formatDateTime(claimedAt) }),
      ...(outcome !== null && { outcome }),
    },
    200,
  )
})
