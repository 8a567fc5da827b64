// Credentials with a proof inside, from the order to the verdict, all through the API and in workerd.
import { describe, expect, it } from 'vitest'
import type { VerificationResult } from '../../../shared/index.ts'
import { degreeOrder, licenceOrder } from '../support/orders.ts'
import { bodyOf, startServer } from '../support/server.ts'
import { foundAccredited, problemsIn } from '../support/world.ts'

const server = startServer()
const { issuer } = await foundAccredited(server)

const SUITES = ['eddsa-jcs-2022', 'eddsa-rdfc-2022'] as const
const ORDERS = { degree: degreeOrder, licence: licenceOrder } as const
const KINDS = ['degree', 'licence'] as const

interface Answer {
  readonly id: string
  readonly credential: {
    readonly proof: object
    readonly credentialSubject: object
    readonly '@context': readonly unknown[]
  }
}

const order = (body: object, key = crypto.randomUUID() as string) =>
  server.post(`/v1/issuers/${issuer.slug}/credentials`, {
    key: issuer.apiKey,
    body,
    headers: { 'idempotency-key': key },
  })

const verify = async (credential: unknown) =>
  bodyOf<VerificationResult>(await server.post('/v1/verifications', { body: { credential } }), 200)

describe.each(SUITES)('as %s', (format) => {
  it.each(KINDS)('issues a %s that verifies, as object and as text', async (kind) => {
    const { credential, id } = await bodyOf<Answer>(await order(ORDERS[kind]({ format })), 201)
    expect(credential.proof).toMatchObject({ type: 'DataIntegrityProof', cryptosuite: format })
    for (const handedIn of [credential, JSON.stringify(credential)]) {
      const result = await verify(handedIn)
      expect(problemsIn(result)).toEqual([])
      expect(result.verdict).toBe('verified')
      expect(result.credential).toMatchObject({ id, kind, envelope: format, claimsVerified: true })
    }
  })

  it.each(KINDS)('rejects a %s with one altered claim', async (kind) => {
    const { credential } = await bodyOf<Answer>(await order(ORDERS[kind]({ format })), 201)
    const subject = { ...credential.credentialSubject, name: 'Amina Dialla' }
    const result = await verify({ ...credential, credentialSubject: subject })
    expect(result.verdict).toBe('rejected')
    expect(problemsIn(result)).toEqual(['fail signature.mismatch'])
  })

  it('answers a repeated request with the same object', async () => {
    const body = licenceOrder({ format })
    const key = crypto.randomUUID()
    const [first, second] = [await order(body, key), await order(body, key)]
    expect(await second.text()).toBe(await first.text())
  })
})
