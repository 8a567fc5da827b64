// /console/proposals: what waits for a second person, and that person's decision.
import { beforeEach, describe, expect, it } from 'vitest'
import { pageOf, type Visitor, visit, wordsOf } from '../support/console.ts'
import { licenceOrder } from '../support/orders.ts'
import { env, startServer } from '../support/server.ts'
import { found, issue, verify } from '../support/world.ts'

const server = startServer()
const issuer = await found(server)
const other = await found(server)
const licence = await issue(server, issuer)
await env.DB.prepare('INSERT INTO issuer_policies VALUES (?, 1, 0)').bind(issuer.slug).run()
const proposer = await visit(server, issuer.slug, 'approver')
const approver = await visit(server, issuer.slug, 'approver')
let path: string

/** Asks for a licence as software does. */
async function propose(): Promise<string> {
  const response = await server.post(`/v1/issuers/${issuer.slug}/credentials`, {
    key: issuer.apiKey,
    body: licenceOrder(),
  })
  const { proposal } = (await response.json()) as { proposal: { id: string } }
  return `/console/proposals/${proposal.id}`
}

async function proposeByForm(visitor: Visitor): Promise<string> {
  server.clock.now += 1
  const response = await visitor.post(`/console/credentials/${licence.uuid}/status`, {
    state: 'suspended',
    reason: 'An inquiry',
  })
  expect(response.status).toBe(303)
  const document = await pageOf(await visitor.get('/console/proposals'))
  return document.querySelector('.rows a')?.getAttribute('href') ?? ''
}

beforeEach(async () => {
  path = await propose()
})

describe('what waits', () => {
  it('is listed and stands on the home page, for this issuer alone', async () => {
    for (const page of ['/console', '/console/proposals']) {
      const document = await pageOf(await approver.get(page))
      expect(document.querySelector(`.rows a[href="${path}"]`), page).not.toBeNull()
    }
    const stranger = await visit(server, other.slug, 'approver')
    const document = await pageOf(await stranger.get('/console/proposals'))
    expect(document.querySelector('.rows a')).toBeNull()
    await pageOf(await stranger.get(path), 404)
    await pageOf(await stranger.post(`${path}/approval`, {}), 404)
  })

  it('is read by an approver as its holder will see it', async () => {
    const document = await pageOf(await approver.get(path))
    expect(wordsOf(document, '.preview')).toContain('Amina Diallo')
  })

  it.each(['proposer', 'auditor', 'admin'] as const)(
    'is neither read nor decided by the role %s',
    async (role) => {
      const visitor = await visit(server, issuer.slug, role)
      const document = await pageOf(await visitor.get(path))
      expect(document.querySelector('.preview')).toBeNull()
      expect(document.querySelector('main .console form')).toBeNull()
      await pageOf(await visitor.post(`${path}/approval`, {}), 403)
      await pageOf(await visitor.post(`${path}/refusal`, { reasonCode: 'incorrect' }), 403)
    },
  )
})

describe('an approval', () => {
  it('hands out the signed credential, once', async () => {
    const document = await pageOf(await approver.post(`${path}/approval`, {}))
    const result = await verify(server, wordsOf(document, '#credential'))
    expect(result.credential.subject.name).toBe('Amina Diallo')
    const again = await pageOf(await approver.post(`${path}/approval`, {}), 409)
    expect(again.querySelector('#credential')).toBeNull()
  })

  it('is not for whoever proposed, and the page says why', async () => {
    const own = await proposeByForm(proposer)
    const document = await pageOf(await proposer.get(own))
    expect(document.querySelector('main .console form')).toBeNull()
    expect(wordsOf(document, 'main')).toContain('You proposed this, so somebody else decides')
    await pageOf(await proposer.post(`${own}/approval`, {}), 403)
    const response = await approver.post(`${own}/approval`, {})
    expect(response.headers.get('location')).toBe(`${own}?done=approved`)
    const page = await pageOf(await proposer.get(`/console/credentials/${licence.uuid}`))
    expect(wordsOf(page, '.facts')).toContain('Suspended')
  })
})

describe('a refusal', () => {
  it('is kept with its reason and its note', async () => {
    const form = { reasonCode: 'not_entitled', note: 'Never graduated' }
    const response = await approver.post(`${path}/refusal`, form)
    expect(response.headers.get('location')).toBe(`${path}?done=refused`)
    const document = await pageOf(await proposer.get(path))
    expect(wordsOf(document, '.facts')).toContain('The person has no right to it – Never graduated')
  })

  it('needs a reason, and keeps the note that was entered', async () => {
    const form = { reasonCode: '', note: 'Never graduated' }
    const document = await pageOf(await approver.post(`${path}/refusal`, form), 400)
    expect(document.querySelector('#field-reasonCode')?.getAttribute('aria-invalid')).toBe('true')
    expect(wordsOf(document, '#field-note')).toBe('Never graduated')
  })
})
