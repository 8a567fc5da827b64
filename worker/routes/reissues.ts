// /v1/issuers/{slug}/keys/{kid}/reissue: what a lost key signed, as a table to fill in, and the end of what was issued anew.
import { createRoute, z } from '@hono/zod-openapi'
import { CREDENTIAL_TYPES } from '../../shared/credential-types/index.ts'
import { REISSUED_MAX_COUNT } from '../../shared/limits.ts'
import { templateText } from '../batches/template.ts'
import { endReissued, reissueRows } from '../keys/reissue.ts'
import { ASKING_ROLES } from '../middleware/issuer-actor.ts'
import { requireOperator } from '../middleware/operator-session.ts'
import { kindParameter } from './batch-uploads.ts'
import { keyParameters } from './key-definitions.ts'
import { keyOf, READERS } from './keys.ts'
import { newRoutes } from './new-routes.ts'
import { jsonAnswer, operatorSession, problems } from './schemas.ts'

const REFUSALS = [
  'request.invalid',
  'auth.missing',
  'auth.forbidden',
  'issuer.unknown',
  'key.unknown',
  'rate.exceeded',
] as const
const common = { tags: ['Keys'], security: operatorSession }

const tableRoute = createRoute({
  ...common,
  method: 'get',
  path: '/v1/issuers/{slug}/keys/{kid}/reissue',
  summary: 'A table of what has to be issued anew',
  description:
    'For its operators of role `admin`, `approver` or `auditor`. Claims are kept nowhere, so the table names what is to be issued anew and no ' +
    'more: a row for each credential of a kind by this key that is neither revoked nor issued anew yet, its id in the column `key`, the ' +
    'other columns to be filled in from your own records. Upload it as a batch: no row is issued twice. At most 10,000 rows at a time.',
  request: { params: keyParameters, query: z.object({ kind: kindParameter }) },
  responses: {
    200: {
      description: 'CSV in UTF-8, with the columns of the template of the kind',
      content: { 'text/csv': { schema: z.string() } },
    },
    ...problems(...REFUSALS),
  },
})

const endRoute = createRoute({
  ...common,
  method: 'post',
  path: '/v1/issuers/{slug}/keys/{kid}/reissue',
  summary: 'Revoke what was issued anew',
  description:
    'For its operators of role `proposer` or `approver`. Revokes, with the reason code `reissued`, what this key signed and a table of ' +
    `\`…/reissue\` has issued anew, up to ${REISSUED_MAX_COUNT} at a time: ask again until all lists are empty. Under four eyes each is proposed.`,
  request: { params: keyParameters },
  responses: {
    200: jsonAnswer(
      'Ids of credentials, by what became of them',
      z.object({
        revoked: z.array(z.string()),
        proposed: z.array(z.string()),
        refused: z.array(z.string()),
      }),
    ),
    ...problems(...REFUSALS),
  },
})

export const reissueRoutes = newRoutes()
  .openapi(tableRoute, async (c) => {
    const { slug, kid } = c.req.valid('param')
    const { issuer } = await requireOperator(c, slug, READERS)
    const services = c.get('services')
    const key = await keyOf(services, issuer, kid)
    const { kind } = c.req.valid('query')
    const rows = await reissueRows(services, issuer, key, CREDENTIAL_TYPES[kind])
    return c.body(templateText(rows), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="reissue-${kind}.csv"`,
    })
  })
  .openapi(endRoute, async (c) => {
    const { slug, kid } = c.req.valid('param')
    const { issuer, operator } = await requireOperator(c, slug, ASKING_ROLES)
    const services = c.get('services')
    const key = await keyOf(services, issuer, kid)
    const actor = { kind: 'operator', id: operator.id } as const
    const { revoked, proposed, refused } = await endReissued(services, issuer, key, actor)
    return c.json({ revoked: [...revoked], proposed: [...proposed], refused: [...refused] }, 200)
  })
