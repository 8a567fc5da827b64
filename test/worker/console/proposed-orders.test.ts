// A proposal of every kind as approvers read it: in words, with everything that is asked for.
import { describe, expect, it } from 'vitest'
import { CREDENTIAL_TYPES } from '../../../shared/credential-types/index.ts'
import { pageOf, visit, wordsOf } from '../support/console.ts'
import { proposalIn, putPolicy } from '../support/four-eyes.ts'
import { fromPage, signIn } from '../support/operators.ts'
import { degreeOrder, licenceOrder } from '../support/orders.ts'
import { bodyOf, env, startServer } from '../support/server.ts'
import { credentialOf, postIssue } from '../support/vc-api.ts'
import { foundAccredited, issue, verify } from '../support/world.ts'

const server = startServer()
const { issuer } = await foundAccredited(server)
const licence = await issue(server, issuer)
const scheduled = await server.patch(
  `/v1/issuers/${issuer.slug}/credentials/${licence.uuid}/status`,
  {
    key: issuer.apiKey,
    body: { state: 'lapsed', reason: 'Fees', effectiveFrom: '2099-01-01T00:00:00+01:00' },
  },
)
await bodyOf(scheduled, 200)
await env.DB.prepare('INSERT INTO issuer_policies VALUES (?, 1, 0)').bind(issuer.slug).run()
const admin = await visit(server, issuer.slug, 'admin')
const approver = await visit(server, issuer.slug, 'approver')

const call = (method: string, path: string, body: object) =>
  server.call(method, `/v1/issuers/${issuer.slug}${path}`, { key: issuer.apiKey, body })
const pathOf = async (response: Response) => `/console/proposals/${await proposalIn(response)}`
const read = async (response: Response) => pageOf(await approver.get(await pathOf(response)))
const orderIn = async (response: Response) => wordsOf(await read(response), '.order')

describe('an approver reads', () => {
  it('a credential as its holder will see it, and every line that was entered', async () => {
    const document = await read(await call('POST', '/credentials', degreeOrder()))
    expect(wordsOf(document, '.preview')).toContain('Amina Diallo')
    expect(wordsOf(document, 'details .order')).toContain('subject › nameAmina Diallo')
  })

  it('a whole credential of other software, line by line', async () => {
    const order = await orderIn(
      await postIssue(server, credentialOf(issuer.did), {}, issuer.apiKey),
    )
    expect(order).toContain('credential subject › ')
    expect(order).not.toMatch(/[{}"]/)
  })

  it('a change of a state with its dates, its reason and the state of today', async () => {
    const order = await orderIn(
      await call('PATCH', `/credentials/${licence.uuid}/status`, {
        state: 'suspended',
        reason: 'An inquiry is open',
        reasonCode: 'fitness_to_practise',
        effectiveFrom: '2098-01-01T00:00:00Z',
        until: '2098-02-01T01:30:00+01:00',
      }),
    )
    expect(order).toContain('Professional licence')
    expect(order).toContain('now: In force')
    expect(order).toContain('New stateSuspended')
    expect(order).toContain('From2098-01-01 00:00 UTC')
    expect(order).toContain('Until2098-02-01 00:30 UTC')
    expect(order).toContain('WhyFitness to practise')
    expect(order).toContain('An inquiry is open')
  })

  it('what a cancellation takes back', async () => {
    const status = await server.get(
      `/v1/issuers/${issuer.slug}/credentials/${licence.uuid}/status`,
      { key: issuer.apiKey },
    )
    const [change] = (await bodyOf<{ scheduled: { change: number }[] }>(status, 200)).scheduled
    const path = `/credentials/${licence.uuid}/status/cancellations`
    const order = await orderIn(await call('POST', path, { change: change?.change }))
    expect(order).toContain('Take backLapsed from 2098-12-31 23:00 UTC: Fees')
  })

  it('a change of a state by other software', async () => {
    const response = await server.post('/credentials/status', {
      key: issuer.apiKey,
      body: {
        credentialId: `urn:uuid:${licence.uuid}`,
        credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'suspension' },
        status: false,
      },
    })
    const order = await orderIn(response)
    expect(order).toContain(licence.uuid)
    expect(order).toContain('End its suspension')
  })

  it('what it means to switch four eyes off', async () => {
    const { cookie } = await signIn(server, issuer.slug, 'admin')
    const response = await putPolicy(server, issuer, fromPage(server, cookie), {
      fourEyes: false,
      reasonCode: 'too_few_operators',
    })
    const order = await orderIn(response)
    expect(order).toContain('one operator or API key alone issues')
    expect(order).toContain('There are too few operators')
  })
})

describe('whoever proposed', () => {
  it('is called by name, an API key by what it is for', async () => {
    const path = await pathOf(await call('POST', '/credentials', licenceOrder()))
    for (const page of ['/console/proposals', path]) {
      const document = await pageOf(await admin.get(page))
      expect(wordsOf(document, 'main'), page).toContain('API key “First key”')
    }
  })
})

describe('what cannot be carried out', () => {
  it('can still be read, and refused', async () => {
    const nothing = CREDENTIAL_TYPES['licence-extension'].example
    const path = await pathOf(await call('POST', '/credentials', nothing))
    const document = await pageOf(await approver.get(path))
    expect(wordsOf(document, '.order')).toContain('KindLicence extension')
    const response = await approver.post(`${path}/refusal`, { reasonCode: 'incorrect' })
    expect(response.headers.get('location')).toBe(`${path}?done=refused`)
  })
})

describe('the approval of a whole credential', () => {
  it('hands it out', async () => {
    const response = await postIssue(server, credentialOf(issuer.did), {}, issuer.apiKey)
    const document = await pageOf(await approver.post(`${await pathOf(response)}/approval`, {}))
    // linkedom leaves what stands in a text area as it was written.
    const text = wordsOf(document, '#credential').replaceAll('&quot;', '"')
    const { credential } = await verify(server, text)
    expect(credential.issuer.id).toBe(issuer.did)
  })
})
