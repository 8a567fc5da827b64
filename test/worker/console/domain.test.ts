// /console/domain: an admin sees what to serve, links the domain and unlinks it.
import { expect, it } from 'vitest'
import { pageOf, visit, wordsOf } from '../support/console.ts'
import { jsonDocument } from '../support/net.ts'
import { foundAtOwnDomain } from '../support/own-domain.ts'
import { startServer } from '../support/server.ts'
import { found } from '../support/world.ts'

const server = startServer()
const issuer = await found(server)
const admin = await visit(server, issuer.slug, 'admin')
const PATH = '/console/domain'
const FILE = 'https://northmark.gov.xm/.well-known/did-configuration.json'
const send = (step: string, domain = 'northmark.gov.xm') => admin.post(PATH, { domain, step })

it('says what people are shown before a domain is linked', async () => {
  expect(wordsOf(await pageOf(await admin.get(PATH)), 'main')).toContain('localhost:8787')
})

it('shows what to serve, links it once it is there, and unlinks it', async () => {
  const shown = await pageOf(await send('file'))
  expect(wordsOf(shown, 'main')).toContain(FILE)
  server.net.answer(FILE, new Response('', { status: 404 }))
  const refused = await pageOf(await send('link'), 422)
  expect(wordsOf(refused, '[role=alert]')).toContain('could not be fetched')
  // linkedom leaves what stands in a text area as it was written.
  const configuration = JSON.parse(wordsOf(shown, 'textarea').replaceAll('&quot;', '"'))
  server.net.answer(FILE, jsonDocument(configuration))
  expect((await send('link')).headers.get('location')).toBe(`${PATH}?done=linked`)
  expect(wordsOf(await pageOf(await admin.get(PATH)), 'main')).toContain(
    'northmark.gov.xm is linked',
  )
  expect((await admin.post(PATH, { step: 'unlink' })).status).toBe(303)
  expect(wordsOf(await pageOf(await admin.get(PATH)), 'main')).toContain('None is linked')
})

it('takes no address for a domain', async () => {
  const document = await pageOf(await send('link', 'https://northmark.gov.xm/'), 400)
  expect(document.querySelector('#field-domain')?.getAttribute('aria-invalid')).toBe('true')
})

it('lets auditors look, and nobody but admins link', async () => {
  const auditor = await visit(server, issuer.slug, 'auditor')
  const document = await pageOf(await auditor.get(PATH))
  expect(document.querySelector('main .console form')).toBeNull()
  await pageOf(await auditor.post(PATH, { domain: 'northmark.gov.xm', step: 'link' }), 403)
})

it('tells an issuer that keeps its key what to sign by itself', async () => {
  const { issuer: own } = await foundAtOwnDomain(server, 'keeper', 'keeper.gov.xm')
  const visitor = await visit(server, own.slug, 'admin')
  const document = await pageOf(await visitor.post(PATH, { domain: 'keeper.gov.xm', step: 'file' }))
  expect(wordsOf(document, '[role=status]')).toContain('Domain Linkage Credential')
})
