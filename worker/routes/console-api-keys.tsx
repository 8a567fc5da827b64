// `/console/api-keys`: keys for software, by the same functions as the API.
import { type Context, Hono } from 'hono'
import type { ComponentProps } from 'preact'
import { makeApiKeySchema } from '../../shared/wire/operators.ts'
import type { AppContext } from '../app-context.ts'
import { makeApiKey, revokeApiKey } from '../auth/api-keys.ts'
import { ApiKeyRevocationPage, ApiKeysPage } from '../console/api-keys-page.tsx'
import type { SignedIn } from '../console/console-frame.tsx'
import { answerWithPage, requireSignedIn } from '../console/console-session.tsx'
import { readText } from '../console/read-form.ts'
import { TEAM_ROLES } from '../console/roles.ts'
import { refuse, valueOrRefuse } from '../middleware/problem-details.ts'
import { renderPage } from '../pages/render.tsx'
import type { NamedApiKey } from '../storage/api-keys.ts'

const WRITERS = ['admin'] as const

const NOTICES: ReadonlyMap<string, string> = new Map([
  ['revoked', 'The key is revoked: whoever sends it is refused.'],
])

const ERRORS = {
  name: 'Say which software it is for.',
  scopes: 'Choose at least one.',
} as const

async function apiKeysPage(
  c: Context<AppContext>,
  signedIn: SignedIn,
  shown: Omit<ComponentProps<typeof ApiKeysPage>, 'apiKeys' | keyof SignedIn> = {},
) {
  const apiKeys = await c.get('services').apiKeys.list(signedIn.issuer.slug)
  return renderPage(<ApiKeysPage {...signedIn} apiKeys={apiKeys} {...shown} />)
}

async function findKey(c: Context<AppContext>, { issuer }: SignedIn): Promise<NamedApiKey> {
  const found = await c.get('services').apiKeys.find(c.req.param('id') ?? '')
  if (found?.issuerSlug !== issuer.slug) throw refuse('api_key.unknown')
  return found
}

export const consoleApiKeyRoutes = new Hono<AppContext>()
  .get('/console/api-keys', async (c) => {
    const signedIn = await requireSignedIn(c, TEAM_ROLES)
    const notice = NOTICES.get(c.req.query('done') ?? '')
    return c.html(await apiKeysPage(c, signedIn, { notice }))
  })
  .post('/console/api-keys', async (c) => {
    const signedIn = await requireSignedIn(c, WRITERS)
    const form = await c.req.parseBody({ all: true })
    const scopes = [form.scopes].flat().filter((scope) => typeof scope === 'string')
    const entry = { name: readText(form, 'name'), scopes }
    const wanted = makeApiKeySchema.safeParse(entry)
    if (!wanted.success) {
      const at = new Set(wanted.error.issues.map(({ path }) => path[0]))
      const errors = Object.fromEntries(Object.entries(ERRORS).filter(([name]) => at.has(name)))
      return c.html(await apiKeysPage(c, signedIn, { entry, errors }), 400)
    }
    const { apiKey } = await makeApiKey(c.get('services'), signedIn.operator, wanted.data)
    return c.html(await apiKeysPage(c, signedIn, { made: apiKey }))
  })
  .get('/console/api-keys/:id/revocation', async (c) => {
    const signedIn = await requireSignedIn(c, WRITERS)
    const apiKey = await findKey(c, signedIn)
    return c.html(renderPage(<ApiKeyRevocationPage {...signedIn} apiKey={apiKey} />))
  })
  .post('/console/api-keys/:id/revocation', async (c) => {
    const signedIn = await requireSignedIn(c, WRITERS)
    valueOrRefuse(await revokeApiKey(c.get('services'), signedIn.operator, c.req.param('id')))
    return c.redirect('/console/api-keys?done=revoked', 303)
  })

consoleApiKeyRoutes.onError(answerWithPage)
