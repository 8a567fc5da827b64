// Orders that ask for a claim: what of them is refused, and why.
import { describe, expect, it } from 'vitest'
import { licenceOrder } from '../support/orders.ts'
import { problemOf, startServer } from '../support/server.ts'
import { found } from '../support/world.ts'

const server = startServer()
const issuer = await found(server)
const ORDER = licenceOrder({ format: 'dc+sd-jwt', claim: {} })

describe('an order with a claim', () => {
  it.each([
    ['in a format that no wallet is bound to', { format: 'jwt_vc' }, 'format'],
    [
      'with a key of the issuer’s choice',
      { holderKey: { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) } },
      'holderKey',
    ],
    [
      'with a DID of the issuer’s choice',
      { subject: { name: 'A', id: 'did:key:z6Mk' } },
      'subject.id',
    ],
    ['that begins at a moment of its own', { validFrom: '2026-01-01T09:31:07Z' }, 'validFrom'],
    ['that ends at a moment of its own', { validUntil: '2027-01-01T09:31:07Z' }, 'validUntil'],
  ])('is refused %s', async (_, change, field) => {
    const body = { ...ORDER, ...change }
    const answer = await server.post(`/v1/issuers/${issuer.slug}/credentials`, {
      key: issuer.apiKey,
      body,
    })
    expect((await problemOf(answer)).errors?.map((error) => error.field)).toEqual([field])
  })
})
