// `/console/team`: operators, invitations and removals, by the same functions as the API.
import { type Context, Hono } from 'hono'
import type { ComponentProps } from 'preact'
import { z } from 'zod'
import { inviteOperatorSchema } from '../../shared/wire/operators.ts'
import type { AppContext } from '../app-context.ts'
import { invite } from '../auth/invite.ts'
import { removeOperator } from '../auth/remove-operator.ts'
import type { SignedIn } from '../console/console-frame.tsx'
import { answerWithPage, requireSignedIn } from '../console/console-session.tsx'
import { readText } from '../console/read-form.ts'
import { TEAM_ROLES } from '../console/roles.ts'
import { RemovalPage, TeamPage } from '../console/team-page.tsx'
import { PROBLEMS, refuse } from '../middleware/problem-details.ts'
import { renderPage } from '../pages/render.tsx'
import type { Operator } from '../storage/operators.ts'

const WRITERS = ['admin'] as const

const NOTICES: ReadonlyMap<string, string> = new Map([
  ['removed', 'They were removed, and are signed out everywhere.'],
])

const ERRORS = { name: 'Say who it is.', role: 'Choose what they may do.' } as const

async function teamPage(
  c: Context<AppContext>,
  signedIn: SignedIn,
  shown: Omit<ComponentProps<typeof TeamPage>, 'team' | keyof SignedIn> = {},
) {
  const team = await c.get('services').operators.list(signedIn.issuer.slug)
  return renderPage(<TeamPage {...signedIn} team={team} {...shown} />)
}

async function findColleague(c: Context<AppContext>, { issuer }: SignedIn): Promise<Operator> {
  const id = z.uuid().safeParse(c.req.param('id'))
  const found = id.success
    ? await c.get('services').operators.findAtWork(issuer.slug, id.data)
    : undefined
  if (!found) throw refuse('operator.unknown')
  return found
}

export const consoleTeamRoutes = new Hono<AppContext>()
  .get('/console/team', async (c) => {
    const signedIn = await requireSignedIn(c, TEAM_ROLES)
    return c.html(await teamPage(c, signedIn, { notice: NOTICES.get(c.req.query('done') ?? '') }))
  })
  .post('/console/team/invites', async (c) => {
    const signedIn = await requireSignedIn(c, WRITERS)
    const form = await c.req.parseBody()
    const entry = { name: readText(form, 'name'), role: readText(form, 'role') }
    const invitation = inviteOperatorSchema.safeParse(entry)
    if (!invitation.success) {
      const at = new Set(invitation.error.issues.map(({ path }) => path[0]))
      const errors = Object.fromEntries(Object.entries(ERRORS).filter(([name]) => at.has(name)))
      return c.html(await teamPage(c, signedIn, { entry, errors }), 400)
    }
    const { issuer, operator } = signedIn
    const actor = { kind: 'operator', id: operator.id } as const
    const link = await invite(c.get('services'), actor, {
      issuerSlug: issuer.slug,
      ...invitation.data,
    })
    return c.html(await teamPage(c, signedIn, { link }))
  })
  .get('/console/team/:id/removal', async (c) => {
    const signedIn = await requireSignedIn(c, WRITERS)
    const removed = await findColleague(c, signedIn)
    return c.html(renderPage(<RemovalPage {...signedIn} removed={removed} />))
  })
  .post('/console/team/:id/removal', async (c) => {
    const signedIn = await requireSignedIn(c, WRITERS)
    const removed = await findColleague(c, signedIn)
    const done = await removeOperator(c.get('services'), signedIn.operator, removed.id)
    if (done.ok) return c.redirect('/console/team?done=removed', 303)
    const [status, title] = PROBLEMS[done.error.code]
    const page = <RemovalPage {...signedIn} removed={removed} refusal={`${title}.`} />
    return c.html(renderPage(page), status)
  })

consoleTeamRoutes.onError(answerWithPage)
