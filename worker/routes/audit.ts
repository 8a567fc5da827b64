// GET /v1/issuers/{slug}/audit: the audit log of an issuer, its export, its verification and a sample of it.
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { AUDIT_PAGE_MAX_COUNT, AUDIT_SAMPLE_MAX_COUNT } from '../../shared/limits.ts'
import type { AppContext } from '../app-context.ts'
import { exportLog } from '../audit/export-log.ts'
import { drawSample } from '../audit/sample.ts'
import { verifyLog } from '../audit/verify-log.ts'
import { requireActor } from '../middleware/issuer-actor.ts'
import { newRoutes } from './new-routes.ts'
import { bearerOrSession, documentAnswer, jsonAnswer, problems, slugParameter } from './schemas.ts'

const entrySchema = z
  .object({
    issuer: z.string(),
    number: z.number().int(),
    at: z.string(),
    actor: z.string().openapi({ example: 'operator:0b1e5a54-8f5b-4b5e-9a52-5a3f1d4a7c11' }),
    action: z.string().openapi({ example: 'credential.issued' }),
    target: z.string().optional(),
    detail: z.record(z.string(), z.union([z.string(), z.number()])),
    previous: z.string(),
    hash: z.string(),
  })
  .openapi('AuditEntry')

const params = z.object({ slug: slugParameter })
const refusals = problems(
  'request.invalid',
  'auth.missing',
  'auth.invalid',
  'auth.forbidden',
  'issuer.unknown',
  'rate.exceeded',
)
const common = {
  method: 'get' as const,
  tags: ['Audit'],
  security: bearerOrSession,
}
const WHO = 'For auditors and admins of the issuer, and API keys of scope `read`. '

const listRoute = createRoute({
  ...common,
  path: '/v1/issuers/{slug}/audit',
  summary: 'Read the audit log',
  description: `${WHO}Newest first; \`next\` is the \`before\` of the next page.`,
  request: {
    params,
    query: z.object({
      before: z.coerce.number().int().min(1).optional(),
      limit: z.coerce.number().int().min(1).max(AUDIT_PAGE_MAX_COUNT).default(50),
    }),
  },
  responses: {
    200: jsonAnswer(
      'Entries',
      z.object({ entries: z.array(entrySchema), next: z.number().int().optional() }),
    ),
    ...refusals,
  },
})

const exportRoute = createRoute({
  ...common,
  path: '/v1/issuers/{slug}/audit/export',
  summary: 'Export the audit log',
  description:
    `${WHO}One entry a line, oldest first; the export itself is the last one. The hash of an entry is SHA-256 over its canonical ` +
    'JSON (RFC 8785) without `hash`.',
  request: { params },
  responses: {
    200: documentAnswer('All entries, as text', 'application/x-ndjson'),
    ...refusals,
  },
})

const verifyRoute = createRoute({
  ...common,
  path: '/v1/issuers/{slug}/audit/verify',
  summary: 'Verify the audit log',
  description:
    `${WHO}Walks the chain from its first entry. \`fault\`: \`gap\` – entries are missing before this one; \`order\` – it does not ` +
    'continue the one before; `hash` – it was changed. Note `entries` and `hash`: entries cut off at the end show in nothing else.',
  request: { params },
  responses: {
    200: jsonAnswer(
      'Whether the chain holds',
      z.discriminatedUnion('ok', [
        z.object({ ok: z.literal(true), entries: z.number().int(), hash: z.string() }),
        z.object({
          ok: z.literal(false),
          number: z.number().int(),
          fault: z.enum(['gap', 'order', 'hash']),
        }),
      ]),
    ),
    ...refusals,
  },
})

const sampleRoute = createRoute({
  ...common,
  path: '/v1/issuers/{slug}/audit/sample',
  summary: 'Draw a random sample of the audit log',
  description:
    `${WHO}The same \`seed\`, \`size\` and \`upTo\` draw the same entries. Draw i = 0, 1, 2 … is the first 48 bits of ` +
    'SHA-256(`{seed}:{i}`), big-endian, modulo `upTo`, plus 1; a number that was drawn already is passed over. `upTo` is the newest ' +
    'entry unless it is given, and stands in the answer.',
  request: {
    params,
    query: z.object({
      seed: z.string().min(1).max(200),
      size: z.coerce.number().int().min(1).max(AUDIT_SAMPLE_MAX_COUNT),
      upTo: z.coerce.number().int().min(1).optional(),
    }),
  },
  responses: {
    200: jsonAnswer(
      'The entries drawn, in the order of their numbers',
      z.object({ upTo: z.number().int(), entries: z.array(entrySchema) }),
    ),
    ...refusals,
  },
})

const requireReader = (c: Context<AppContext>, slug: string) =>
  requireActor(c, slug, { scope: 'read', roles: ['auditor', 'admin'] })

export const auditRoutes = newRoutes()
  .openapi(listRoute, async (c) => {
    const { slug } = c.req.valid('param')
    await requireReader(c, slug)
    const { before, limit } = c.req.valid('query')
    const entries = await c.get('services').audit.before(slug, before, limit)
    const next = entries.length === limit ? entries.at(-1)?.number : undefined
    return c.json({ entries, ...(next !== undefined && next > 1 && { next }) }, 200)
  })
  .openapi(exportRoute, async (c) => {
    const { slug } = c.req.valid('param')
    const { actor } = await requireReader(c, slug)
    const { audit } = c.get('services')
    await audit.append(slug, { actor, action: 'export.made', target: 'audit' }, [])
    return new Response(exportLog(audit, slug), {
      headers: {
        'content-type': 'application/x-ndjson',
        'content-disposition': `attachment; filename="audit-${slug}.ndjson"`,
      },
    })
  })
  .openapi(verifyRoute, async (c) => {
    const { slug } = c.req.valid('param')
    await requireReader(c, slug)
    return c.json(await verifyLog(c.get('services').audit, slug), 200)
  })
  .openapi(sampleRoute, async (c) => {
    const { slug } = c.req.valid('param')
    await requireReader(c, slug)
    const { audit } = c.get('services')
    const { seed, size, upTo } = c.req.valid('query')
    const { number } = await audit.head(slug)
    const entries = Math.min(upTo ?? number, number)
    const drawn = await drawSample(seed, entries, size)
    return c.json({ upTo: entries, entries: await audit.withNumbers(slug, drawn) }, 200)
  })
