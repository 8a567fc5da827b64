// What an issuer reads of a claim link: how it stands, and never the link.
import { expect, it } from 'vitest'
import { pageOf, visit, wordsOf } from '../support/console.ts'
import { licenceOrder } from '../support/orders.ts'
import { bodyOf, problemOf, startServer } from '../support/server.ts'
import {
  askToken,
  claimWithClient,
  codeOf,
  createHolderKeys,
  type Offered,
  offer,
} from '../support/wallet.ts'
import { found, issue } from '../support/world.ts'

const server = startServer()
const issuer = await found(server)
const ORDER = licenceOrder({ format: 'dc+sd-jwt', claim: {} })

const ask = ({ id }: { readonly id: string }) =>
  server.get(`/v1/issuers/${issuer.slug}/credentials/${id.slice('urn:uuid:'.length)}/claim`, {
    key: issuer.apiKey,
  })

it('tells that a link waits, and then that its copies arrived', async () => {
  const offered = await offer(server, issuer, ORDER)
  expect(await bodyOf(await ask(offered), 200)).toEqual({
    state: 'offered',
    tries: 0,
    createdAt: '2026-11-22T12:00:00Z',
    expiresAt: '2026-12-22T12:00:00Z',
  })
  const { credentialOffer, transactionCode } = offered
  await claimWithClient(server, credentialOffer, transactionCode, await createHolderKeys(1))
  expect(await bodyOf(await ask(offered), 200)).toMatchObject({
    state: 'claimed',
    tries: 1,
    claimedAt: '2026-11-22T12:00:00Z',
    outcome: 'credential_accepted',
  })
})

it('tells that a link was locked, in the console, too', async () => {
  const offered: Offered = await offer(server, issuer, ORDER)
  const wrong = { 'pre-authorized_code': codeOf(offered), tx_code: '000000' }
  for (let tries = 0; tries < 5; tries++) await askToken(server, issuer, wrong)
  expect(await bodyOf(await ask(offered), 200)).toMatchObject({ state: 'locked', tries: 5 })
  const auditor = await visit(server, issuer.slug, 'auditor')
  const page = await pageOf(await auditor.get(`/console/credentials/${offered.id.slice(9)}`))
  expect(wordsOf(page, '.facts')).toContain('Locked after five wrong transaction codes')
})

it('tells that there was none where the credential was handed out whole', async () => {
  expect((await problemOf(await ask(await issue(server, issuer)))).code).toBe('claim.unknown')
})
