// /v1/issuers/{slug}/keys: rotation, retirement, compromise, as an issuer's administrator does them.
import { beforeAll, describe, expect, it } from 'vitest'
import { DAY_SECONDS } from '../../support/clock.ts'
import { headerOf } from '../support/jws.ts'
import { fromPage, signIn } from '../support/operators.ts'
import { licenceOrder } from '../support/orders.ts'
import { bodyOf, env, NOON, problemOf, startServer } from '../support/server.ts'
import { type Founded, foundAccredited, issue, problemsIn, verify } from '../support/world.ts'

interface Key {
  readonly kid: string
  readonly state: string
  readonly compromisedSince?: string
}

const server = startServer()
let issuer: Founded
let admin: Record<string, string>

beforeAll(async () => {
  issuer = (await foundAccredited(server)).issuer
  admin = fromPage(server, (await signIn(server, issuer.slug, 'admin')).cookie)
})

const keysOf = async (response: Response, status = 200): Promise<readonly Key[]> =>
  (await bodyOf<{ keys: Key[] }>(response, status)).keys
const path = (rest = '') => `/v1/issuers/${issuer.slug}/keys${rest}`
const list = async () => keysOf(await server.get(path(), { headers: admin }))
const fragment = ({ kid }: Pick<Key, 'kid'>) => kid.slice(kid.indexOf('#') + 1)
const act = (key: Pick<Key, 'kid'>, action: string, body?: object) =>
  server.post(path(`/${fragment(key)}/${action}`), { headers: admin, ...(body && { body }) })
const rotate = async () => keysOf(await server.post(path(), { headers: admin }), 201)
const newest = async (): Promise<Key> => {
  const [key] = await list()
  if (!key) throw new Error('There is no key')
  return key
}
const didDocument = async () =>
  bodyOf<{ assertionMethod: string[] }>(await server.get(`/issuers/${issuer.slug}/did.json`), 200)
const signedNow = (validFrom = '2026-11-22T12:00:00Z') =>
  issue(server, issuer, licenceOrder({ validFrom }))

describe('a key that is followed by another', () => {
  it('signs for another day, until every verifier knows the new one, and goes on verifying', async () => {
    const { issuer } = await foundAccredited(server)
    const people = fromPage(server, (await signIn(server, issuer.slug, 'admin')).cookie)
    const before = await issue(server, issuer)
    const keys = await keysOf(
      await server.post(`/v1/issuers/${issuer.slug}/keys`, { headers: people }),
      201,
    )
    expect(keys.map(({ state }) => state)).toEqual(['active', 'active'])
    const old = keys[1]?.kid
    expect(headerOf(before.credential).kid).toBe(old)
    const document = await server.get(`/issuers/${issuer.slug}/did.json`)
    const { assertionMethod } = await bodyOf<{ assertionMethod: string[] }>(document, 200)
    expect(assertionMethod).toEqual(keys.map(({ kid }) => kid))

    const tomorrow = startServer()
    tomorrow.clock.now += DAY_SECONDS - 1
    expect(headerOf((await issue(tomorrow, issuer)).credential).kid).toBe(old)
    tomorrow.clock.now += 1
    const after = await issue(tomorrow, issuer)
    expect(headerOf(after.credential).kid).toBe(keys[0]?.kid)
    for (const { credential } of [before, after]) {
      expect((await verify(tomorrow, credential)).verdict).toBe('verified')
    }
  })

  it('can be retired, once, and what it signed keeps verifying', async () => {
    const old = await newest()
    const { credential } = await signedNow()
    await rotate()
    const keys = await keysOf(await act(old, 'retirement'))
    expect(keys.find(({ kid }) => kid === old.kid)?.state).toBe('retired')
    expect((await verify(server, credential)).verdict).toBe('verified')
    expect((await didDocument()).assertionMethod.at(-1)).toBe(old.kid)
    expect((await problemOf(await act(old, 'retirement'))).code).toBe('key.conflict')
  })

  it('is never the last active one to be retired', async () => {
    const [last, ...others] = (await list()).filter(({ state }) => state === 'active')
    for (const key of others) await keysOf(await act(key, 'retirement'))
    expect(last && (await problemOf(await act(last, 'retirement'))).code).toBe('key.last_active')
  })
})

describe('a stolen key', () => {
  it('fails what was signed since, asks for time evidence before, and has a successor', async () => {
    const stolen = await newest()
    const earlier = await signedNow('2026-11-22T11:59:59Z')
    const later = await signedNow()
    const since = '2026-11-22T12:00:00Z'
    const keys = await keysOf(await act(stolen, 'compromise', { since, reason: 'Break-in' }))
    expect(keys.find(({ kid }) => kid === stolen.kid)).toMatchObject({
      state: 'compromised',
      compromisedSince: since,
    })
    expect(keys[0]).toMatchObject({ state: 'active' })
    expect(keys[0]?.kid).not.toBe(stolen.kid)
    expect(problemsIn(await verify(server, later.credential))).toEqual([
      'fail issuer_key.compromised',
    ])
    expect(problemsIn(await verify(server, earlier.credential))).toEqual([
      'unknown issuer_key.time_evidence_missing',
    ])
    expect((await didDocument()).assertionMethod).not.toContain(stolen.kid)
  })

  it('does not take status lists along: what its successor signs is in force', async () => {
    expect((await verify(server, (await signedNow()).credential)).verdict).toBe('verified')
  })

  it('is stolen since the earlier of two reports', async () => {
    const stolen = (await list()).find(({ state }) => state === 'compromised')
    const report = (since: string) =>
      act(stolen ?? { kid: '' }, 'compromise', { since, reason: 'x' })
    const later = await keysOf(await report('2026-11-22T11:00:00Z'))
    expect(await keysOf(await report('2026-11-22T11:30:00Z'))).toEqual(later)
    expect(later.find(({ kid }) => kid === stolen?.kid)?.compromisedSince).toBe(
      '2026-11-22T11:00:00Z',
    )
  })

  it('cannot be stolen tomorrow', async () => {
    const body = { since: '2026-11-23T12:00:00Z', reason: 'x' }
    const problem = await problemOf(await act(await newest(), 'compromise', body))
    expect(problem).toMatchObject({ code: 'request.invalid', errors: [{ field: 'since' }] })
  })

  it('has its reason sealed', async () => {
    const { results } = await env.DB.prepare(
      'SELECT sealed_reason FROM signing_keys WHERE sealed_reason IS NOT NULL',
    ).all()
    expect(results.length).toBeGreaterThan(0)
    expect(JSON.stringify(results)).not.toContain('Break-in')
  })
})

describe('what a key signed', () => {
  it('is listed page by page, to be issued anew', async () => {
    const { issuer } = await foundAccredited(server)
    const { cookie } = await signIn(server, issuer.slug, 'admin')
    const { id, credential } = await issue(server, issuer)
    const kid = String(headerOf(credential).kid)
    for (let count = 0; count < 50; count++) {
      await env.DB.prepare(
        `INSERT INTO credentials (id, issuer_slug, kind, format, issued_at, signing_kid)
         VALUES (?1, ?2, 'degree', 'vc+jwt', ?3, ?4)`,
      )
        .bind(crypto.randomUUID(), issuer.slug, NOON, kid)
        .run()
    }
    const read = async (after = '') =>
      bodyOf<{ credentials: { id: string }[]; next?: string }>(
        await server.get(
          `/v1/issuers/${issuer.slug}/keys/${fragment({ kid })}/credentials${after}`,
          {
            headers: fromPage(server, cookie),
          },
        ),
        200,
      )
    const first = await read()
    const second = await read(`?after=${first.next}`)
    const ids = [...first.credentials, ...second.credentials].map((entry) => entry.id)
    expect([first.credentials.length, second.credentials.length]).toEqual([50, 1])
    expect(new Set(ids).size).toBe(51)
    expect(ids).toContain(id)
    expect(second.next).toBeUndefined()
  })
})

describe('keys at the same time', () => {
  it('get different numbers, and none is lost', async () => {
    const before = (await list()).length
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => server.post(path(), { headers: admin })),
    )
    const made = answers.filter(({ status }) => status === 201).length
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true)
    expect((await list()).length).toBe(before + made)
    expect(made).toBeGreaterThan(0)
  })
})

it('writes every change of a key into the audit log', async () => {
  const { results } = await env.DB.prepare(
    'SELECT DISTINCT action FROM audit_entries WHERE issuer_slug = ?1 AND action LIKE ?2 ORDER BY action',
  )
    .bind(issuer.slug, 'key.%')
    .all<{ action: string }>()
  expect(results.map(({ action }) => action)).toEqual([
    'key.compromised',
    'key.retired',
    'key.rotated',
  ])
})
