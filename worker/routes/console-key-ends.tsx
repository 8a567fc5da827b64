// The forms of `/console/keys/{kid}`: retirement, a stolen key, and the end of what was issued anew.
import { Hono } from 'hono'
import { parseDateTime } from '../../shared/encoding/time.ts'
import { compromiseKeySchema } from '../../shared/wire/keys.ts'
import type { AppContext } from '../app-context.ts'
import { CONFIRMATION_WORD, CompromisePage } from '../console/compromise-page.tsx'
import { answerWithPage, requireSignedIn } from '../console/console-session.tsx'
import { keyPath } from '../console/key-words.ts'
import { KEYS_PATH } from '../console/keys-page.tsx'
import { readText } from '../console/read-form.ts'
import { WRITING_ROLES } from '../console/roles.ts'
import { compromiseKey, retireKey } from '../keys/change-keys.ts'
import { endReissued, type Marked } from '../keys/reissue.ts'
import { PROBLEMS } from '../middleware/problem-details.ts'
import { renderPage } from '../pages/render.tsx'
import { actorOf, ENDERS, keyOf, keyPage, placeOf, refusalText } from './show-key.tsx'

const ERRORS = {
  since: 'Give a moment that is past.',
  reason: 'Say what happened, in at most 500 characters.',
} as const

const markedInWords = ({ revoked, proposed, refused }: Marked): string =>
  `${revoked.length} revoked as issued anew, ${proposed.length} proposed to be, ${refused.length} could not be.`

export const consoleKeyEndRoutes = new Hono<AppContext>()
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
  .post(`${KEYS_PATH}/:kid/reissued`, async (c) => {
    const signedIn = await requireSignedIn(c, WRITING_ROLES)
    const key = await keyOf(c, signedIn)
    const marked = await endReissued(c.get('services'), signedIn.issuer, key, actorOf(signedIn))
    return c.html(await keyPage(c, signedIn, key, { notice: markedInWords(marked) }))
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

consoleKeyEndRoutes.onError(answerWithPage)
