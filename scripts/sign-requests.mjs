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
 * Signs all that is open, page by page, once somebody agreed to each page; a request that the server refuses ends it.
 * @param {import('./sign-requests.mjs').SignOptions} options
 * @returns {Promise<number>} how many were signed
 * @throws {Failure} that says what went wrong
 */
export async function signRequests({ fetch, origin, issuer, apiKey, jwk, confirm, onSigned }) {
  const key = await importKey(jwk)
  const address = `${origin}/v1/issuers/${encodeURIComponent(issuer)}/signing-requests`
  const call = async (url, body) => {
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    const answer = await response.json()
    if (!response.ok) throw new Failure(`${answer.title} (${answer.code}).`, answer.detail)
    return answer
  }
  for (let signed = 0; ; ) {
    const { requests } = await call(address)
    if (requests.length === 0 || !(await confirm(summarize(requests)))) return signed
    for (const { id, bytes } of requests) {
      const signature = await crypto.subtle.sign({ name: 'Ed25519' }, key, decode(bytes))
      onSigned(await call(`${address}/${id}`, { signature: encode(new Uint8Array(signature)) }))
      signed += 1
    }
  }
}

function summarize(requests) {
  const kinds = Map.groupBy(requests, describe)
  return [...kinds].map(([kind, { length }]) => `${length} × ${kind}`).join('\n')
}
