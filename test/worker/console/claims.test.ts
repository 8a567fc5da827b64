// Claim links in the console: out of the form for one credential, and for the approver under four eyes.
import { expect, it } from 'vitest'
import { createHeldQueue, degreeRows, degreeTable, workOffAll } from '../support/batches.ts'
import { pageOf, visit, wordsOf } from '../support/console.ts'
import { approve, foundFourEyes, proposalIn } from '../support/four-eyes.ts'
import { licenceOrder } from '../support/orders.ts'
import { bodyOf, startServer, textOf } from '../support/server.ts'
import { claimWithClient, createHolderKeys, type Offered } from '../support/wallet.ts'
import { found } from '../support/world.ts'

const queue = createHeldQueue()
const server = startServer({ BATCH_QUEUE: queue.queue })

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

it('makes links out of a table, and hands out the table of links', async () => {
  const { slug } = await found(server)
  const proposer = await visit(server, slug, 'proposer')
  const file = new File([degreeTable(degreeRows(2))], 'year.csv')
  const form = { kind: 'degree', format: 'dc+sd-jwt', handover: 'claim', file }
  const refused = await proposer.upload('/console/batches/uploads', { ...form, format: 'jwt_vc' })
  expect(wordsOf(await pageOf(refused, 422), 'main')).toContain('dc+sd-jwt or vc+jwt')
  const sent = await proposer.upload('/console/batches/uploads', form)
  const mapping = sent.headers.get('location') ?? ''
  const page = await pageOf(await proposer.get(mapping))
  const choices = Object.fromEntries(
    Array.from(page.querySelectorAll('select[name^=column-]'), (select) => [
      select.getAttribute('name') ?? '',
      select.querySelector('[selected]')?.getAttribute('value') ?? '',
    ]),
  )
  const checked = await proposer.post(mapping, { ...choices, step: 'check' })
  const batch = checked.headers.get('location') ?? ''
  await proposer.post(`${batch}/start`, { confirmed: 'yes' })
  await workOffAll(server, queue)
  const done = await pageOf(await proposer.get(batch))
  expect(wordsOf(done, '#results')).toContain('Download 2 claim links (CSV)')
  const link = done.querySelector('#results a[href$="results.csv"]')?.getAttribute('href') ?? ''
  const table = await textOf(await proposer.get(link))
  expect(table.split('\r\n')[0]).toBe('row,id,claim_link,transaction_code,good_until')
  expect(table).toContain('/claim#')
})
