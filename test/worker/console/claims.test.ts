// Claim links in the console: out of the form for one credential, and for the approver under four eyes.
import { expect, it } from 'vitest'
import { pageOf, visit, wordsOf } from '../support/console.ts'
import { approve, foundFourEyes, proposalIn } from '../support/four-eyes.ts'
import { licenceOrder } from '../support/orders.ts'
import { bodyOf, startServer } from '../support/server.ts'
import { claimWithClient, createHolderKeys, type Offered } from '../support/wallet.ts'
import { found } from '../support/world.ts'

const server = startServer()

const FORM = {
  format: 'dc+sd-jwt',
  handover: 'claim',
  holder_name: 'Amina Diallo',
  valid_from: '2026-01-01',
  name: 'Licence to practise medicine',
  number: 'NM-1',
  isco08: '2211',
  jurisdiction: 'XM-N',
}

it('shows the link and the code instead of a credential, and the same ones to a form that is sent twice', async () => {
  const issuer = await found(server)
  const proposer = await visit(server, issuer.slug, 'proposer')
  const send = (more: object) => proposer.post('/console/issue/licence', { ...FORM, ...more })
  const preview = await pageOf(await send({}))
  const hidden = Object.fromEntries(
    Array.from(preview.querySelectorAll('.console input[type=hidden]'), (input) => [
      input.getAttribute('name') ?? '',
      input.getAttribute('value') ?? '',
    ]),
  )
  expect(hidden).toMatchObject({ handover: 'claim' })
  const done = await pageOf(await send({ ...hidden, step: 'sign' }))
  expect(wordsOf(done, 'h1')).toBe('It is ready to be claimed')
  const link = wordsOf(done, '#claim-link')
  expect(link).toMatch(/^http:\/\/localhost:8787\/claim#[\w-]{43}$/)
  expect(done.body.textContent).toMatch(/Transaction code: \d{6}/)
  const again = await pageOf(await send({ ...hidden, step: 'sign' }))
  expect(wordsOf(again, '#claim-link')).toBe(link)
})

it('is told at the field where the format cannot be claimed', async () => {
  const issuer = await found(server)
  const proposer = await visit(server, issuer.slug, 'proposer')
  const form = { ...FORM, format: 'jwt_vc' }
  const page = await pageOf(await proposer.post('/console/issue/licence', form), 400)
  expect(wordsOf(page, '#field-format-error')).toContain('What is claimed is dc+sd-jwt or vc+jwt')
})

it('makes a link under four eyes once an approver has decided, and shows it to the approver alone', async () => {
  const { issuer, approver } = await foundFourEyes(server)
  const body = licenceOrder({ format: 'dc+sd-jwt', claim: {} })
  const path = `/v1/issuers/${issuer.slug}/credentials`
  const id = await proposalIn(await server.post(path, { key: issuer.apiKey, body }))
  const answer = await approve(server, issuer, id, approver)
  const { result } = await bodyOf<{ result: Offered }>(answer, 200)
  const keys = await createHolderKeys(1)
  const { credentialOffer, transactionCode } = result
  const { copies } = await claimWithClient(server, credentialOffer, transactionCode, keys)
  expect(copies).toHaveLength(1)
})

it('shows the approver in the console the link, not a credential', async () => {
  const { issuer } = await foundFourEyes(server)
  const body = licenceOrder({ format: 'dc+sd-jwt', claim: {} })
  const path = `/v1/issuers/${issuer.slug}/credentials`
  const id = await proposalIn(await server.post(path, { key: issuer.apiKey, body }))
  const approver = await visit(server, issuer.slug, 'approver')
  const page = await pageOf(await approver.post(`/console/proposals/${id}/approval`, {}))
  expect(wordsOf(page, '#claim-link')).toContain('/claim#')
})
