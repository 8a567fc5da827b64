// A request for copies, and a notification: everything that a thief or a careless wallet could send instead, one lie at a time.
import { beforeEach, describe, expect, it } from 'vitest'
import { didJwk } from '../../../shared/keys/did-jwk.ts'
import type { ClaimError } from '../../../worker/claims/claim-problem.ts'
import { licenceOrder } from '../support/orders.ts'
import { bodyOf, NOON, ORIGIN, startServer } from '../support/server.ts'
import {
  askCopies,
  askNonce,
  createHolderKey,
  createHolderKeys,
  oauthErrorOf,
  offer,
  proofOf,
  redeem,
  signProof,
} from '../support/wallet.ts'
import { changeStatus, found } from '../support/world.ts'

const server = startServer()
const issuer = await found(server)
const other = await found(server)
const ORDER = licenceOrder({ format: 'dc+sd-jwt', claim: {} })
const CONFIGURATION = 'licence-sd-jwt'

beforeEach(() => {
  server.clock.now = NOON
})

describe('a request for copies', () => {
  /** A link whose code was exchanged, and a proof that would be taken. */
  async function ready() {
    const offered = await offer(server, issuer, ORDER)
    const token = await redeem(server, issuer, offered)
    const nonce = await askNonce(server, issuer)
    const key = await createHolderKey()
    const ask = (jwt: readonly string[], more: object = {}) =>
      askCopies(server, issuer, token, {
        credential_configuration_id: CONFIGURATION,
        proofs: { jwt },
        ...more,
      })
    return { offered, token, nonce, key, ask }
  }

  it('is answered as it should be, once', async () => {
    const { nonce, key, ask, token } = await ready()
    const answer = await ask([await proofOf(server, issuer, key, nonce)])
    expect((await bodyOf<{ credentials: unknown[] }>(answer, 200)).credentials).toHaveLength(1)
    const fresh = await proofOf(
      server,
      issuer,
      await createHolderKey(),
      await askNonce(server, issuer),
    )
    expect((await oauthErrorOf(await ask([fresh]))).error).toBe('invalid_token')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(token).toMatch(/^[\w-]{43}$/)
  })

  it('is answered once of four at the same time', async () => {
    const { ask } = await ready()
    const requests = await Promise.all(
      Array.from({ length: 4 }, async () =>
        proofOf(server, issuer, await createHolderKey(), await askNonce(server, issuer)),
      ),
    )
    const answers = await Promise.all(requests.map((proof) => ask([proof])))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401])
  })

  const LIES: readonly [string, object, object, ClaimError][] = [
    ['for another audience', {}, { aud: 'https://evil.example' }, 'invalid_proof'],
    ['for the origin instead of the issuer', {}, { aud: ORIGIN }, 'invalid_proof'],
    ['for two audiences', {}, { aud: [`${ORIGIN}/issuers/x`, ORIGIN] }, 'invalid_proof'],
    ['without a time', {}, { iat: undefined }, 'invalid_proof'],
    ['of six minutes ago', {}, { iat: NOON - 360 }, 'invalid_proof'],
    ['of the future', {}, { iat: NOON + 120 }, 'invalid_proof'],
    ['without a nonce', {}, { nonce: undefined }, 'invalid_nonce'],
    ['with a nonce of its own', {}, { nonce: 'A'.repeat(51) }, 'invalid_nonce'],
    ['without a signature algorithm', { alg: 'none' }, {}, 'invalid_proof'],
    ['with an algorithm of shared secrets', { alg: 'HS256' }, {}, 'invalid_proof'],
    ['with the algorithm of another key', { alg: 'ES256' }, {}, 'invalid_proof'],
    ['of another type', { typ: 'JWT' }, {}, 'invalid_proof'],
    ['with an unknown critical header', { crit: ['exp'] }, {}, 'invalid_proof'],
    ['without a key', { jwk: undefined }, {}, 'invalid_proof'],
    ['with a chain of certificates', { x5c: ['MIIB'] }, {}, 'invalid_proof'],
    [
      'with a DID that has to be fetched',
      { jwk: undefined, kid: 'did:web:x#1' },
      {},
      'invalid_proof',
    ],
  ]
  it.each(LIES)('is refused by a proof %s', async (_, header, payload, error) => {
    const { nonce, key, ask } = await ready()
    const proof = await proofOf(server, issuer, key, nonce, header, payload)
    expect((await oauthErrorOf(await ask([proof]))).error).toBe(error)
    const good = await proofOf(server, issuer, key, nonce)
    expect((await ask([good])).status).toBe(200)
  })

  it('is refused by a proof that is signed by another key', async () => {
    const { nonce, key, ask } = await ready()
    const { jwk } = await createHolderKey()
    const proof = await proofOf(server, issuer, key, nonce, { jwk })
    expect((await oauthErrorOf(await ask([proof]))).error).toBe('invalid_proof')
  })

  it('is refused by a proof that carries its private key', async () => {
    const { nonce, key, ask } = await ready()
    const proof = await proofOf(server, issuer, key, nonce, { jwk: { ...key.jwk, d: key.jwk.x } })
    expect((await oauthErrorOf(await ask([proof]))).error).toBe('invalid_proof')
  })

  it('is taken with a proof by did:jwk, and refused with key and DID at once', async () => {
    const { nonce, key, ask } = await ready()
    const kid = `${didJwk(key.jwk)}#0`
    const both = await proofOf(server, issuer, key, nonce, { kid })
    expect((await oauthErrorOf(await ask([both]))).error).toBe('invalid_proof')
    expect(
      (await ask([await proofOf(server, issuer, key, nonce, { jwk: undefined, kid })])).status,
    ).toBe(200)
  })

  it('is refused with a nonce that was used, has expired or is of another issuer', async () => {
    const first = await ready()
    const used = await proofOf(server, issuer, first.key, first.nonce)
    expect((await first.ask([used])).status).toBe(200)
    const { ask, key } = await ready()
    const replayed = await proofOf(server, issuer, key, first.nonce)
    expect((await oauthErrorOf(await ask([replayed]))).error).toBe('invalid_nonce')
    const foreign = await proofOf(server, issuer, key, await askNonce(server, other))
    expect((await oauthErrorOf(await ask([foreign]))).error).toBe('invalid_nonce')
    const late = await askNonce(server, issuer)
    server.clock.now += 300
    const old = await proofOf(server, issuer, key, late)
    expect((await oauthErrorOf(await ask([old]))).error).toBe('invalid_nonce')
  })

  it('is refused where proofs hold different nonces', async () => {
    const { ask, nonce } = await ready()
    const [a, b] = await createHolderKeys(2)
    if (!a || !b) throw new Error('No keys')
    const proofs = [
      await proofOf(server, issuer, a, nonce),
      await proofOf(server, issuer, b, await askNonce(server, issuer)),
    ]
    expect((await oauthErrorOf(await ask(proofs))).error).toBe('invalid_proof')
  })

  it('is refused with a key twice, or one that any copy is bound to already', async () => {
    const { ask, nonce, key } = await ready()
    const proof = await proofOf(server, issuer, key, nonce)
    const named = await proofOf(server, issuer, key, nonce, { jwk: { ...key.jwk, kid: 'two' } })
    expect((await oauthErrorOf(await ask([proof, named]))).error).toBe('invalid_proof')
    expect((await ask([proof])).status).toBe(200)
    const next = await ready()
    const again = await proofOf(server, issuer, key, next.nonce)
    const { error, error_description: why } = await oauthErrorOf(await next.ask([again]))
    expect([error, why]).toEqual(['invalid_proof', expect.stringContaining('used before')])
  })

  it('is refused with eleven proofs, and taken with ten', async () => {
    const { ask, nonce } = await ready()
    const keys = await createHolderKeys(11)
    const proofs = await Promise.all(keys.map((key) => proofOf(server, issuer, key, nonce)))
    expect((await oauthErrorOf(await ask(proofs))).error).toBe('invalid_credential_request')
    expect((await ask(proofs.slice(1))).status).toBe(200)
  })

  it.each([
    ['no proof', { proofs: { jwt: [] } }, 'invalid_credential_request'],
    ['no proofs at all', { proofs: undefined }, 'invalid_credential_request'],
    [
      'proofs of another kind',
      { proofs: { attestation: ['a.b.c'] } },
      'invalid_credential_request',
    ],
    [
      'a wish to be encrypted',
      { credential_response_encryption: {} },
      'invalid_credential_request',
    ],
    [
      'what nobody offers',
      { credential_configuration_id: 'x' },
      'unknown_credential_configuration',
    ],
    [
      'what another link offers',
      { credential_configuration_id: 'degree-sd-jwt' },
      'invalid_credential_request',
    ],
    [
      'an identifier that nobody gave',
      { credential_identifier: 'x' },
      'unknown_credential_identifier',
    ],
  ] as const)('is refused with %s', async (_, change, error) => {
    const { ask, nonce, key } = await ready()
    const proof = await proofOf(server, issuer, key, nonce)
    expect((await oauthErrorOf(await ask([proof], change))).error).toBe(error)
  })

  it('is refused with a token of another issuer, an old one, or none', async () => {
    const { token, key, nonce } = await ready()
    const body = {
      credential_configuration_id: CONFIGURATION,
      proofs: { jwt: [await proofOf(server, issuer, key, nonce)] },
    }
    const elsewhere = await askCopies(server, other, token, body)
    expect(elsewhere.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"')
    expect((await oauthErrorOf(elsewhere)).error).toBe('invalid_token')
    expect((await oauthErrorOf(await askCopies(server, issuer, 'x', body))).error).toBe(
      'invalid_token',
    )
    server.clock.now += 600
    expect((await oauthErrorOf(await askCopies(server, issuer, token, body))).error).toBe(
      'invalid_token',
    )
  })

  it('is refused once the credential was revoked', async () => {
    const { offered, ask, nonce, key } = await ready()
    expect((await changeStatus(server, issuer, offered.id.slice(9), 'revoked')).status).toBe(200)
    const { error } = await oauthErrorOf(await ask([await proofOf(server, issuer, key, nonce)]))
    expect(error).toBe('credential_request_denied')
  })

  it('is refused by a proof without end', async () => {
    const { ask, key, nonce } = await ready()
    const header = { alg: 'EdDSA', typ: 'openid4vci-proof+jwt', jwk: key.jwk }
    const proof = await signProof(key, header, { nonce, pad: 'x'.repeat(5000) })
    expect((await oauthErrorOf(await ask([proof]))).error).toBe('invalid_proof')
  })
})

describe('a notification', () => {
  it('is taken from the wallet that was handed the copies, under their name', async () => {
    const offered = await offer(server, issuer, ORDER)
    const token = await redeem(server, issuer, offered)
    const key = await createHolderKey()
    const proof = await proofOf(server, issuer, key, await askNonce(server, issuer))
    const body = { credential_configuration_id: CONFIGURATION, proofs: { jwt: [proof] } }
    const answer = await askCopies(server, issuer, token, body)
    const { notification_id: id } = await bodyOf<{ notification_id: string }>(answer, 200)
    const tell = (notification: object, key = token) =>
      server.post(`/issuers/${issuer.slug}/claims/notification`, { key, body: notification })
    const event = 'credential_accepted'
    expect((await oauthErrorOf(await tell({ notification_id: 'x', event }))).error).toBe(
      'invalid_notification_id',
    )
    expect((await oauthErrorOf(await tell({ notification_id: id, event: 'x' }))).error).toBe(
      'invalid_notification_request',
    )
    expect((await oauthErrorOf(await tell({ notification_id: id, event }, 'y'))).error).toBe(
      'invalid_token',
    )
    expect((await tell({ notification_id: id, event })).status).toBe(204)
  })
})
