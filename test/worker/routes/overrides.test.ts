// Suspending at once under four eyes: who may, what is kept of it, and who reviews it.
import { describe, expect, it } from 'vitest'
import { foundFourEyes, putPolicy } from '../support/four-eyes.ts'
import { bodyOf, env, problemOf, startServer } from '../support/server.ts'
import { found, issue } from '../support/world.ts'

const server = startServer()
const eyes = await foundFourEyes(server, false)
const theirs = await foundFourEyes(server)
const { uuid } = await issue(server, eyes.issuer)
await bodyOf(await putPolicy(server, eyes.issuer, eyes.admin, { fourEyes: true }), 200)

const { slug } = eyes.issuer
const path = `/v1/issuers/${slug}/credentials/${uuid}/status`
const suspension = {
  state: 'suspended',
  reason: 'A danger to patients',
  override: { reasonCode: 'public_safety' },
}

interface Overrides {
  readonly overrides: readonly { readonly id: string; readonly reviewedBy?: string }[]
  readonly next?: string
}
const list = async (query = '') =>
  bodyOf<Overrides>(
    await server.get(`/v1/issuers/${slug}/overrides${query}`, { headers: eyes.auditor }),
    200,
  )
const review = (id: string, headers: Record<string, string>) =>
  server.post(`/v1/issuers/${slug}/overrides/${id}/review`, { headers })

const stateNow = () =>
  env.DB.prepare('SELECT state FROM credentials WHERE id = ?1').bind(uuid).first('state')

describe('an override', () => {
  it.each([
    ['a proposer', () => eyes.proposer],
    ['an API key', () => ({ authorization: `Bearer ${eyes.issuer.apiKey}` })],
    ['an approver of another issuer', () => theirs.approver],
    ['an admin', () => eyes.admin],
  ])('is not for %s', async (_, headersOf) => {
    const response = await server.patch(path, { headers: headersOf(), body: suspension })
    expect(response.status).toBe(403)
    expect((await problemOf(response)).code).toBe('auth.forbidden')
    expect(await stateNow()).toBe('active')
    expect((await list()).overrides).toEqual([])
  })

  it.each([
    ['a revocation', { state: 'revoked' }],
    ['a reinstatement', { state: 'active' }],
    ['a reason of its own', { override: { reasonCode: 'because' } }],
    ['no reason', { override: {} }],
  ])('is refused for %s', async (_, change) => {
    const body = { ...suspension, ...change }
    const response = await server.patch(path, { headers: eyes.approver, body })
    expect((await problemOf(response)).code).toBe('request.invalid')
  })

  it('suspends at once, is marked, and is reviewed by somebody else', async () => {
    const response = await server.patch(path, { headers: eyes.approver, body: suspension })
    expect(await bodyOf(response, 200)).toMatchObject({ state: 'suspended' })
    expect(await stateNow()).toBe('suspended')
    const [made, ...more] = (await list()).overrides
    expect(more).toEqual([])
    expect(made).toMatchObject({
      credentialId: uuid,
      state: 'suspended',
      reasonCode: 'public_safety',
    })
    expect(made?.reviewedBy).toBeUndefined()
    const id = made?.id ?? ''
    expect((await problemOf(await review(id, eyes.approver))).code).toBe('override.own')
    expect((await problemOf(await review(id, eyes.admin))).code).toBe('auth.forbidden')
    expect((await problemOf(await review(id, theirs.approver))).code).toBe('auth.forbidden')
    const first = await bodyOf(await review(id, eyes.second), 200)
    expect(first.reviewedBy).toMatch(/^operator:/)
    expect(await bodyOf(await review(id, eyes.auditor), 200)).toEqual(first)
  })

  it('is listed page by page', async () => {
    const { next } = await list('?limit=1')
    expect((await list(`?limit=1&cursor=${next}`)).overrides).toEqual([])
  })

  it('is only a suspension where nobody asks for four eyes', async () => {
    const plain = await found(server)
    const issued = await issue(server, plain)
    const response = await server.patch(
      `/v1/issuers/${plain.slug}/credentials/${issued.uuid}/status`,
      { key: plain.apiKey, body: suspension },
    )
    expect(await bodyOf(response, 200)).toMatchObject({ state: 'suspended' })
  })

  it('of another issuer is not found', async () => {
    const id = (await list()).overrides[0]?.id ?? ''
    const response = await server.post(`/v1/issuers/${theirs.issuer.slug}/overrides/${id}/review`, {
      headers: theirs.approver,
    })
    expect((await problemOf(response)).code).toBe('override.unknown')
  })
})
