// `/console/overrides` and the suspension at once that makes one, by the same functions as the API.
import { type Context, Hono } from 'hono'
import type { ComponentProps } from 'preact'
import { z } from 'zod'
import { PROPOSALS_PAGE_MAX_COUNT } from '../../shared/limits.ts'
import { askForStatusSchema } from '../../shared/wire/proposals.ts'
import type { AppContext } from '../app-context.ts'
import { nameOfActor } from '../auth/actor.ts'
import { namesOfActors } from '../console/actor-names.ts'
import type { SignedIn } from '../console/console-frame.tsx'
import { answerWithPage, requireSignedIn } from '../console/console-session.tsx'
import { OverrideList } from '../console/override-list.tsx'
import { readText } from '../console/read-form.ts'
import { OVERRIDE_ROLES, REVIEWING_ROLES } from '../console/roles.ts'
import { PROBLEMS } from '../middleware/problem-details.ts'
import { renderPage } from '../pages/render.tsx'
import { changeStatusOrPropose } from '../proposals/act-or-propose.ts'
import { listOverrides, reviewOverride } from '../proposals/overrides.ts'
import { CURSOR } from '../proposals/read.ts'
import { findCredential, showCredential } from './show-credential.tsx'

const OVERRIDERS = ['approver'] as const

const NOTICES: ReadonlyMap<string, string> = new Map([['reviewed', 'Your review is recorded.']])

const ERRORS: Readonly<Record<string, readonly [field: string, advice: string]>> = {
  override: ['emergency-code', 'Choose what the emergency is.'],
  reason: ['emergency-reason', 'Say what happened, in at most 500 characters.'],
}

const querySchema = z.object({ cursor: z.string().regex(CURSOR).optional().catch(undefined) })

async function listPage(
  c: Context<AppContext>,
  signedIn: SignedIn,
  shown: Pick<ComponentProps<typeof OverrideList>, 'notice' | 'refusal'> = {},
): Promise<string> {
  const services = c.get('services')
  const { issuer, operator } = signedIn
  const { cursor } = querySchema.parse(c.req.query())
  const page = await listOverrides(services, issuer.slug, PROPOSALS_PAGE_MAX_COUNT, cursor)
  const actors = page.overrides.flatMap(({ madeBy, reviewedBy }) =>
    reviewedBy === undefined ? [madeBy] : [madeBy, reviewedBy],
  )
  const told = {
    overrides: page.overrides,
    next: page.next,
    names: await namesOfActors(services, issuer.slug, actors),
    reader: nameOfActor({ kind: 'operator', id: operator.id }),
    mayReview: REVIEWING_ROLES.includes(operator.role),
  }
  return renderPage(<OverrideList {...signedIn} {...told} {...shown} />)
}

export const consoleOverrideRoutes = new Hono<AppContext>()
  .get('/console/overrides', async (c) => {
    const signedIn = await requireSignedIn(c, OVERRIDE_ROLES)
    return c.html(await listPage(c, signedIn, { notice: NOTICES.get(c.req.query('done') ?? '') }))
  })
  .post('/console/overrides/:id/review', async (c) => {
    const signedIn = await requireSignedIn(c, REVIEWING_ROLES)
    const id = c.req.param('id')
    const done = await reviewOverride(c.get('services'), signedIn.operator, id)
    if (done.ok) return c.redirect('/console/overrides?done=reviewed', 303)
    const [status, title] = PROBLEMS[done.error.code]
    return c.html(await listPage(c, signedIn, { refusal: `${title}.` }), status)
  })
  .post('/console/credentials/:id/override', async (c) => {
    const signedIn = await requireSignedIn(c, OVERRIDERS)
    const { issuer, operator } = signedIn
    const credential = await findCredential(c, signedIn)
    const form = await c.req.parseBody()
    const entry = {
      reasonCode: readText(form, 'emergency-code'),
      reason: readText(form, 'emergency-reason'),
    }
    const { reason, reasonCode } = entry
    const read = askForStatusSchema.safeParse({
      state: 'suspended',
      reason,
      override: { reasonCode },
    })
    if (!read.success) {
      const at = read.error.issues.flatMap(({ path }) => [ERRORS[String(path[0])] ?? []])
      const override = { entry, errors: Object.fromEntries(at.filter(({ length }) => length > 0)) }
      return c.html(await showCredential(c, signedIn, credential, { override }), 400)
    }
    const { override, ...order } = read.data
    const ask = {
      actor: { kind: 'operator', id: operator.id } as const,
      order: { id: credential.id, ...order },
    }
    const alone = override && { operator, reasonCode: override.reasonCode }
    const done = await changeStatusOrPropose(c.get('services'), issuer, ask, alone)
    if (done.ok) return c.redirect(`/console/credentials/${credential.id}?done=overridden`, 303)
    const { code, detail } = done.error
    const [status, title] = PROBLEMS[code]
    const shown = { refusal: detail ?? `${title}.`, override: { entry } }
    return c.html(await showCredential(c, signedIn, credential, shown), status)
  })

consoleOverrideRoutes.onError(answerWithPage)
