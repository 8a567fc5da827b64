// Signs what waits for a signature of an issuer: asks, shows, signs, hands in. Uses WebCrypto and the fetch that it is given.
import { Failure } from './failure.mjs'

const decode = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))
const encode = (bytes) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** What a request is by its own bytes, whatever the server calls it: the types of the credential. */
function describe({ bytes }) {
  const [, payload = ''] = new TextDecoder().decode(decode(bytes)).split('.')
  try {
    const { type } = JSON.parse(new TextDecoder().decode(decode(payload)))
    return [type]
      .flat()
      .filter((name) => name !== 'VerifiableCredential')
      .join(' + ')
  } catch {
    throw new Failure('A request cannot be read: nothing was signed.')
  }
}

/** @param {JsonWebKey} jwk @throws {Failure} where it is no private Ed25519 key */
async function importKey(jwk) {
  if (jwk.kty !== 'OKP' || jwk.crv !== 'Ed25519' || typeof jwk.d !== 'string') {
    throw new Failure('The key is no private Ed25519 JWK.', 'It has kty OKP, crv Ed25519, x and d.')
  }
  const { kty, crv, x, d } = jwk
  return crypto.subtle.importKey('jwk', { kty, crv, x, d }, { name: 'Ed25519' }, false, ['sign'])
}

/**
 * Signs all that is open, page by page, once somebody agreed to each page, and then the tables that wait; what the server refuses
 * ends it. Credentials of tables are fetched as results of their batches.
 * @param {import('./sign-requests.mjs').SignOptions} options
 * @returns {Promise<number>} how many were signed
 * @throws {Failure} that says what went wrong
 */
export async function signRequests(options) {
  const { fetch, origin, issuer, apiKey, jwk } = options
  const key = await importKey(jwk)
  const sign = async ({ bytes }) =>
    encode(new Uint8Array(await crypto.subtle.sign({ name: 'Ed25519' }, key, decode(bytes))))
  const base = `${origin}/v1/issuers/${encodeURIComponent(issuer)}`
  const call = async (path, body) => {
    const response = await fetch(`${base}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    const answer = await response.json()
    if (!response.ok) throw new Failure(`${answer.title} (${answer.code}).`, answer.detail)
    return answer
  }
  const tables = await waitingTables(call)
  // Asking for the first rows also asks for the word to the status service, where there is none yet.
  for (const { id } of tables) await call(`/batches/${id}/signing-requests`)
  const singly = await signSingly({ ...options, call, sign })
  let signed = singly.signed
  if (!singly.isAgreed) return signed
  for (const table of tables) signed += await signTable({ ...options, call, sign }, table)
  return signed
}

const waitingTables = async (call) =>
  (await call('/batches?state=awaiting_signature')).batches.reverse()

async function signSingly({ call, sign, confirm, onSigned }) {
  for (let signed = 0; ; ) {
    const { requests } = await call('/signing-requests')
    if (requests.length === 0) return { signed, isAgreed: true }
    if (!(await confirm(summarize(requests)))) return { signed, isAgreed: false }
    for (const request of requests) {
      const signature = await sign(request)
      onSigned(await call(`/signing-requests/${request.id}`, { signature }))
      signed += 1
    }
  }
}

/** The whole table is agreed to once, by what its first page holds; another kind of credential further on ends it. */
async function signTable({ call, sign, confirm, onTable }, { id, rows, signed: before }) {
  let agreed
  for (let signed = 0; ; ) {
    const { requests } = await call(`/batches/${id}/signing-requests`)
    if (requests.length === 0) return signed
    const kinds = [...new Set(requests.map(describe))].join(', ')
    if (agreed === undefined) {
      if (!(await confirm(`${rows - before} × ${kinds}, out of a table`))) return signed
      agreed = kinds
    }
    if (kinds !== agreed) throw new Failure(`A table of ${agreed} also holds ${kinds}.`)
    const signatures = await Promise.all(
      requests.map(async (request) => ({ id: request.id, signature: await sign(request) })),
    )
    const batch = await call(`/batches/${id}/signatures`, { signatures })
    signed += signatures.length
    onTable(batch)
    if (batch.state !== 'awaiting_signature') return signed
  }
}

function summarize(requests) {
  const kinds = Map.groupBy(requests, describe)
  return [...kinds].map(([kind, { length }]) => `${length} × ${kind}`).join('\n')
}
