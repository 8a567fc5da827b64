// /console/team: who works for an issuer, invitations and removals.
import { describe, expect, it } from 'vitest'
import { OPERATOR_ROLES } from '../../../worker/storage/operators.ts'
import { pageOf, visit, wordsOf } from '../support/console.ts'
import { signIn } from '../support/operators.ts'
import { bodyOf, ORIGIN, startServer } from '../support/server.ts'
import { found } from '../support/world.ts'

const server = startServer()
const issuer = await found(server)
const other = await found(server)
const admin = await visit(server, issuer.slug, 'admin')
const { operator: colleague, cookie } = await signIn(server, issuer.slug, 'proposer')
const { operator: stranger } = await signIn(server, other.slug, 'proposer')

const removal = ({ id }: { readonly id: string }) => `/console/team/${id}/removal`

describe('the page', () => {
  it('names those who work for this issuer, and nobody else', async () => {
    const document = await pageOf(await admin.get('/console/team'))
    expect(wordsOf(document, '.rows')).toContain(colleague.name)
    expect(wordsOf(document, '.rows')).not.toContain(stranger.name)
  })

  it('lets auditors read, and nothing more', async () => {
    const auditor = await visit(server, issuer.slug, 'auditor')
    const document = await pageOf(await auditor.get('/console/team'))
    expect(document.querySelector('main .console form')).toBeNull()
    expect(document.querySelector('a[href$="removal"]')).toBeNull()
  })

  it.each(OPERATOR_ROLES.filter((role) => role !== 'admin'))(
    'lets the role %s neither invite nor remove',
    async (role) => {
      const visitor = await visit(server, issuer.slug, role)
      const form = { name: 'Mallory', role: 'admin' }
      await pageOf(await visitor.post('/console/team/invites', form), 403)
      await pageOf(await visitor.get(removal(colleague)), 403)
      await pageOf(await visitor.post(removal(colleague), {}), 403)
    },
  )
})

describe('an invitation', () => {
  it('is a link that is shown once and leads to the page where one joins', async () => {
    const form = { name: 'Bo Eriksen', role: 'approver' }
    const document = await pageOf(await admin.post('/console/team/invites', form))
    const link = wordsOf(document, '#invite-link')
    const { hash, pathname } = new URL(link)
    expect(pathname).toBe('/console/join')
    const headers = { origin: ORIGIN }
    const body = { token: hash.slice(1) }
    const invitation = await server.post('/v1/invites/look-up', { headers, body })
    expect(await bodyOf(invitation, 200)).toMatchObject({ name: 'Bo Eriksen' })
    const again = await pageOf(await admin.get('/console/team'))
    expect(again.querySelector('#invite-link')).toBeNull()
  })

  it.each([
    ['name', { name: ' ', role: 'auditor' }],
    ['role', { name: 'Bo Eriksen', role: 'owner' }],
  ])('needs a %s, and what was entered is kept', async (name, form) => {
    const document = await pageOf(await admin.post('/console/team/invites', form), 400)
    expect(document.querySelector(`#field-${name}`)?.getAttribute('aria-invalid')).toBe('true')
    if (name === 'role') {
      expect(document.querySelector('#field-name')?.getAttribute('value')).toBe('Bo Eriksen')
    }
  })
})

describe('a removal', () => {
  it('is asked about first, then ends every session', async () => {
    const document = await pageOf(await admin.get(removal(colleague)))
    expect(wordsOf(document, 'h1')).toBe(`Remove ${colleague.name}?`)
    expect((await server.get('/console', { headers: { cookie } })).status).toBe(200)
    const response = await admin.post(removal(colleague), {})
    expect(response.headers.get('location')).toBe('/console/team?done=removed')
    expect((await server.get('/console', { headers: { cookie } })).status).toBe(303)
    await pageOf(await admin.get(removal(colleague)), 404)
  })

  it('leaves the last admin there, and says why', async () => {
    const lonely = await found(server)
    const { operator } = await signIn(server, lonely.slug, 'admin')
    const visitor = await visit(server, lonely.slug, 'admin')
    expect((await visitor.post(removal(operator), {})).status).toBe(303)
    const page = await pageOf(await visitor.get('/console/team'))
    const own = page.querySelector('a[href$="removal"]')?.getAttribute('href') ?? ''
    const document = await pageOf(await visitor.post(own, {}), 409)
    expect(wordsOf(document, '[role=alert]')).toContain('keeps at least one operator')
  })

  it('does not reach other issuers', async () => {
    await pageOf(await admin.get(removal(stranger)), 404)
    await pageOf(await admin.post(removal(stranger), {}), 404)
  })
})
