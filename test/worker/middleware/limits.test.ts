// Each rate to its 429, with the numbers of limits.ts.
import { describe, expect, it } from 'vitest'
import {
  BATCHES_PER_MINUTE,
  CLAIM_STEPS_PER_MINUTE,
  ISSUER_CALLS_PER_MINUTE,
  KEY_REGISTRATIONS_PER_MINUTE,
  LOOK_UPS_PER_MINUTE,
  RATE_WINDOW_SECONDS,
  SHARE_LOOKS_PER_MINUTE,
  SHARES_PER_MINUTE,
  SIGN_INS_PER_MINUTE,
  VERIFICATIONS_PER_MINUTE,
} from '../../../shared/limits.ts'
import { hashSecret } from '../../../worker/auth/secret.ts'
import wranglerSettings from '../../../wrangler.toml?raw'
import { createOutsideIssuer } from '../support/jws.ts'
import { licenceOrder } from '../support/orders.ts'
import { type Call, env, problemOf, type Server, startServer } from '../support/server.ts'
import { type Founded, found } from '../support/world.ts'

const RATES = {
  VERIFICATIONS_RATE: VERIFICATIONS_PER_MINUTE,
  BATCHES_RATE: BATCHES_PER_MINUTE,
  LOOK_UPS_RATE: LOOK_UPS_PER_MINUTE,
  ISSUER_RATE: ISSUER_CALLS_PER_MINUTE,
  SIGN_IN_RATE: SIGN_INS_PER_MINUTE,
  KEY_REGISTRATION_RATE: KEY_REGISTRATIONS_PER_MINUTE,
  SHARES_RATE: SHARES_PER_MINUTE,
  SHARE_LOOKS_RATE: SHARE_LOOKS_PER_MINUTE,
  CLAIMS_RATE: CLAIM_STEPS_PER_MINUTE,
} as const

it.each(Object.entries(RATES))('%s is declared with the number of limits.ts', (name, limit) => {
  expect(wranglerSettings.replaceAll(/\s+/g, ' ')).toMatch(
    new RegExp(
      `name = "${name}" namespace_id = "\\d+" simple = { limit = ${limit}, period = ${RATE_WINDOW_SECONDS} }`,
    ),
  )
})

let clients = 0
const newClient = () => `198.51.100.${++clients}`

/** Calls that are left to be made on the route itself, once the rest of the rate is used up. */
const LEFT = 20

const useUp = (binding: keyof typeof RATES, key: string) =>
  Promise.all(Array.from({ length: RATES[binding] - LEFT }, () => env[binding].limit({ key })))

/** How many calls are answered before the first 429. A minute that ends meanwhile begins the count anew. */
async function countUntilRefused(call: () => Promise<Response>, limit: number) {
  for (let answered = 0; answered <= limit + LEFT; answered++) {
    const response = await call()
    if (response.status === 429) return { answered, response }
    await response.body?.cancel()
  }
  throw new Error('The rate is not limited')
}

const by = (client: string, call: Call = {}): Call => ({
  ...call,
  headers: { 'cf-connecting-ip': client },
})

const { did } = await createOutsideIssuer()

/** One cheap call on every route that counts, and the rate that it counts towards. */
const COUNTED: readonly (readonly [
  string,
  keyof typeof RATES,
  (server: Server, client: string) => Promise<Response>,
])[] = [
  [
    'POST /v1/verifications',
    'VERIFICATIONS_RATE',
    (server, client) => server.post('/v1/verifications', by(client, { body: { credential: 'x' } })),
  ],
  [
    'POST /v1/verifications/batch',
    'BATCHES_RATE',
    (server, client) =>
      server.post('/v1/verifications/batch', by(client, { body: { credentials: ['x'] } })),
  ],
  ['POST /verify', 'VERIFICATIONS_RATE', (server, client) => server.post('/verify', by(client))],
  [
    'GET /v1/dids/{did}',
    'LOOK_UPS_RATE',
    (server, client) => server.get(`/v1/dids/${did}`, by(client)),
  ],
  [
    'GET /v1/status-lists',
    'LOOK_UPS_RATE',
    (server, client) =>
      server.get('/v1/status-lists?url=http://localhost:8787/issuers/x/status/r1', by(client)),
  ],
  [
    'POST /v1/claims/looks',
    'CLAIMS_RATE',
    (server, client) =>
      server.post('/v1/claims/looks', by(client, { body: { code: 'A'.repeat(43) } })),
  ],
  [
    'POST /issuers/{slug}/claims/nonce',
    'CLAIMS_RATE',
    (server, client) => server.post('/issuers/x/claims/nonce', by(client)),
  ],
  [
    'GET /v1/key-documents',
    'LOOK_UPS_RATE',
    (server, client) => server.get('/v1/key-documents?url=http://localhost:8787/x', by(client)),
  ],
  [
    'POST /v1/sessions/options',
    'SIGN_IN_RATE',
    (server, client) => server.post('/v1/sessions/options', by(client)),
  ],
  [
    'POST /v1/shares',
    'SHARES_RATE',
    (server, client) => server.post('/v1/shares', { body: {}, ...by(client) }),
  ],
  [
    'POST /v1/shares/{id}/looks',
    'SHARE_LOOKS_RATE',
    (server, client) =>
      server.post('/v1/shares/AAAAAAAAAAAAAAAAAAAAAA/looks', { body: {}, ...by(client) }),
  ],
  [
    'POST /v1/invites/look-up',
    'SIGN_IN_RATE',
    (server, client) => server.post('/v1/invites/look-up', by(client)),
  ],
]

// A minute that ends in the middle means some hundred calls more.
const PATIENT = { timeout: 30_000 }

describe.each(COUNTED)('%s', PATIENT, (_, binding, call) => {
  it('is refused once a client has asked too often, and only that client', async () => {
    const server = startServer()
    const client = newClient()
    await useUp(binding, client)
    const { answered, response } = await countUntilRefused(
      () => call(server, client),
      RATES[binding],
    )
    expect(answered).toBeGreaterThanOrEqual(LEFT)
    expect(response.headers.get('retry-after')).toBe('60')
    expect((await problemOf(response)).code).toBe('rate.exceeded')
    expect((await call(server, newClient())).status).not.toBe(429)
  })
})

it('counts all verifications of a client together, whichever way they are asked for', async () => {
  const server = startServer()
  const client = newClient()
  const calls = COUNTED.filter(([, binding]) => binding === 'VERIFICATIONS_RATE')
  let turn = 0
  const next = () => {
    const call = calls[turn++ % calls.length]?.[2]
    return call ? call(server, client) : Promise.reject(new Error('no call'))
  }
  const { answered } = await countUntilRefused(next, 2 * VERIFICATIONS_PER_MINUTE)
  expect(answered).toBeGreaterThanOrEqual(VERIFICATIONS_PER_MINUTE)
})

describe('an API key', PATIENT, () => {
  it('is refused once it has called too often, whatever it asks for, and no other key', async () => {
    const server = startServer()
    const [issuer, other] = [await found(server), await found(server)]
    const changeStatus = () =>
      server.patch(`/v1/issuers/${issuer.slug}/credentials/${crypto.randomUUID()}/status`, {
        key: issuer.apiKey,
        body: { state: 'revoked', reason: 'x' },
      })
    const issue = ({ slug, apiKey }: Founded) =>
      server.post(`/v1/issuers/${slug}/credentials`, { key: apiKey, body: licenceOrder() })
    await useUp('ISSUER_RATE', await hashSecret(issuer.apiKey))
    const { answered, response } = await countUntilRefused(changeStatus, ISSUER_CALLS_PER_MINUTE)
    expect(answered).toBeGreaterThanOrEqual(LEFT)
    expect(response.headers.get('retry-after')).toBe('60')
    expect((await problemOf(response)).code).toBe('rate.exceeded')
    expect((await issue(issuer)).status).toBe(429)
    expect((await issue(other)).status).toBe(201)
  })
})

it('never counts the trust list, DID documents and status lists that we publish', async () => {
  const refuseAll = { limit: () => Promise.resolve({ success: false }) } as unknown as RateLimit
  const server = startServer({
    VERIFICATIONS_RATE: refuseAll,
    LOOK_UPS_RATE: refuseAll,
    ISSUER_RATE: refuseAll,
    SIGN_IN_RATE: refuseAll,
  })
  for (const path of ['/v1/trust-list', '/registry/did.json', '/registry/pin.json', '/healthz']) {
    const response = await server.get(path)
    expect(response.status, path).toBe(200)
    await response.body?.cancel()
  }
  expect(env.LOOK_UPS_RATE).not.toBe(refuseAll)
})
