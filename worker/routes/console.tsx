// The console's first pages: `/console`, `/console/credentials`.
import { Hono } from 'hono'
import { z } from 'zod'
import { CREDENTIAL_TYPES } from '../../shared/credential-types/index.ts'
import { CREDENTIALS_PAGE_MAX_COUNT } from '../../shared/limits.ts'
import { CREDENTIAL_STATES } from '../../shared/status/state-table.ts'
import type { AppContext } from '../app-context.ts'
import { namesOfActors } from '../console/actor-names.ts'
import { answerWithPage, requireSignedIn } from '../console/console-session.tsx'
import { CredentialList } from '../console/credential-list.tsx'
import { ConsoleHome } from '../console/home.tsx'
import { EVERY_ROLE } from '../console/roles.ts'
import { endSession } from '../middleware/open-session.ts'
import { renderPage } from '../pages/render.tsx'
import { listProposals } from '../proposals/read.ts'

/** What is issued by orders, by accreditations, and whole through the VC-API. */
const LISTED_KINDS = [
  ...Object.keys(CREDENTIAL_TYPES),
  'accreditation',
  'succession',
  'taint',
  'other',
]
const LATEST_COUNT = 5

/** Addresses are typed by hand, too: what cannot be read of one does not narrow the list. */
const querySchema = z.object({
  state: z.enum(CREDENTIAL_STATES).optional().catch(undefined),
  kind: z.string().min(1).max(64).optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
})

export const consoleRoutes = new Hono<AppContext>()
  .get('/console', async (c) => {
    const signedIn = await requireSignedIn(c, EVERY_ROLE)
    const { batches, credentialPages } = c.get('services')
    const { credentials } = await credentialPages.read(
      signedIn.issuer.slug,
      {},
      undefined,
      LATEST_COUNT,
    )
    const { proposals } = await listProposals(c.get('services'), signedIn.issuer.slug, {
      state: 'proposed',
      limit: LATEST_COUNT,
    })
    const tables = await batches.list(signedIn.issuer.slug, LATEST_COUNT, 'proposed')
    const names = await namesOfActors(c.get('services'), signedIn.issuer.slug, [
      ...proposals.map(({ proposedBy }) => proposedBy),
      ...tables.map(({ uploadedBy }) => uploadedBy),
    ])
    const shown = { waiting: proposals, tables, names, latest: credentials }
    return c.html(renderPage(<ConsoleHome {...signedIn} {...shown} />))
  })
  .get('/console/credentials', async (c) => {
    const signedIn = await requireSignedIn(c, EVERY_ROLE)
    const { state, kind, after } = querySchema.parse(c.req.query())
    const filter = { ...(state !== undefined && { state }), ...(kind !== undefined && { kind }) }
    const page = await c
      .get('services')
      .credentialPages.read(signedIn.issuer.slug, filter, after, CREDENTIALS_PAGE_MAX_COUNT)
    return c.html(
      renderPage(
        <CredentialList
          {...signedIn}
          {...page}
          filter={filter}
          kinds={LISTED_KINDS}
          isContinued={after !== undefined}
        />,
      ),
    )
  })
  .post('/console/sign-out', async (c) => {
    await endSession(c)
    return c.redirect('/console/sign-in', 303)
  })

consoleRoutes.onError(answerWithPage)
