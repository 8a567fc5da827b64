// `/console/credentials/{id}`: one credential, the change of its state and what takes one back, by the same functions as the API.
import { type Context, Hono } from 'hono'
import type { ComponentChildren } from 'preact'
import { parseDateTime } from '../../shared/encoding/time.ts'
import { cancelChangeSchema } from '../../shared/wire/change-status.ts'
import type { AppContext } from '../app-context.ts'
import type { SignedIn } from '../console/console-frame.tsx'
import { answerWithPage, requireSignedIn } from '../console/console-session.tsx'
import { readText } from '../console/read-form.ts'
import { EVERY_ROLE, WRITING_ROLES } from '../console/roles.ts'
import { readStatusEntry, type StatusEntry, statusOrderOf } from '../console/status-order.ts'
import { CancellationStep, PastStep, RevocationStep } from '../console/status-step.tsx'
import type { StatusOrder } from '../issuing/change-status.ts'
import { readStatus } from '../issuing/read-status.ts'
import { PROBLEMS, type Refusal, refuse } from '../middleware/problem-details.ts'
import { cancelOrPropose, changeStatusOrPropose } from '../proposals/act-or-propose.ts'
import { isProposed } from '../proposals/propose.ts'
import type { ListedCredential } from '../storage/credential-pages.ts'
import { findCredential, showCredential } from './show-credential.tsx'

const NOTICES: ReadonlyMap<string, string> = new Map([
  ['changed', 'The state was changed. The next fetch of the status list shows it.'],
  ['planned', 'The change is planned. It takes effect by itself.'],
  ['cancelled', 'It was taken back.'],
  ['proposed', 'The change was proposed. It is made once another operator approves it.'],
  ['overridden', 'It is suspended. Somebody else must look at it now: see Overrides.'],
])

/** What asks for a second word, where something does. */
function stepFor(
  nowSeconds: number,
  { id, state, effectiveFrom }: StatusOrder,
  kept: StatusEntry,
): ComponentChildren {
  if (state === 'revoked') return <RevocationStep id={id} kept={kept} />
  const isPast =
    effectiveFrom !== undefined && (parseDateTime(effectiveFrom) ?? nowSeconds) < nowSeconds
  return isPast ? <PastStep id={id} kept={kept} from={effectiveFrom} /> : undefined
}

async function refusalPage(
  c: Context<AppContext>,
  signedIn: SignedIn,
  credential: ListedCredential,
  { code, detail }: Refusal,
  entry?: StatusEntry,
): Promise<Response> {
  const [status, title] = PROBLEMS[code]
  const shown = { refusal: detail ?? `${title}.`, ...(entry && { entry }) }
  return c.html(await showCredential(c, signedIn, credential, shown), status)
}

const actorOf = ({ operator }: SignedIn) => ({ kind: 'operator', id: operator.id }) as const

export const consoleCredentialRoutes = new Hono<AppContext>()
  .get('/console/credentials/:id', async (c) => {
    const signedIn = await requireSignedIn(c, EVERY_ROLE)
    const credential = await findCredential(c, signedIn)
    const notice = NOTICES.get(c.req.query('done') ?? '')
    return c.html(await showCredential(c, signedIn, credential, { notice }))
  })
  .post('/console/credentials/:id/status', async (c) => {
    const signedIn = await requireSignedIn(c, WRITING_ROLES)
    const services = c.get('services')
    const credential = await findCredential(c, signedIn)
    const form = await c.req.parseBody()
    const entry = readStatusEntry(form)
    const read = statusOrderOf(entry)
    if (!read.ok) {
      const shown = { errors: read.error, entry }
      return c.html(await showCredential(c, signedIn, credential, shown), 400)
    }
    const order = { id: credential.id, ...read.value }
    const now = services.platform.now()
    const step = readText(form, 'confirmed') === 'yes' ? undefined : stepFor(now, order, entry)
    if (step !== undefined) return c.html(await showCredential(c, signedIn, credential, { step }))
    const ask = { actor: actorOf(signedIn), order }
    const done = await changeStatusOrPropose(services, signedIn.issuer, ask)
    if (!done.ok) return refusalPage(c, signedIn, credential, done.error, entry)
    const isPlanned = (parseDateTime(order.effectiveFrom ?? '') ?? 0) > now
    const what = isProposed(done.value) ? 'proposed' : isPlanned ? 'planned' : 'changed'
    return c.redirect(`/console/credentials/${credential.id}?done=${what}`, 303)
  })
  .post('/console/credentials/:id/status/cancellations', async (c) => {
    const signedIn = await requireSignedIn(c, WRITING_ROLES)
    const services = c.get('services')
    const credential = await findCredential(c, signedIn)
    const form = await c.req.parseBody()
    const wanted = cancelChangeSchema.safeParse({ change: Number(readText(form, 'change')) })
    if (!wanted.success) throw refuse('request.invalid')
    const { id } = credential
    const { change: number } = wanted.data
    const status = await readStatus(services, signedIn.issuer.slug, id)
    const change = status?.scheduled.find((known) => known.change === number)
    if (change && readText(form, 'confirmed') !== 'yes') {
      const step = <CancellationStep id={id} change={change} kept={{ change: String(number) }} />
      return c.html(await showCredential(c, signedIn, credential, { step }))
    }
    const ask = { actor: actorOf(signedIn), order: { id, change: number } }
    const done = await cancelOrPropose(services, signedIn.issuer, ask)
    if (!done.ok) return refusalPage(c, signedIn, credential, done.error)
    const what = isProposed(done.value) ? 'proposed' : 'cancelled'
    return c.redirect(`/console/credentials/${id}?done=${what}`, 303)
  })

consoleCredentialRoutes.onError(answerWithPage)
