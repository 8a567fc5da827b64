// `/console/credentials/{id}`: one credential and the change of its state, by the same function as the API.
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import {
  CREDENTIAL_STATES,
  type CredentialState,
  purposesOfState,
} from '../../shared/status/state-table.ts'
import { changeStatusSchema } from '../../shared/wire/change-status.ts'
import type { AppContext } from '../app-context.ts'
import type { SignedIn } from '../console/console-frame.tsx'
import { answerWithPage, requireSignedIn } from '../console/console-session.tsx'
import { CredentialPage, type CredentialPageProps } from '../console/credential-page.tsx'
import { readText } from '../console/read-form.ts'
import { EVERY_ROLE, WRITING_ROLES } from '../console/roles.ts'
import { PROBLEMS, refuse } from '../middleware/problem-details.ts'
import { renderPage } from '../pages/render.tsx'
import { changeStatusOrPropose } from '../proposals/act-or-propose.ts'
import { isProposed } from '../proposals/propose.ts'
import type { ListedCredential } from '../storage/credential-pages.ts'

const NOTICES: ReadonlyMap<string, string> = new Map([
  ['changed', 'The state was changed. The next fetch of the status list shows it.'],
  ['proposed', 'The change was proposed. It is made once another operator approves it.'],
])

const ERRORS = {
  state: 'Choose the state that it shall have.',
  reason: 'Say why, in at most 500 characters.',
} as const

/** What a credential can be changed to: not to what it is, and only to what its lists have a place for. */
async function statesFor(
  c: Context<AppContext>,
  { operator }: SignedIn,
  { id, state: current }: ListedCredential,
): Promise<readonly CredentialState[]> {
  if (current === 'revoked' || !WRITING_ROLES.includes(operator.role)) return []
  const places = await c.get('services').credentials.purposes(id)
  return CREDENTIAL_STATES.filter(
    (state) =>
      state !== current && purposesOfState(state).every((purpose) => places.includes(purpose)),
  )
}

async function findCredential(c: Context<AppContext>, { issuer }: SignedIn) {
  const id = z.uuid().safeParse(c.req.param('id'))
  const credential = id.success
    ? await c.get('services').credentialPages.find(issuer.slug, id.data)
    : undefined
  if (!credential) throw refuse('credential.unknown')
  return credential
}

async function credentialPage(
  c: Context<AppContext>,
  signedIn: SignedIn,
  credential: ListedCredential,
  shown: Omit<CredentialPageProps, 'credential' | 'states' | keyof SignedIn> = {},
) {
  const states = await statesFor(c, signedIn, credential)
  return renderPage(
    <CredentialPage {...signedIn} credential={credential} states={states} {...shown} />,
  )
}

export const consoleCredentialRoutes = new Hono<AppContext>()
  .get('/console/credentials/:id', async (c) => {
    const signedIn = await requireSignedIn(c, EVERY_ROLE)
    const credential = await findCredential(c, signedIn)
    const notice = NOTICES.get(c.req.query('done') ?? '')
    return c.html(await credentialPage(c, signedIn, credential, { notice }))
  })
  .post('/console/credentials/:id/status', async (c) => {
    const signedIn = await requireSignedIn(c, WRITING_ROLES)
    const credential = await findCredential(c, signedIn)
    const form = await c.req.parseBody()
    const order = changeStatusSchema.safeParse({
      state: readText(form, 'state'),
      reason: readText(form, 'reason'),
    })
    if (!order.success) {
      const at = new Set(order.error.issues.map(({ path }) => path[0]))
      const errors = Object.fromEntries(Object.entries(ERRORS).filter(([name]) => at.has(name)))
      const state = CREDENTIAL_STATES.find((known) => known === readText(form, 'state'))
      const entry = { state, reason: readText(form, 'reason') }
      return c.html(await credentialPage(c, signedIn, credential, { errors, entry }), 400)
    }
    if (order.data.state === 'revoked' && readText(form, 'confirmed') !== 'yes') {
      return c.html(await credentialPage(c, signedIn, credential, { toConfirm: order.data }))
    }
    const done = await changeStatusOrPropose(c.get('services'), signedIn.issuer, {
      actor: { kind: 'operator', id: signedIn.operator.id },
      order: { id: credential.id, ...order.data },
    })
    if (done.ok) {
      const what = isProposed(done.value) ? 'proposed' : 'changed'
      return c.redirect(`/console/credentials/${credential.id}?done=${what}`, 303)
    }
    const { code, detail } = done.error
    const [status, title] = PROBLEMS[code]
    const refusal = detail ?? `${title}.`
    return c.html(
      await credentialPage(c, signedIn, credential, { refusal, entry: order.data }),
      status,
    )
  })

consoleCredentialRoutes.onError(answerWithPage)
