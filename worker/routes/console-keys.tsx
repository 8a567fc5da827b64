// `/console/keys`, `/console/signing`: an issuer's keys, by the same functions as the API.
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { parseDateTime } from '../../shared/encoding/time.ts'
import { didWebUrl } from '../../shared/keys/did-web.ts'
import { CREDENTIALS_PAGE_MAX_COUNT } from '../../shared/limits.ts'
import { compromiseKeySchema } from '../../shared/wire/keys.ts'
import type { AppContext } from '../app-context.ts'
import { CONFIRMATION_WORD, CompromisePage } from '../console/compromise-page.tsx'
import type { SignedIn } from '../console/console-frame.tsx'
import { answerWithPage, requireSignedIn } from '../console/console-session.tsx'
import { KeyPage, type KeyPageProps } from '../console/key-page.tsx'
import { keyPath } from '../console/key-words.ts'
import {
  KEYS_PATH,
  type KeyPlace,
  KeysPage,
  ROTATION_PATH,
  RotationPage,
} from '../console/keys-page.tsx'
import { readText } from '../console/read-form.ts'
import { KEY_ROLES } from '../console/roles.ts'
import { SigningPage } from '../console/signing-page.tsx'
import { compromiseKey, findKey, retireKey, rotateKey } from '../keys/change-keys.ts'
import { PROBLEMS, type Refusal, refuse } from '../middleware/problem-details.ts'
import { renderPage } from '../pages/render.tsx'
import type { Issuer } from '../storage/issuers.ts'
import type { SigningKey } from '../storage/signing-keys.ts'

const ENDERS = ['admin'] as const
const SIGNERS = ['approver'] as const

const NOTICES: ReadonlyMap<string, string> = new Map([
  ['made', 'Another key was made. It signs from now on.'],
  ['retired', 'The key was retired. What it signed keeps verifying.'],
  ['compromised', 'The key was marked as compromised. Issue anew what it signed.'],
])

const ERRORS = {
  since: 'Give a moment that is past.',
  reason: 'Say what happened, in at most 500 characters.',
} as const

const refusalText = ({ code, detail }: Refusal) => detail ?? `${PROBLEMS[code][1]}.`

const actorOf = ({ operator }: SignedIn) => ({ kind: 'operator', id: operator.id }) as const

function placeOf(c: Context<AppContext>, { did }: Issuer): KeyPlace {
  const { addresses, settings } = c.get('services')
  if (addresses.isOurs(did)) return { is: 'here' }
  const documentUrl = didWebUrl(did, settings.developmentHosts)?.href ?? did
  return { is: 'elsewhere', documentUrl }
}

async function requireMadeHere(c: Context<AppContext>): Promise<SignedIn> {
  const signedIn = await requireSignedIn(c, ENDERS)
  if (placeOf(c, signedIn.issuer).is !== 'here') throw refuse('key.elsewhere')
  return signedIn
}

async function keyOf(c: Context<AppContext>, { issuer }: SignedIn): Promise<SigningKey> {
  const key = await findKey(c.get('services'), issuer, c.req.param('kid') ?? '')
  if (!key) throw refuse('key.unknown')
  return key
}

async function keyPage(
  c: Context<AppContext>,
  signedIn: SignedIn,
  signingKey: SigningKey,
  shown: Pick<KeyPageProps, 'notice'> & Partial<KeyPageProps> = { notice: undefined },
) {
  const after = z.uuid().optional().catch(undefined).parse(c.req.query('after'))
  const count = CREDENTIALS_PAGE_MAX_COUNT
  const { signedCredentials } = c.get('services')
  const found = await signedCredentials.read(signingKey.kid, after, count + 1)
  const signed = found.slice(0, count)
  const next = found.length > count ? signed.at(-1)?.id : undefined
  const mayEnd = signedIn.operator.role === 'admin'
  return renderPage(
    <KeyPage
      {...signedIn}
      signingKey={signingKey}
      signed={signed}
      next={next}
      mayEnd={mayEnd}
      {...shown}
    />,
  )
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
  .post(`${KEYS_PATH}/:kid/retirement`, async (c) => {
    const signedIn = await requireSignedIn(c, ENDERS)
    const key = await keyOf(c, signedIn)
    const done = await retireKey(c.get('services'), signedIn.issuer, key, actorOf(signedIn))
    if (done.ok) return c.redirect(`${keyPath(key.kid)}?done=retired`, 303)
    const page = await keyPage(c, signedIn, key, {
      notice: undefined,
      refusal: refusalText(done.error),
    })
    return c.html(page, PROBLEMS[done.error.code][0])
  })
  .post(`${KEYS_PATH}/:kid/compromise`, async (c) => {
    const signedIn = await requireSignedIn(c, ENDERS)
    const signingKey = await keyOf(c, signedIn)
    const services = c.get('services')
    const form = await c.req.parseBody()
    const entry = { since: readText(form, 'since'), reason: readText(form, 'reason') }
    const report = compromiseKeySchema.safeParse({ ...entry, since: asDateTime(entry.since) })
    const at = new Set(report.error?.issues.map(({ path }) => path[0]))
    const sinceSeconds = parseDateTime(asDateTime(entry.since)) ?? Number.POSITIVE_INFINITY
    if (sinceSeconds > services.platform.now()) at.add('since')
    if (!report.success || at.size > 0) {
      const errors = Object.fromEntries(Object.entries(ERRORS).filter(([name]) => at.has(name)))
      const shown = { notice: undefined, entry, errors }
      return c.html(await keyPage(c, signedIn, signingKey, shown), 400)
    }
    const confirmation = readText(form, 'confirmation')
    if (confirmation.toLowerCase() !== CONFIRMATION_WORD) {
      const page = (
        <CompromisePage
          {...signedIn}
          signingKey={signingKey}
          entry={entry}
          sinceSeconds={sinceSeconds}
          count={await services.signedCredentials.count(signingKey.kid, sinceSeconds)}
          isMadeHere={placeOf(c, signedIn.issuer).is === 'here'}
          {...('confirmation' in form && { error: 'This is another word.' })}
        />
      )
      return c.html(renderPage(page), 'confirmation' in form ? 400 : 200)
    }
    const { reason } = report.data
    const facts = { sinceSeconds, reason }
    await compromiseKey(services, signedIn.issuer, signingKey, actorOf(signedIn), facts)
    return c.redirect(`${keyPath(signingKey.kid)}?done=compromised`, 303)
  })

/** Browsers leave the seconds out where they are none, and know no time zone: the page says that it is UTC. */
const asDateTime = (entry: string): string =>
  entry.length === 'YYYY-MM-DDThh:mm'.length ? `${entry}:00Z` : `${entry}Z`

consoleKeyRoutes.onError(answerWithPage)
