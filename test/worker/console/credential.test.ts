// /console/credentials/{id}: a credential's state, and its change by a form.
import { beforeEach, describe, expect, it } from 'vitest'
import type { OperatorRole } from '../../../worker/storage/operators.ts'
import { pageOf, type Visitor, visit, wordsOf } from '../support/console.ts'
import { signIn } from '../support/operators.ts'
import { degreeOrder } from '../support/orders.ts'
import { startServer } from '../support/server.ts'
import { changeStatus, found, type Issued, issue, verify } from '../support/world.ts'

const server = startServer()
const issuer = await found(server)
const other = await found(server)
const proposer = await visit(server, issuer.slug, 'proposer')
let licence: Issued

beforeEach(async () => {
  licence = await issue(server, issuer)
})

const pathOf = ({ uuid }: Issued) => `/console/credentials/${uuid}`
const send = (form: Record<string, string>, visitor: Visitor = proposer) =>
  visitor.post(`${pathOf(licence)}/status`, { state: 'suspended', reason: 'An inquiry', ...form })
const stateNow = async () => wordsOf(await pageOf(await proposer.get(pathOf(licence))), '.facts')

describe('the page', () => {
  it('offers every state that the credential has a place for, but its own', async () => {
    const offered = async (issued: Issued) => {
      const document = await pageOf(await proposer.get(pathOf(issued)))
      return Array.from(document.querySelectorAll('option[value]:not([value=""])'), (option) =>
        option.getAttribute('value'),
      )
    }
    expect(await offered(licence)).toEqual([
      'conditions',
      'suspended',
      'lapsed',
      'surrendered',
      'revoked',
    ])
    expect(await offered(await issue(server, issuer, degreeOrder()))).toEqual(['revoked'])
  })

  it.each(['auditor', 'admin'] satisfies OperatorRole[])(
    'has no form for the role %s',
    async (role) => {
      const { get } = await visit(server, issuer.slug, role)
      const document = await pageOf(await get(pathOf(licence)))
      expect(document.querySelector('main form[action*="status"]')).toBeNull()
    },
  )

  it('says that a revocation is final', async () => {
    await changeStatus(server, issuer, licence.uuid, 'revoked')
    const document = await pageOf(await proposer.get(pathOf(licence)))
    expect(document.querySelector('main form[action*="status"]')).toBeNull()
    expect(wordsOf(document, 'main')).toContain('A revocation is final.')
  })
})

describe('a change', () => {
  it('is made, said, and seen by verifiers', async () => {
    const response = await send({})
    expect(response.status).toBe(303)
    const location = response.headers.get('location') ?? ''
    const document = await pageOf(await proposer.get(location))
    expect(wordsOf(document, '[role=status]')).toContain('The state was changed.')
    expect(wordsOf(document, '.facts')).toContain('Suspended')
    const { verdict } = await verify(server, licence.credential)
    expect(verdict).toBe('not_in_force')
  })

  it('to revoked asks once more, and changes nothing until then', async () => {
    const document = await pageOf(await send({ state: 'revoked' }))
    expect(wordsOf(document, '[role=alert]')).toContain('A revocation is final.')
    expect(await stateNow()).toContain('In force')
    const form = Object.fromEntries(
      Array.from(document.querySelectorAll('main .console input[type=hidden]'), (input) => [
        input.getAttribute('name') ?? '',
        input.getAttribute('value') ?? '',
      ]),
    )
    expect(form).toEqual({ state: 'revoked', reason: 'An inquiry', confirmed: 'yes' })
    expect((await send(form)).status).toBe(303)
    expect(await stateNow()).toContain('Revoked')
  })
})

describe('a change is refused', () => {
  it.each([
    ['state', { state: '' }],
    ['state', { state: 'unheard-of' }],
    ['reason', { reason: ' ' }],
    ['reason', { reason: 'x'.repeat(501) }],
  ])('where its %s is %j, and what was entered is kept', async (name, form) => {
    const document = await pageOf(await send(form), 400)
    const field = document.querySelector(`#field-${name}`)
    expect(field?.getAttribute('aria-invalid')).toBe('true')
    expect(field?.getAttribute('aria-describedby')).toContain(`field-${name}-error`)
    expect(document.querySelector(`[role=alert] a[href="#field-${name}"]`)).not.toBeNull()
    if (name === 'state') expect(wordsOf(document, 'textarea')).toBe('An inquiry')
    else expect(document.querySelector('option[selected]')?.getAttribute('value')).toBe('suspended')
    expect(await stateNow()).toContain('In force')
  })

  it('where the credential was revoked meanwhile, and the page says so', async () => {
    await changeStatus(server, issuer, licence.uuid, 'revoked')
    const document = await pageOf(await send({}), 409)
    expect(wordsOf(document, '[role=alert]')).toContain('A revocation is final')
  })

  it('where its kind has no such state', async () => {
    licence = await issue(server, issuer, degreeOrder())
    const document = await pageOf(await send({}), 422)
    expect(wordsOf(document, '[role=alert]')).toBe('This credential can only be revoked.')
  })

  it.each(['auditor', 'admin'] satisfies OperatorRole[])('to the role %s', async (role) => {
    await pageOf(await send({}, await visit(server, issuer.slug, role)), 403)
    expect(await stateNow()).toContain('In force')
  })

  it('to operators of another issuer', async () => {
    await pageOf(await send({}, await visit(server, other.slug, 'proposer')), 404)
    expect(await stateNow()).toContain('In force')
  })

  it('to another site', async () => {
    const { cookie } = await signIn(server, issuer.slug, 'proposer')
    const response = await server.post(`${pathOf(licence)}/status`, {
      headers: {
        cookie,
        origin: 'https://elsewhere.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'state=suspended&reason=Mischief',
    })
    await pageOf(response, 403)
    expect(await stateNow()).toContain('In force')
  })

  it.each(['not-a-uuid', '00000000-0000-4000-8000-000000000000'])('for %s', async (id) => {
    const form = { state: 'suspended', reason: 'An inquiry' }
    await pageOf(await proposer.post(`/console/credentials/${id}/status`, form), 404)
  })
})
