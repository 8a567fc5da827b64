// Ours, every check on: format, key, signature, period, status list and trust list in cache.
import {
  createSignatureEngine,
  createVerifierMemory,
  decodeBitstring,
  readListedValue,
  readStatusEntry,
  readTrustList,
  signVcJwt,
  verifyCredential,
  verifyMany,
} from '../../../dist/bench/core.js'

const never = () => {
  throw new Error('Nothing is looked up in this benchmark')
}

/** What a verifier is given: the lists as an in-memory cache would answer them. */
export async function createDeps({ nowSeconds, world }) {
  const engine = createSignatureEngine()
  const trust = readTrustList(world.trustList, world.pin, { nowSeconds, lowestSequence: 0, engine })
  const lists = new Map(
    Object.entries(world.lists).map(([url, text]) => [
      url,
      { ok: true, value: { text, fetchedAtSeconds: nowSeconds } },
    ]),
  )
  return {
    now: () => nowSeconds,
    engine,
    memory: createVerifierMemory(),
    trust: () => trust,
    lookUp: {
      statusList: async (url) => lists.get(url) ?? never(),
      didDocument: never,
      keyDocument: never,
    },
  }
}

const verifier = async (fixtures) => {
  const deps = await createDeps(fixtures)
  return async (text) => (await verifyCredential(text, deps)).verdict === 'verified'
}

/** One call for a hundred; counted as a hundred. */
async function many(fixtures) {
  const deps = await createDeps(fixtures)
  const pool = fixtures.artifacts['vc+jwt'].map(({ good }) => good)
  const hundred = Array.from({ length: 100 }, (_, i) => pool[i % pool.length])
  return async (text) => {
    const results = await verifyMany([text, ...hundred.slice(1)], deps)
    return results.every(({ verdict }) => verdict === 'verified')
  }
}

async function issue({ issuer }) {
  const key = await crypto.subtle.importKey('jwk', issuer.privateJwk, 'Ed25519', false, ['sign'])
  const signer = {
    did: issuer.did,
    kid: issuer.kid,
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, bytes)),
  }
  return async (credential) => (await signVcJwt(credential, signer)).length > 900
}

const decode = () => async (encodedList) => (await decodeBitstring(encodedList))?.length === 16_384

async function lookUpIndex({ world, artifacts }) {
  const url = world.listUrl
  const payload = JSON.parse(
    atob(world.lists[url].split('.')[1].replaceAll('-', '+').replaceAll('_', '/')),
  )
  const values = await decodeBitstring(payload.credentialSubject.encodedList)
  const list = { url, values, order: 'msb', purposes: ['revocation'], fetchedAtSeconds: 0 }
  const entries = new Map(
    artifacts['status entry'].map(({ good }) => [
      good,
      {
        type: 'BitstringStatusListEntry',
        statusPurpose: 'revocation',
        statusListIndex: String(good),
        statusListCredential: url,
      },
    ]),
  )
  return (index) => {
    const entry = readStatusEntry(entries.get(index))
    return entry.ok && readListedValue(list, entry.value).value === 0
  }
}

const ENVELOPES = ['vc+jwt', 'jwt_vc', 'dc+sd-jwt', 'eddsa-jcs-2022', 'eddsa-rdfc-2022']

export const OURS = [
  ...ENVELOPES.map((artifact) => ({ name: `ours: ${artifact}`, artifact, create: verifier })),
  { name: 'ours: verifyMany of 100', artifact: 'vc+jwt', create: many, worth: 100 },
  { name: 'ours: issue vc+jwt', artifact: 'unsigned', create: issue },
  { name: 'ours: decode a status list', artifact: 'encoded list', create: decode },
  { name: 'ours: one index of a cached list', artifact: 'status entry', create: lookUpIndex },
]
