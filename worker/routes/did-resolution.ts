// GET /1.0/identifiers/{did}: DID resolution over HTTP, in the words of its standard.
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { AppContext } from '../app-context.ts'
import { RESOLUTION_ERRORS, type ResolutionError, resolveDid } from '../look-ups/resolve-did.ts'
import { limitRate } from '../middleware/limits.ts'
import { newRoutes } from './new-routes.ts'
import { areResolutionOptions, chooseRepresentation } from './resolution-options.ts'
import { documentAnswer, problems } from './schemas.ts'

const RESULT = 'application/did-resolution'
const PATH = '/1.0/identifiers/'

const resultSchema = z
  .object({
    didDocument: z.record(z.string(), z.unknown()).nullable(),
    didResolutionMetadata: z.object({
      contentType: z.string().optional(),
      error: z.object({ type: z.enum(errorTypes()) }).optional(),
    }),
    didDocumentMetadata: z.object({}),
  })
  .openapi('DidResolutionResult')

function errorTypes(): [ResolutionError, ...ResolutionError[]] {
  return Object.keys(RESOLUTION_ERRORS) as [ResolutionError, ...ResolutionError[]]
}

const failures = Object.fromEntries(
  Object.entries(RESOLUTION_ERRORS).map(([, status]) => [
    status,
    {
      description: Object.entries(RESOLUTION_ERRORS)
        .filter(([, other]) => other === status)
        .map(([type]) => `\`${type}\``)
        .join(', '),
      content: { [RESULT]: { schema: resultSchema } },
    },
  ]),
)

const resolutionRoute = createRoute({
  method: 'get',
  path: '/1.0/identifiers/{did}',
  summary: 'Resolve a DID, as DID Resolution describes it',
  description:
    '`did:web`, `did:key` and `did:jwk`, as they are or percent-encoded once. `Accept` chooses between the whole result and the ' +
    'bare document. Errors have the types and statuses of the standard.',
  tags: ['Look-ups'],
  middleware: [limitRate('LOOK_UPS_RATE')] as const,
  request: { params: z.object({ did: z.string() }) },
  responses: {
    200: {
      description: 'The resolution result, or the DID document alone',
      content: {
        [RESULT]: { schema: resultSchema },
        ...documentAnswer('', 'application/did').content,
      },
    },
    ...failures,
    ...problems('rate.exceeded'),
  },
})

const send = (body: object, status: number, contentType: string, maxAgeSeconds = 0): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': contentType,
      'cache-control': maxAgeSeconds > 0 ? `public, max-age=${maxAgeSeconds}` : 'no-store',
      'access-control-allow-origin': '*',
      vary: 'accept',
    },
  })

const fail = (type: ResolutionError): Response =>
  send(
    { didDocument: null, didDocumentMetadata: {}, didResolutionMetadata: { error: { type } } },
    RESOLUTION_ERRORS[type],
    RESULT,
  )

/**
 * The DID as it stands in the path: whole, or percent-encoded once. The router's own decoding would make `did:web:a%3A1` and
 * `did%3Aweb%3Aa%253A1` two different DIDs.
 */
function didInPath(url: string): string | undefined {
  const { pathname } = new URL(url)
  const raw = pathname.slice(PATH.length)
  if (raw.startsWith('did:')) return raw
  try {
    return decodeURIComponent(raw)
  } catch {
    return undefined
  }
}

async function resolve(c: Context<AppContext>): Promise<Response> {
  const { searchParams } = new URL(c.req.url)
  if (!areResolutionOptions(searchParams)) return fail('INVALID_OPTIONS')
  const representation = chooseRepresentation(searchParams.get('accept') ?? c.req.header('accept'))
  if (representation === undefined) return fail('REPRESENTATION_NOT_SUPPORTED')
  const found = await resolveDid(c.get('services'), didInPath(c.req.url) ?? '')
  if (!found.ok) return fail(found.error)
  const { document, maxAgeSeconds } = found.value
  if (representation !== RESULT) {
    return send(document as object, 200, representation, maxAgeSeconds)
  }
  const didResolutionMetadata = { contentType: 'application/did' }
  const result = { didDocument: document, didResolutionMetadata, didDocumentMetadata: {} }
  return send(result, 200, RESULT, maxAgeSeconds)
}

export const didResolutionRoutes = newRoutes()
didResolutionRoutes.openapi(resolutionRoute, resolve)
// Nothing was asked for: the router has no parameter to hand over.
didResolutionRoutes.use(PATH, async () => fail('INVALID_DID'))
