// `/console/keys`, `/console/signing`: an issuer's keys, by the same functions as the API.
import { type Context, Hono } from 'hono'
import type { AppContext } from '../app-context.ts'
import type { SignedIn } from '../console/console-frame.tsx'
import { answerWithPage, requireSignedIn } from '../console/console-session.tsx'
import { KEYS_PATH, KeysPage, ROTATION_PATH, RotationPage } from '../console/keys-page.tsx'
import { KEY_ROLES } from '../console/roles.ts'
import { SigningPage } from '../console/signing-page.tsx'
import { rotateKey } from '../keys/change-keys.ts'
import { PROBLEMS, refuse } from '../middleware/problem-details.ts'
import { renderPage } from '../pages/render.tsx'
import { actorOf, ENDERS, keyOf, keyPage, NOTICES, placeOf, refusalText } from './show-key.tsx'

const SIGNERS = ['approver'] as const

async function requireMadeHere(c: Context<AppContext>): Promise<SignedIn> {
  const signedIn = await requireSignedIn(c, ENDERS)
  if (placeOf(c, signedIn.issuer).is !== 'here') throw refuse('key.elsewhere')
  return signedIn
}

export const consoleKeyRoutes = new Hono<AppContext>()
  .get('/console/signing', async (c) => {
    const signedIn = await requireSignedIn(c, SIGNERS)
    return c.html(renderPage(<SigningPage {...signedIn} />))
  })
  .get(KEYS_PATH, async (c) => {
    const signedIn = await requireSignedIn(c, KEY_ROLES)
    const { role } = signedIn.operator
    return c.html(
      renderPage(
        <KeysPage
          {...signedIn}
          keys={await c.get('services').signingKeys.list(signedIn.issuer.did)}
          place={placeOf(c, signedIn.issuer)}
          mayRotate={role === 'admin'}
          mayRegister={role !== 'auditor'}
          notice={NOTICES.get(c.req.query('done') ?? '')}
        />,
      ),
    )
  })
  .get(ROTATION_PATH, async (c) => {
    const signedIn = await requireMadeHere(c)
    return c.html(renderPage(<RotationPage {...signedIn} />))
  })
  .post(ROTATION_PATH, async (c) => {
    const signedIn = await requireMadeHere(c)
    const done = await rotateKey(c.get('services'), signedIn.issuer, actorOf(signedIn))
    if (done.ok) return c.redirect(`${KEYS_PATH}?done=made`, 303)
    const page = <RotationPage {...signedIn} refusal={refusalText(done.error)} />
    return c.html(renderPage(page), PROBLEMS[done.error.code][0])
  })
  .get(`${KEYS_PATH}/:kid`, async (c) => {
    const signedIn = await requireSignedIn(c, KEY_ROLES)
    const notice = NOTICES.get(c.req.query('done') ?? '')
    return c.html(await keyPage(c, signedIn, await keyOf(c, signedIn), { notice }))
  })

consoleKeyRoutes.onError(answerWithPage)
