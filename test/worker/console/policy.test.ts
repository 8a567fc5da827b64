// /console/policy: four eyes on and off.
import { describe, expect, it } from 'vitest'
import type { OperatorRole } from '../../../worker/storage/operators.ts'
import { pageOf, visit, wordsOf } from '../support/console.ts'
import { foundFourEyes } from '../support/four-eyes.ts'
import { startServer } from '../support/server.ts'
import { found } from '../support/world.ts'

const server = startServer()
const PATH = '/console/policy'

describe('switching four eyes on', () => {
  it('holds at once', async () => {
    const { issuer } = await foundFourEyes(server, false)
    const admin = await visit(server, issuer.slug, 'admin')
    const before = await pageOf(await admin.get(PATH))
    expect(wordsOf(before, 'main')).toContain('Four eyes are off')
    expect(before.querySelector('.advice')).toBeNull()
    const response = await admin.post(PATH, { fourEyes: 'on' })
    expect(response.headers.get('location')).toBe(`${PATH}?done=changed`)
    expect(wordsOf(await pageOf(await admin.get(PATH)), 'main')).toContain('Four eyes are on')
  })

  it('comes with advice where nobody could decide', async () => {
    const issuer = await found(server)
    const admin = await visit(server, issuer.slug, 'admin')
    const advice = async () => wordsOf(await pageOf(await admin.get(PATH)), '.advice')
    expect(await advice()).toContain('Nobody could decide yet')
    await visit(server, issuer.slug, 'approver')
    expect(await advice()).toContain('Nobody could decide yet')
    await visit(server, issuer.slug, 'proposer')
    expect(await advice()).toBe('')
  })
})

describe('switching four eyes off', () => {
  it('is proposed, and an approver agrees', async () => {
    const { issuer } = await foundFourEyes(server)
    const admin = await visit(server, issuer.slug, 'admin')
    const approver = await visit(server, issuer.slug, 'approver')
    const form = { fourEyes: 'off', reasonCode: 'too_few_operators' }
    const response = await admin.post(PATH, form)
    expect(response.headers.get('location')).toBe(`${PATH}?done=proposed`)
    expect(wordsOf(await pageOf(await admin.get(PATH)), 'main')).toContain('Four eyes are on')
    const list = await pageOf(await approver.get('/console/proposals'))
    const proposal = list.querySelector('.rows a')?.getAttribute('href') ?? ''
    await approver.post(`${proposal}/approval`, {})
    expect(wordsOf(await pageOf(await admin.get(PATH)), 'main')).toContain('Four eyes are off')
  })

  it('needs a reason', async () => {
    const { issuer } = await foundFourEyes(server)
    const admin = await visit(server, issuer.slug, 'admin')
    const document = await pageOf(await admin.post(PATH, { fourEyes: 'off' }), 400)
    expect(document.querySelector('#field-reasonCode')?.getAttribute('aria-invalid')).toBe('true')
  })
})

it.each(['proposer', 'approver', 'auditor'] satisfies OperatorRole[])(
  'the role %s reads it and changes nothing',
  async (role) => {
    const { issuer } = await foundFourEyes(server, false)
    const visitor = await visit(server, issuer.slug, role)
    const document = await pageOf(await visitor.get(PATH))
    expect(document.querySelector('main .console form')).toBeNull()
    await pageOf(await visitor.post(PATH, { fourEyes: 'on' }), 403)
    expect(wordsOf(await pageOf(await visitor.get(PATH)), 'main')).toContain('Four eyes are off')
  },
)
