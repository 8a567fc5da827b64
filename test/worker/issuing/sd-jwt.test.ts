// SD-JWT VCs through the API and in workerd: issued, shown in part, proven to be their holder's, withdrawn, described.
import { describe, expect, it } from 'vitest'
import { encodeBase64Url } from '../../../shared/encoding/base64url.ts'
import { utf8Encode } from '../../../shared/encoding/bytes.ts'
import type { VerificationResult } from '../../../shared/index.ts'
import { publicJwk } from '../../../shared/keys/jwk.ts'
import { digestOf } from '../../../shared/parse/sd-jwt/digest.ts'
import { createOutsideIssuer, headerOf, payloadOf } from '../support/jws.ts'
import { degreeOrder, licenceOrder } from '../support/orders.ts'
import { bodyOf, NOON, ORIGIN, problemOf, startServer } from '../support/server.ts'
import { changeStatus, foundAccredited, issue, problemsIn, verify } from '../support/world.ts'

const server = startServer()
const { issuer } = await foundAccredited(server)
const holder = await createOutsideIssuer()
const FORMAT = { format: 'dc+sd-jwt' } as const
const ORDERS = { degree: degreeOrder, licence: licenceOrder } as const
const KINDS = ['degree', 'licence'] as const

const encode = (value: object) => encodeBase64Url(utf8Encode(JSON.stringify(value)))

/** What is presented, with the holder's proof behind it. */
async function present(presented: string, claims: object): Promise<string> {
  const header = { alg: 'EdDSA', typ: 'kb+jwt' }
  const proof = { iat: NOON, sd_hash: digestOf('sha-256')?.(presented), ...claims }
  const input = `${encode(header)}.${encode(proof)}`
  return `${presented}${input}.${encodeBase64Url(await holder.sign(utf8Encode(input)))}`
}

describe.each(KINDS)('a %s', (kind) => {
  it('is issued, and verifies whole and with nothing disclosed', async () => {
    const { credential, id } = await issue(server, issuer, ORDERS[kind](FORMAT))
    const whole = await verify(server, credential)
    expect(problemsIn(whole)).toEqual([])
    expect(whole.verdict).toBe('verified')
    expect(whole.credential).toMatchObject({ id, kind, envelope: 'dc+sd-jwt' })
    const bare = await verify(server, `${credential.split('~')[0]}~`)
    expect(bare.verdict).toBe('verified')
    expect(bare.credential.subject).toEqual({})
  })

  it('is withdrawn', async () => {
    const { credential, uuid } = await issue(server, issuer, ORDERS[kind](FORMAT))
    await bodyOf(await changeStatus(server, issuer, uuid, 'revoked'), 200)
    const result = await verify(server, credential)
    expect(result.verdict).toBe('not_in_force')
    expect(problemsIn(result)).toEqual(['fail status.revoked'])
  })

  it('says which type it has, and the type says what it is', async () => {
    const { credential } = await issue(server, issuer, ORDERS[kind](FORMAT))
    const { vct } = payloadOf(credential)
    expect(headerOf(credential).typ).toBe('dc+sd-jwt')
    expect(vct.startsWith(`${ORIGIN}/vct/`)).toBe(true)
    const metadata = await bodyOf<{ vct: string }>(await server.get(new URL(vct).pathname), 200)
    expect(metadata.vct).toBe(vct)
  })
})

describe('a licence', () => {
  it('that was limited later is in force, and says that it has conditions', async () => {
    const { credential, uuid } = await issue(server, issuer, licenceOrder(FORMAT))
    expect((await verify(server, credential)).notices).toEqual([])
    await bodyOf(await changeStatus(server, issuer, uuid, 'conditions'), 200)
    const result = await verify(server, credential)
    expect(result.verdict).toBe('verified')
    expect(result.notices).toEqual(['licence_conditions'])
  })
})

describe('a credential that is bound to a holder', () => {
  const asked = { nonce: 'nonce-1', audience: 'https://employer.gov.xm' }
  const order = licenceOrder({ ...FORMAT, holderKey: { ...publicJwk(holder.publicKey) } })
  const ask = async (credential: string, question: object) =>
    bodyOf<VerificationResult>(
      await server.post('/v1/verifications', { body: { credential, ...question } }),
      200,
    )

  it('is proven to be theirs', async () => {
    const { credential } = await issue(server, issuer, order)
    const bound = await present(credential, { nonce: asked.nonce, aud: asked.audience })
    const result = await ask(bound, asked)
    expect(result.verdict).toBe('verified')
    expect(result.checks).toContainEqual({ check: 'holder_binding', outcome: 'pass' })
    expect(problemsIn(await ask(bound, { nonce: 'nonce-2' }))).toEqual([
      'fail holder_binding.nonce_mismatch',
    ])
    expect(problemsIn(await ask(credential, asked))).toEqual(['fail holder_binding.missing'])
    expect((await ask(credential, {})).notices).toContain('holder_not_proven')
  })

  it.each([
    ['a private key', { ...FORMAT, holderKey: { ...publicJwk(holder.publicKey), d: 'AA' } }],
    ['a format that binds nobody', { holderKey: { ...publicJwk(holder.publicKey) } }],
  ])('is not issued with %s', async (_, changes) => {
    const response = await server.post(`/v1/issuers/${issuer.slug}/credentials`, {
      key: issuer.apiKey,
      body: licenceOrder(changes),
    })
    expect((await problemOf(response)).code).toBe('request.invalid')
  })
})
