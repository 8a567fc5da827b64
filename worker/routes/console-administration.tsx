// `/console/administration`: what the administrator of the deployment does, by the same functions as the API.
import { type Context, Hono } from 'hono'
import type { ComponentProps } from 'preact'
import { inviteOperatorSchema } from '../../shared/wire/operators.ts'
import type { AppContext } from '../app-context.ts'
import { invite } from '../auth/invite.ts'
import {
  DID_AT_OURS,
  type IssuerErrors,
  issuerOrderOf,
  readIssuerEntry,
} from '../console/administration-form.ts'
import { ADMINISTRATION, AdministratorKeyPage } from '../console/administration-frame.tsx'
import { AdministrationPage, AdministratorInvitePage } from '../console/administration-page.tsx'
import { answerWithPageAt } from '../console/console-session.tsx'
import { readText } from '../console/read-form.ts'
import { CONFORMANCE_SLUG } from '../dids.ts'
import { ADMINISTRATOR, foundIssuer } from '../issuing/found-issuer.ts'
import {
  endAdministratorSession,
  isAdministrator,
  openAdministratorSession,
  requireAdministratorSession,
} from '../middleware/administrator-session.ts'
import { limitRate } from '../middleware/limits.ts'
import { refuse } from '../middleware/problem-details.ts'
import { renderPage } from '../pages/render.tsx'
import type { Issuer } from '../storage/issuers.ts'

const ERRORS: Readonly<Record<'ambiguous' | 'taken', IssuerErrors>> = {
  ambiguous: { did: DID_AT_OURS },
  taken: { slug: 'Another issuer has this short name.' },
}

async function overview(
  c: Context<AppContext>,
  shown: Omit<ComponentProps<typeof AdministrationPage>, 'issuers'> = {},
): Promise<string> {
  const issuers = await c.get('services').issuers.list()
  const own = issuers.filter(({ slug }) => slug !== CONFORMANCE_SLUG)
  return renderPage(<AdministrationPage issuers={own} {...shown} />)
}

async function findIssuer(c: Context<AppContext>): Promise<Issuer> {
  const slug = c.req.param('slug') ?? ''
  const issuer = slug === CONFORMANCE_SLUG ? undefined : await c.get('services').issuers.find(slug)
  if (!issuer) throw refuse('issuer.unknown')
  return issuer
}

export const consoleAdministrationRoutes = new Hono<AppContext>()
  .get(ADMINISTRATION, async (c) => {
    const isOpen = await isAdministrator(c)
    return c.html(isOpen ? await overview(c) : renderPage(<AdministratorKeyPage />))
  })
  .post(`${ADMINISTRATION}/session`, limitRate('SIGN_IN_RATE'), async (c) => {
    const key = readText(await c.req.parseBody(), 'key')
    if (await openAdministratorSession(c, key)) return c.redirect(ADMINISTRATION, 303)
    return c.html(renderPage(<AdministratorKeyPage refusal="This is not the key." />), 401)
  })
  .post(`${ADMINISTRATION}/sign-out`, async (c) => {
    await endAdministratorSession(c)
    return c.redirect(ADMINISTRATION, 303)
  })
  .post(`${ADMINISTRATION}/issuers`, async (c) => {
    await requireAdministratorSession(c)
    const services = c.get('services')
    const entry = readIssuerEntry(await c.req.parseBody())
    const order = issuerOrderOf(entry)
    if (!order.ok) return c.html(await overview(c, { entry, errors: order.error }), 400)
    const done = await foundIssuer(services, order.value)
    if (!done.ok) return c.html(await overview(c, { entry, errors: ERRORS[done.error] }), 409)
    const { slug, name } = order.value
    const { admin } = entry
    const invitation = { issuerSlug: slug, name: admin, role: 'admin' } as const
    const link = admin === '' ? undefined : await invite(services, ADMINISTRATOR, invitation)
    const founded = { name, ...done.value, ...(link !== undefined && { link }) }
    return c.html(await overview(c, { founded }))
  })
  .get(`${ADMINISTRATION}/issuers/:slug/invites`, async (c) => {
    await requireAdministratorSession(c)
    return c.html(renderPage(<AdministratorInvitePage issuer={await findIssuer(c)} />))
  })
  .post(`${ADMINISTRATION}/issuers/:slug/invites`, async (c) => {
    await requireAdministratorSession(c)
    const issuer = await findIssuer(c)
    const name = readText(await c.req.parseBody(), 'name')
    const invitation = inviteOperatorSchema.safeParse({ name, role: 'admin' })
    if (!invitation.success) {
      const page = <AdministratorInvitePage issuer={issuer} error="Say who it is." />
      return c.html(renderPage(page), 400)
    }
    const link = await invite(c.get('services'), ADMINISTRATOR, {
      issuerSlug: issuer.slug,
      ...invitation.data,
    })
    return c.html(renderPage(<AdministratorInvitePage issuer={issuer} link={link} />))
  })

consoleAdministrationRoutes.onError(answerWithPageAt(ADMINISTRATION))
