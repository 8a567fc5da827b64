// `/console/account`: the passkeys of whoever is signed in, by the same functions as the API.
import { type Context, Hono } from 'hono'
import type { AppContext } from '../app-context.ts'
import { removePasskey } from '../auth/own-passkeys.ts'
import { AccountPage, PasskeyRemovalPage } from '../console/account-page.tsx'
import type { SignedIn } from '../console/console-frame.tsx'
import { answerWithPage, requireSignedIn } from '../console/console-session.tsx'
import { EVERY_ROLE } from '../console/roles.ts'
import { endOtherSessions } from '../middleware/open-session.ts'
import { PROBLEMS, refuse } from '../middleware/problem-details.ts'
import { renderPage } from '../pages/render.tsx'
import type { ListedPasskey } from '../storage/passkeys.ts'

const NOTICES: ReadonlyMap<string, string> = new Map([
  ['added', 'The passkey is added. From now on you can sign in with it.'],
  ['removed', 'The passkey is removed.'],
])

async function findOwn(c: Context<AppContext>, { operator }: SignedIn): Promise<ListedPasskey> {
  const passkeys = await c.get('services').passkeys.list(operator.id)
  const found = passkeys.find(({ credentialId }) => credentialId === c.req.param('id'))
  if (!found) throw refuse('passkey.unknown')
  return found
}

export const consoleAccountRoutes = new Hono<AppContext>()
  .get('/console/account', async (c) => {
    const signedIn = await requireSignedIn(c, EVERY_ROLE)
    const passkeys = await c.get('services').passkeys.list(signedIn.operator.id)
    const notice = NOTICES.get(c.req.query('done') ?? '')
    return c.html(renderPage(<AccountPage {...signedIn} passkeys={passkeys} notice={notice} />))
  })
  .get('/console/account/passkeys/:id/removal', async (c) => {
    const signedIn = await requireSignedIn(c, EVERY_ROLE)
    const passkey = await findOwn(c, signedIn)
    return c.html(renderPage(<PasskeyRemovalPage {...signedIn} passkey={passkey} />))
  })
  .post('/console/account/passkeys/:id/removal', async (c) => {
    const signedIn = await requireSignedIn(c, EVERY_ROLE)
    const passkey = await findOwn(c, signedIn)
    const { operator } = signedIn
    const done = await removePasskey(c.get('services'), operator, passkey.credentialId)
    if (done.ok) {
      await endOtherSessions(c, operator.id)
      return c.redirect('/console/account?done=removed', 303)
    }
    const [status, title] = PROBLEMS[done.error.code]
    const page = <PasskeyRemovalPage {...signedIn} passkey={passkey} refusal={`${title}.`} />
    return c.html(renderPage(page), status)
  })

consoleAccountRoutes.onError(answerWithPage)
