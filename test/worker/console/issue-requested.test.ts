// /console/issue of an issuer that keeps its keys to itself: the order waits for the issuer's own key.
import { expect, it } from 'vitest'
import { pageOf, visit, wordsOf } from '../support/console.ts'
import { foundAtOwnDomain, makeOutsideKey, publishKeys } from '../support/own-domain.ts'
import { bodyOf, startServer } from '../support/server.ts'

const server = startServer()
const HOST = 'college.gov.xm'
const { issuer, headersOf } = await foundAtOwnDomain(server, 'college', HOST)
const key = await makeOutsideKey()
const LICENCE = {
  format: 'vc+jwt',
  holder_name: 'Zoë Adeyemi',
  valid_from: '2026-01-01',
  valid_until: '2026-12-31',
  name: 'Licence to practise medicine',
  number: 'NM-1',
  isco08: '2211',
  jurisdiction: 'XM-N',
}
const sent = { ...LICENCE, step: 'sign', key: '0b1e5a54-8f5b-4b5e-9a52-5a3f1d4a7c11' }

const open = async () =>
  (
    await bodyOf<{ requests: { kind: string }[] }>(
      await server.get(`/v1/issuers/${issuer.slug}/signing-requests`, { key: issuer.apiKey }),
      200,
    )
  ).requests.map(({ kind }) => kind)

it('says that there is no key yet', async () => {
  const proposer = await visit(server, issuer.slug, 'proposer')
  const document = await pageOf(await proposer.post('/console/issue/licence', sent), 409)
  expect(wordsOf(document, 'h1')).toContain('not registered a key')
})

it('asks for the signature once, however often the form is sent', async () => {
  await publishKeys(server, HOST, [key.publicJwk])
  await server.post(`/v1/issuers/${issuer.slug}/keys`, {
    headers: await headersOf('approver'),
    body: { publicJwk: key.publicJwk },
  })
  const approver = await visit(server, issuer.slug, 'approver')
  for (const time of [1, 2]) {
    const document = await pageOf(await approver.post('/console/issue/licence', sent), 202)
    expect(wordsOf(document, 'h1'), `${time}`).toBe('It waits for your key')
    expect(document.querySelector('a[href="/console/signing"]')).not.toBeNull()
  }
  expect(await open()).toEqual(['status_delegation', 'licence'])
})
