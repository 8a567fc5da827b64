// GET /healthz.
import { createRoute, z } from '@hono/zod-openapi'
import { VERSION } from '../version.ts'
import { newRoutes } from './new-routes.ts'
import { jsonAnswer } from './schemas.ts'

const route = createRoute({
  method: 'get',
  path: '/healthz',
  summary: 'Whether the Worker answers, and its version',
  tags: ['Service'],
  responses: {
    200: jsonAnswer('It answers', z.object({ ok: z.literal(true), version: z.string() })),
  },
})

export const healthRoutes = newRoutes().openapi(route, (c) =>
  c.json({ ok: true as const, version: VERSION }),
)
