// A holder who lost the wallet is given another link for the same credential: its old copies end when the new ones are fetched.
import { describe, expect, it } from 'vitest'
import { formatDateTime } from '../../../shared/encoding/time.ts'
import { degreeOrder, licenceOrder } from '../support/orders.ts'
import { problemOf, startServer } from '../support/server.ts'
import {
  claimWithClient,
  codeOf,
  createHolderKeys,
  type Offered,
  offer,
} from '../support/wallet.ts'
import { changeStatus, foundAccredited, issue, problemsIn, verify } from '../support/world.ts'

const server = startServer()
const { issuer } = await foundAccredited(server)
const order = (claim: object) => licenceOrder({ format: 'dc+sd-jwt', claim })

async function claim(offered: Offered, count = 2) {
  const keys = await createHolderKeys(count)
  const { credentialOffer, transactionCode } = offered
  return (await claimWithClient(server, credentialOffer, transactionCode, keys)).copies
}

const refusalOf = async (claim: object, body: object = order(claim)) => {
  const answer = await server.post(`/v1/issuers/${issuer.slug}/credentials`, {
    key: issuer.apiKey,
    body,
  })
  return (await problemOf(answer)).code
}

describe('another link for a licence', async () => {
  const first = await offer(server, issuer, order({}))
  const old = await claim(first)
  const issuedAt = server.clock.now
  server.clock.now += 3600
  const second = await offer(server, issuer, order({ replaces: first.id }))

  it('is for the same credential, and ends nothing before it is used', async () => {
    expect(second.id).toBe(first.id)
    for (const copy of old) expect(problemsIn(await verify(server, copy))).toEqual([])
  })

  it('ends the old copies when it is used, and tells so in their status from then on', async () => {
    server.clock.now += 3600
    const fresh = await claim(second)
    server.clock.now += 2
    for (const copy of fresh) expect(problemsIn(await verify(server, copy))).toEqual([])
    for (const copy of old) {
      expect(problemsIn(await verify(server, copy))).toEqual(['fail status.revoked'])
      const then = formatDateTime(issuedAt + 60)
      expect(problemsIn(await verify(server, copy, then))).toEqual([])
    }
    await changeStatus(server, issuer, first.id.slice(9), 'suspended')
    server.clock.now += 2
    for (const copy of fresh) {
      expect(problemsIn(await verify(server, copy))).toEqual(['fail status.suspended'])
    }
    for (const copy of old) {
      expect(problemsIn(await verify(server, copy))).toEqual(['fail status.revoked'])
    }
  })

  it('brings copies that are suspended from the start where the licence is', async () => {
    const third = await offer(server, issuer, order({ replaces: first.id }))
    for (const copy of await claim(third)) {
      expect(problemsIn(await verify(server, copy))).toEqual(['fail status.suspended'])
    }
  })

  it('is refused for another kind, for what was never issued, and for what was revoked', async () => {
    const degree = degreeOrder({ claim: { replaces: first.id } })
    expect(await refusalOf({}, degree)).toBe('claim.refused')
    const nobody = 'urn:uuid:00000000-0000-4000-8000-000000000000'
    expect(await refusalOf({ replaces: nobody })).toBe('claim.refused')
    await changeStatus(server, issuer, first.id.slice(9), 'revoked')
    expect(await refusalOf({ replaces: first.id })).toBe('claim.refused')
  })
})

it('ends the extension of a licence with the licence, whoever holds which copy', async () => {
  const licence = await offer(server, issuer, order({}))
  await claim(licence)
  const extension = {
    kind: 'licence-extension',
    subject: { name: 'Amina Diallo' },
    validFrom: '2026-01-01T00:00:00Z',
    validUntil: '2026-12-31T23:59:59Z',
    claim: {},
    attestation: {
      name: 'Extension of a licence to practise medicine',
      baseLicence: licence.id,
      number: 'NM-204518',
      profession: { isco08: '2211' },
      jurisdiction: 'XM-N',
      legalBasis: 'Emergency Health Workforce Order 2025, section 4',
    },
  }
  const extended = await claim(await offer(server, issuer, extension))
  const before = await Promise.all(
    extended.map(async (copy) => problemsIn(await verify(server, copy))),
  )
  expect(before.flat().filter((problem) => problem.includes('status'))).toEqual([])
  await changeStatus(server, issuer, licence.id.slice(9), 'revoked')
  server.clock.now += 2
  for (const copy of extended) {
    expect(problemsIn(await verify(server, copy))).toContain('fail status.revoked')
  }
})

it('ends links that were not used yet, so that a lost one opens nothing', async () => {
  const lost = await offer(server, issuer, order({}))
  const sent = await offer(server, issuer, order({ replaces: lost.id }))
  const look = await server.post('/v1/claims/looks', { body: { code: codeOf(lost) } })
  expect(await problemOf(look)).toMatchObject({ code: 'claim.gone' })
  expect(await claim(sent)).toHaveLength(2)
})

it('is refused for a credential that was handed out whole, or offered in another format', async () => {
  const { id } = await issue(server, issuer, licenceOrder({ format: 'dc+sd-jwt' }))
  expect(await refusalOf({ replaces: id })).toBe('claim.refused')
  const offered = await offer(server, issuer, order({}))
  const other = licenceOrder({ format: 'vc+jwt', claim: { replaces: offered.id } })
  expect(await refusalOf({}, other)).toBe('claim.refused')
})
