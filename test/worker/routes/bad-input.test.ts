// Random and mutated requests against every route that takes a body: whatever is sent, the fault is never ours.
import { expect, it, vi } from 'vitest'
import { accreditationOrder, degreeOrder, licenceOrder } from '../support/orders.ts'
import { keptBy, successionOrder, taintOrder } from '../support/remarks.ts'
import { ADMIN_KEY, startServer } from '../support/server.ts'
import { createHolderKey, offer, proofOf, redeem } from '../support/wallet.ts'
import { accredit, found, issue } from '../support/world.ts'

const server = startServer()
const issuer = await found(server, { trustAnchor: true })
const school = await found(server)
await accredit(server, issuer, school.did)
const { credential, uuid } = await issue(server, issuer)

/** A link whose copies wait, and a proof that is not good enough for them: the token is never used up. */
const offered = await offer(server, issuer, licenceOrder({ format: 'dc+sd-jwt', claim: {} }))
const accessToken = await redeem(server, issuer, offered)
const proof = await proofOf(server, issuer, await createHolderKey(), 'no nonce of ours')

/** Numbers that are the same in every run (mulberry32). */
function createDice(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    below: (limit: number) => Math.floor(next() * limit),
    pick: <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)] as T,
  }
}
type Dice = ReturnType<typeof createDice>

const NASTY: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202eevil',
  '__proto__',
  'constructor',
  '9999-12-31T23:59:59Z',
  '0000-01-01T00:00:00Z',
  '2026-02-30T00:00:00Z',
  '-000001-01-01T00:00:00Z',
  'did:web:',
  'did:web:%',
  'did:key:z',
  'did:jwk:e30',
  "'; DROP TABLE issuers; --",
  'x'.repeat(10_000),
  '🩺'.repeat(500),
  [],
  {},
  [[[[]]]],
  { type: 'EnvelopedVerifiableCredential', id: 'data:application/vc+jwt,a.b.c' },
  { toString: 1, valueOf: 2 },
]

/** One place of a value replaced, removed, doubled or wrapped. */
function mutate(value: unknown, dice: Dice): unknown {
  const isContainer = typeof value === 'object' && value !== null
  if (!isContainer || dice.below(6) === 0) return dice.pick(NASTY)
  if (Array.isArray(value)) {
    return dice.below(3) === 0
      ? [...value, ...value, dice.pick(NASTY)]
      : value.map((item) => (dice.below(2) === 0 ? mutate(item, dice) : item))
  }
  const entries = Object.entries(value)
  if (entries.length === 0) return { [String(dice.pick(NASTY))]: dice.pick(NASTY) }
  const [name, inner] = dice.pick(entries)
  if (dice.below(8) === 0) return Object.fromEntries(entries.filter(([other]) => other !== name))
  return { ...value, [name]: mutate(inner, dice) }
}

/** A compact JWS with some of its characters changed, or its parts in another order. */
function garble(text: string, dice: Dice): string {
  const parts = text.split('.')
  if (dice.below(3) === 0) return [...parts, ...parts].slice(dice.below(4)).join('.')
  const at = dice.below(text.length)
  return (
    text.slice(0, at) + dice.pick(['A', '.', '~', '=', ' ', '\n', '{', '']) + text.slice(at + 1)
  )
}

const base = `/v1/issuers/${issuer.slug}`
const ROUTES = [
  {
    method: 'POST',
    path: '/v1/verifications',
    key: undefined,
    valid: { credential, at: '2026-11-22T12:00:00Z' },
  },
  {
    method: 'POST',
    path: '/v1/verifications/batch',
    key: undefined,
    valid: { credentials: [credential] },
  },
  { method: 'POST', path: `${base}/credentials`, key: issuer.apiKey, valid: degreeOrder() },
  {
    method: 'POST',
    path: `${base}/credentials`,
    key: issuer.apiKey,
    valid: degreeOrder({ format: 'jwt_vc' }),
  },
  { method: 'POST', path: `${base}/credentials`, key: issuer.apiKey, valid: licenceOrder() },
  {
    method: 'POST',
    path: `${base}/credentials`,
    key: issuer.apiKey,
    valid: licenceOrder({ format: 'jwt_vc' }),
  },
  {
    method: 'PATCH',
    path: `${base}/credentials/${uuid}/status`,
    key: issuer.apiKey,
    valid: { state: 'suspended', reason: 'x' },
  },
  {
    method: 'POST',
    path: `${base}/batches/${uuid}/signatures`,
    key: issuer.apiKey,
    valid: { signatures: [{ id: uuid, signature: 'A'.repeat(86) }] },
  },
  { method: 'POST', path: '/v1/issuers', key: ADMIN_KEY, valid: { slug: 'fuzzed', name: 'F' } },
  {
    method: 'POST',
    path: `${base}/accreditations`,
    key: ADMIN_KEY,
    valid: accreditationOrder(issuer.did, { jurisdictions: ['XM'], isco08: ['22'], eqf: [7] }),
  },
  {
    method: 'POST',
    path: `${base}/credentials`,
    key: issuer.apiKey,
    valid: licenceOrder({ format: 'dc+sd-jwt', claim: { transactionCode: true } }),
  },
  { method: 'POST', path: '/v1/claims/looks', key: undefined, valid: { code: 'A'.repeat(43) } },
  {
    method: 'POST',
    path: '/v1/claims/references',
    key: undefined,
    valid: { code: 'A'.repeat(43) },
  },
  {
    method: 'POST',
    path: `/issuers/${issuer.slug}/claims/credential`,
    key: accessToken,
    valid: { credential_configuration_id: 'licence-sd-jwt', proofs: { jwt: [proof] } },
  },
  {
    method: 'POST',
    path: `/issuers/${issuer.slug}/claims/notification`,
    key: accessToken,
    valid: { notification_id: 'x', event: 'credential_accepted' },
  },
  {
    method: 'POST',
    path: `${base}/successions`,
    key: ADMIN_KEY,
    valid: successionOrder(school.did, keptBy(issuer)),
  },
  {
    method: 'POST',
    path: `${base}/taints`,
    key: ADMIN_KEY,
    valid: taintOrder(school.did, { programmes: ['Nursing'], fieldsOfStudy: ['Nursing'] }),
  },
] as const

const expectNoFault = async (response: Response, sent: unknown) => {
  const text = await response.text()
  expect(
    response.status,
    `${JSON.stringify(sent)?.slice(0, 400)} → ${text.slice(0, 200)}`,
  ).toBeLessThan(500)
}

it.each(ROUTES)(
  '$method $path answers 200 mutated bodies without a fault',
  { timeout: 30_000 },
  async (route) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const dice = createDice(20_261_122)
    for (let i = 0; i < 200; i++) {
      // A client of its own for every hundred, within the rate of verifications.
      const headers = { 'cf-connecting-ip': `203.0.113.${i < 100 ? 1 : 2}-${route.path}` }
      const body = mutate(route.valid, dice)
      const { method, path, key } = route
      const call = { body, headers, ...(key !== undefined && { key }) }
      await expectNoFault(await server.call(method, path, call), body)
    }
    expect(log).not.toHaveBeenCalled()
    log.mockRestore()
  },
)

it('answers 200 garbled credentials with results', async () => {
  const dice = createDice(7)
  for (let i = 0; i < 2; i++) {
    const credentials = Array.from({ length: 100 }, () => garble(credential, dice))
    const response = await server.post('/v1/verifications/batch', { body: { credentials } })
    expect(response.status).toBe(200)
    const { results } = (await response.json()) as { results: { verdict: string }[] }
    expect(results).toHaveLength(100)
    // What only lost or gained white space around it is still the credential.
    const trusted = results.filter(({ verdict }, index) => {
      return verdict === 'verified' && credentials[index]?.trim() !== credential
    })
    expect(trusted).toEqual([])
  }
})

const BODIES: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['half a body', '{"credential": "x'],
  ['a BOM', '\ufeff{}'],
  ['a NUL', '\u0000'],
  ['a number', '1e400'],
  ['10,000 open lists', '['.repeat(10_000)],
  ['100,000 nested lists', '['.repeat(100_000) + ']'.repeat(100_000)],
  ['100,000 nested objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
  ['a prototype', '{"__proto__":{"kind":"degree"},"constructor":{}}'],
]

it.each(BODIES)('answers a body of %s without a fault on every route', async (_, body) => {
  for (const { method, path, key } of ROUTES) {
    const call = { body, ...(key !== undefined && { key }) }
    await expectNoFault(await server.call(method, path, call), body)
  }
})

const PATHS = [
  '/v1/dids/',
  '/v1/dids/did:web:',
  '/v1/dids/did%3Aweb%3A%25',
  '/v1/dids/%E0%A4%A',
  '/v1/dids/did:key:z6Mk',
  '/v1/dids/did:jwk:e30',
  `/v1/dids/did:web:${'a'.repeat(253)}`,
  '/v1/dids/did:web:%00',
  '/v1/status-lists',
  '/v1/status-lists?url=',
  '/v1/status-lists?url=a&url=b',
  '/v1/status-lists?url=javascript:alert(1)',
  '/v1/status-lists?url=https://%25',
  '/v1/key-documents',
  '/v1/key-documents?url=',
  '/v1/key-documents?url=a&url=b',
  '/v1/key-documents?url=javascript:alert(1)',
  '/v1/key-documents?url=https://%25',
  '/issuers/%00/did.json',
  '/issuers/%E0%A4%A/status/r1',
  "/issuers/a'--/status/r1",
  '/issuers/x/status/%2e%2e%2f',
  '/registry/%00',
  '/.well-known/openid-credential-issuer/issuers/%00',
  '/.well-known/oauth-authorization-server/issuers/x',
  '/issuers/x/claims/offers/%E0%A4%A',
  '//v1/trust-list',
] as const

it.each(PATHS)('answers GET %s without a fault', async (path) => {
  const response = await server.get(path)
  expect(response.status).toBeGreaterThanOrEqual(400)
  expect([400, 404, 422]).toContain(response.status)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
})
