// /console/overrides: an approver suspends alone, and somebody else looks at it.
import { beforeEach, describe, expect, it } from 'vitest'
import type { OperatorRole } from '../../../worker/storage/operators.ts'
import { pageOf, type Visitor, visit, wordsOf } from '../support/console.ts'
import { env, startServer } from '../support/server.ts'
import { found, type Issued, issue } from '../support/world.ts'

const server = startServer()
const issuer = await found(server)
const other = await found(server)
const issued: Issued[] = []
for (let at = 0; at < 12; at++) issued.push(await issue(server, issuer))
const calm = await issue(server, other)
await env.DB.prepare('INSERT INTO issuer_policies VALUES (?, 1, 0)').bind(issuer.slug).run()
const approver = await visit(server, issuer.slug, 'approver')
const second = await visit(server, issuer.slug, 'approver')
let licence: Issued

beforeEach(() => {
  server.clock.now += 1
  const next = issued.pop()
  if (!next) throw new Error('There are more tests than licences')
  licence = next
})

const path = () => `/console/credentials/${licence.uuid}`
const EMERGENCY = { 'emergency-code': 'public_safety', 'emergency-reason': 'A patient was harmed' }
const suspend = (form: Record<string, string> = EMERGENCY, visitor: Visitor = approver) =>
  visitor.post(`${path()}/override`, form)
const stateNow = async () => wordsOf(await pageOf(await second.get(path())), '.facts')
const rowFor = async (visitor: Visitor) => {
  const document = await pageOf(await visitor.get('/console/overrides'))
  return Array.from(document.querySelectorAll('.rows li')).find(({ innerHTML }) =>
    innerHTML.includes(licence.uuid),
  )
}
const reviewPath = async () =>
  (await rowFor(second))?.querySelector('form')?.getAttribute('action') ?? ''

describe('the form', () => {
  it('stands on the page of a credential for approvers only', async () => {
    const has = async (role: OperatorRole) => {
      const document = await pageOf(await (await visit(server, issuer.slug, role)).get(path()))
      return document.querySelector('form[action$=override]') !== null
    }
    expect(await has('approver')).toBe(true)
    expect(await has('proposer')).toBe(false)
    expect(await has('auditor')).toBe(false)
    expect(await has('admin')).toBe(false)
  })

  it('does not stand there where nobody asks for four eyes', async () => {
    const visitor = await visit(server, other.slug, 'approver')
    const document = await pageOf(await visitor.get(`/console/credentials/${calm.uuid}`))
    expect(document.querySelector('form[action$=override]')).toBeNull()
  })

  it('suspends at once', async () => {
    const response = await suspend()
    expect(response.headers.get('location')).toBe(`${path()}?done=overridden`)
    expect(await stateNow()).toContain('Suspended')
  })

  it.each(['emergency-code', 'emergency-reason'])('needs %s, and keeps the rest', async (name) => {
    const document = await pageOf(await suspend({ ...EMERGENCY, [name]: '' }), 400)
    expect(document.querySelector(`#field-${name}`)?.getAttribute('aria-invalid')).toBe('true')
    const kept = name === 'emergency-code' ? 'A patient was harmed' : 'The public is in danger'
    expect(wordsOf(document, 'form[action$=override]')).toContain(kept)
    expect(await stateNow()).toContain('In force')
  })

  it.each(['proposer', 'auditor', 'admin'] satisfies OperatorRole[])(
    'is not taken from the role %s',
    async (role) => {
      await pageOf(await suspend(EMERGENCY, await visit(server, issuer.slug, role)), 403)
      expect(await stateNow()).toContain('In force')
    },
  )
})

describe('what was done alone', () => {
  it('is reviewed by somebody else, once, and by name', async () => {
    await suspend()
    expect((await rowFor(second))?.textContent).toContain('The public is in danger')
    const response = await second.post(await reviewPath(), {})
    expect(response.headers.get('location')).toBe('/console/overrides?done=reviewed')
    expect((await rowFor(approver))?.textContent).toMatch(/Reviewed by Operator \d+/)
  })

  it('is not reviewed by whoever did it', async () => {
    await suspend()
    expect((await rowFor(approver))?.querySelector('form')).toBeNull()
    const document = await pageOf(await approver.post(await reviewPath(), {}), 403)
    expect(wordsOf(document, '[role=alert]')).not.toBe('')
    expect((await rowFor(second))?.querySelector('form')).not.toBeNull()
  })

  it('is seen by an admin, who does not review it', async () => {
    await suspend()
    const admin = await visit(server, issuer.slug, 'admin')
    expect((await rowFor(admin))?.textContent).toContain('Not reviewed yet')
    await pageOf(await admin.post(await reviewPath(), {}), 403)
  })

  it('is not seen from another issuer', async () => {
    await suspend()
    const stranger = await visit(server, other.slug, 'approver')
    expect(await rowFor(stranger)).toBeUndefined()
    await pageOf(await stranger.post(await reviewPath(), {}), 404)
  })
})
