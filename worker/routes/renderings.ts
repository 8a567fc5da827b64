// POST /v1/renderings: a credential as a sheet to print or as a badge image. Nothing is kept.
import { createRoute, z } from '@hono/zod-openapi'
import { type VerificationResult, verifyCredential } from '../../shared/index.ts'
import { limitRate } from '../middleware/limits.ts'
import { refuse } from '../middleware/problem-details.ts'
import { type CredentialFile, credentialFile } from '../renderings/credential-file.ts'
import { type Sheet, sheetOf } from '../renderings/sheet.ts'
import type { Services } from '../services.ts'
import { newRoutes } from './new-routes.ts'
import { jsonBody, problems } from './schemas.ts'

const renderSchema = z.strictObject({
  credential: z.union([z.string().min(1), z.record(z.string(), z.unknown())]),
  as: z.enum(['pdf', 'png', 'svg']),
})
type Form = z.output<typeof renderSchema>['as']

interface Rendering {
  readonly mediaType: string
  readonly draw: (
    sheet: Sheet,
    file: CredentialFile,
    services: Services,
  ) => Promise<string | Uint8Array>
}

/** Libraries and pictures are loaded where they are needed: other routes must not wait for them. */
const RENDERINGS: Readonly<Record<Form, Rendering>> = {
  pdf: {
    mediaType: 'application/pdf',
    draw: async (sheet, file, { readAsset, settings }) => {
      const { printCredential } = await import('../renderings/printed-credential.ts')
      return printCredential({ sheet, file, origin: settings.origin }, readAsset)
    },
  },
  png: {
    mediaType: 'image/png',
    draw: async (_, file, { readAsset }) => {
      const { bakePng } = await import('../../shared/baking/png.ts')
      return bakePng(await readAsset('/assets/badge.png'), file.text)
    },
  },
  svg: {
    mediaType: 'image/svg+xml',
    draw: async (sheet, file) => {
      const { drawBadge } = await import('../renderings/badge-svg.ts')
      const { bakeSvg } = await import('../../shared/baking/svg.ts')
      return bakeSvg(drawBadge(sheet), file.text)
    },
  },
}

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
  const services = c.get('services')
  const result = await verifyCredential(credential, services.verifier)
  if (!(await isOurs(result, services))) throw refuse('rendering.refused')
  const { draw, mediaType } = RENDERINGS[as]
  const body = await draw(sheetOf(result.credential), credentialFile(credential), services)
  return new Response(typeof body === 'string' ? body : Uint8Array.from(body), {
    headers: { 'content-type': mediaType, 'cache-control': 'no-store' },
  })
})

/** A sheet with a seal is trusted at a glance: there is none for what is withdrawn, or for strangers. */
async function isOurs(
  { credential, verdict }: VerificationResult,
  { addresses, issuers }: Services,
): Promise<boolean> {
  if (verdict !== 'verified' && verdict !== 'unrecognized_issuer') return false
  const slug = addresses.slugOf(credential.issuer.id ?? '')
  return slug !== undefined && (await issuers.find(slug)) !== undefined
}
