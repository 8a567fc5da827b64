// The code of a link and its transaction code: everything that a thief or a guesser could send instead, one lie at a time.
import { beforeEach, describe, expect, it } from 'vitest'
import { licenceOrder } from '../support/orders.ts'
import { env, NOON, startServer } from '../support/server.ts'
import { askToken, codeOf, type Offered, oauthErrorOf, offer, redeem } from '../support/wallet.ts'
import { found } from '../support/world.ts'

const server = startServer()
const issuer = await found(server)
const other = await found(server)
const ORDER = licenceOrder({ format: 'dc+sd-jwt', claim: {} })
const DAYS_30 = 30 * 86_400

beforeEach(() => {
  server.clock.now = NOON
})

const formOf = (offered: Offered) => ({
  'pre-authorized_code': codeOf(offered),
  tx_code: offered.transactionCode,
})
/** Another code of six digits. */
const wrong = ({ transactionCode }: Offered, by: number) =>
  String((Number(transactionCode) + by) % 1_000_000).padStart(6, '0')

describe('the code of a link', () => {
  it('buys one token, and none the second time', async () => {
    const offered = await offer(server, issuer, ORDER)
    await redeem(server, issuer, offered)
    const again = await oauthErrorOf(await askToken(server, issuer, formOf(offered)))
    expect(again).toMatchObject({ error: 'invalid_grant' })
    expect(again.error_description).toContain('is being used')
  })

  it('buys one token of two that are asked for at once', async () => {
    const offered = await offer(server, issuer, ORDER)
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => askToken(server, issuer, formOf(offered))),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400])
  })

  it('says how many tries are left, is locked after five wrong ones, and then refuses the right one', async () => {
    const offered = await offer(server, issuer, ORDER)
    for (const left of [4, 3, 2, 1]) {
      const form = { ...formOf(offered), tx_code: wrong(offered, left) }
      const { error, error_description: why } = await oauthErrorOf(
        await askToken(server, issuer, form),
      )
      expect([error, why]).toEqual([
        'invalid_grant',
        `The transaction code is wrong. Tries that are left: ${left}.`,
      ])
    }
    const fifth = { ...formOf(offered), tx_code: wrong(offered, 7) }
    const locked = await oauthErrorOf(await askToken(server, issuer, fifth))
    expect(locked.error_description).toContain('locked')
    expect(await oauthErrorOf(await askToken(server, issuer, formOf(offered)))).toEqual(locked)
    const row = await env.DB.prepare(
      'SELECT state, sealed_order FROM claims WHERE credential_id = ?1',
    )
      .bind(offered.id.slice(9))
      .first()
    expect(row).toEqual({ state: 'locked', sealed_order: null })
  })

  it('cannot be guessed past five tries by asking many times at once', async () => {
    const offered = await offer(server, issuer, ORDER)
    const guesses = Array.from({ length: 12 }, (_, at) =>
      askToken(server, issuer, { ...formOf(offered), tx_code: wrong(offered, at + 1) }),
    )
    await Promise.all(guesses)
    const row = await env.DB.prepare('SELECT state, tries FROM claims WHERE credential_id = ?1')
      .bind(offered.id.slice(9))
      .first()
    expect(row).toEqual({ state: 'locked', tries: 5 })
  })

  it('is worth nothing after thirty days', async () => {
    const offered = await offer(server, issuer, ORDER)
    server.clock.now += DAYS_30 - 1
    expect((await askToken(server, issuer, { ...formOf(offered), tx_code: 'x' })).status).toBe(400)
    server.clock.now += 1
    const { error, error_description: why } = await oauthErrorOf(
      await askToken(server, issuer, formOf(offered)),
    )
    expect([error, why]).toEqual(['invalid_grant', expect.stringContaining('expired')])
  })

  it('is worth nothing at another issuer', async () => {
    const offered = await offer(server, issuer, ORDER)
    expect(await oauthErrorOf(await askToken(server, other, formOf(offered)))).toMatchObject({
      error: 'invalid_grant',
    })
    await redeem(server, issuer, offered)
  })

  it.each([
    ['without the transaction code', { tx_code: undefined }, 'invalid_request'],
    ['without the code', { 'pre-authorized_code': undefined }, 'invalid_request'],
    ['of another link', { 'pre-authorized_code': 'A'.repeat(43) }, 'invalid_grant'],
    ['by another grant', { grant_type: 'authorization_code' }, 'unsupported_grant_type'],
  ])('buys nothing %s', async (_, change, error) => {
    const offered = await offer(server, issuer, ORDER)
    const form = Object.entries({ ...formOf(offered), ...change }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    )
    const answer = await askToken(server, issuer, Object.fromEntries(form))
    expect((await oauthErrorOf(answer)).error).toBe(error)
  })

  it('buys nothing with a transaction code that nobody asked for', async () => {
    const body = { ...ORDER, claim: { transactionCode: false } }
    const offered = await offer(server, issuer, body)
    const form = { 'pre-authorized_code': codeOf(offered), tx_code: '000000' }
    expect((await oauthErrorOf(await askToken(server, issuer, form))).error).toBe('invalid_request')
  })

  it('buys nothing twice in one form, or in JSON', async () => {
    const offered = await offer(server, issuer, ORDER)
    const twice = `${new URLSearchParams(formOf(offered))}&tx_code=${offered.transactionCode}`
    const path = `/issuers/${issuer.slug}/claims/token`
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const doubled = await server.post(path, { headers: form, body: twice })
    expect((await oauthErrorOf(doubled)).error).toMatch(/invalid_request|unsupported_grant_type/)
    const json = await server.post(path, { body: formOf(offered) })
    expect((await oauthErrorOf(json)).error).toBe('invalid_request')
  })
})
