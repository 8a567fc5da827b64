// POST /v1/renderings: a credential as a sheet to print or as a badge image. Nothing is kept.
import { createRoute, z } from '@hono/zod-openapi'
import { limitRate } from '../middleware/limits.ts'
import { refuse } from '../middleware/problem-details.ts'
import { RENDERED_FORMS, RENDERINGS, renderCredential } from '../renderings/render-credential.ts'
import { newRoutes } from './new-routes.ts'
import { jsonBody, problems } from './schemas.ts'

const renderSchema = z.strictObject({
  credential: z.union([z.string().min(1), z.record(z.string(), z.unknown())]),
  as: z.enum(RENDERED_FORMS),
})

const binary = { schema: { type: 'string' as const, format: 'binary' } }

const renderRoute = createRoute({
  method: 'post',
  path: '/v1/renderings',
  summary: 'Draw a credential as PDF or badge image',
  description:
    'A sheet to print that carries the credential as an attachment and in a QR code, or a badge image with the credential baked in ' +
    '(Open Badges 3.0). Only for credentials in force that an issuer of this deployment signed. Nothing is kept.',
  tags: ['Verification'],
  middleware: [limitRate('BATCHES_RATE')] as const,
  request: { body: jsonBody(renderSchema) },
  responses: {
    200: {
      description: 'The rendering',
      content: Object.fromEntries(
        Object.values(RENDERINGS).map(({ mediaType }) => [mediaType, binary]),
      ),
    },
    ...problems(
      'request.invalid',
      'request.malformed',
      'request.too_large',
      'request.media_type',
      'rendering.refused',
      'rate.exceeded',
    ),
  },
})

export const renderingRoutes = newRoutes().openapi(renderRoute, async (c) => {
  const { as, credential } = c.req.valid('json')
  const rendering = await renderCredential(c.get('services'), credential, as)
  if (!rendering) throw refuse('rendering.refused')
  return new Response(rendering.body, {
    headers: { 'content-type': rendering.mediaType, 'cache-control': 'no-store' },
  })
})
