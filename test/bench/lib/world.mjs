// The world in which our verifier judges: a ministry that accredits the university, status lists, a trust list.
import { gzipSync } from 'node:zlib'
import { POOL_SIZE } from './credentials.mjs'

const VC2 = 'https://www.w3.org/ns/credentials/v2'
const ORIGIN = 'https://registry.licet.dev'
const LIST_BITS = 131_072
const WITHDRAWN_SHARE = 0.01

/** The same numbers on every machine. */
export function createRandom(seed) {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** A list of which one per cent is withdrawn, at random places. */
export function createBits(seed, bits = LIST_BITS) {
  const bitstring = Buffer.alloc(bits / 8)
  const random = createRandom(seed)
  for (let i = 0; i < bits * WITHDRAWN_SHARE; i++) {
    const index = Math.floor(random() * bits)
    bitstring[index >> 3] |= 128 >> (index & 7)
  }
  return bitstring
}

export const encodeBits = (bitstring) => `u${gzipSync(bitstring).toString('base64url')}`

const isClear = (bitstring, index) => (bitstring[index >> 3] & (128 >> (index & 7))) === 0

const period = (nowSeconds, hours) => ({
  validFrom: new Date((nowSeconds - 3600) * 1000).toISOString(),
  validUntil: new Date((nowSeconds + hours * 3600) * 1000).toISOString(),
})

export const statusList = (issuer, url, bitstring, nowSeconds) =>
  issuer.signJws('vc+jwt', {
    '@context': [VC2],
    id: url,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuer.did,
    ...period(nowSeconds, 20),
    credentialSubject: {
      id: `${url}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: encodeBits(bitstring),
    },
  })

const listed = ({ did, name, jwk, kid }) => ({ did, name, keys: [{ ...jwk, kid }] })

function accreditation(ministry, university, status) {
  return ministry.signJws('vc+jwt', {
    '@context': [VC2],
    id: 'urn:uuid:00000000-0000-4000-9000-000000000001',
    type: ['VerifiableCredential', 'RecognizedEntityCredential'],
    issuer: ministry.did,
    validFrom: '2020-01-01T00:00:00Z',
    validUntil: '2070-01-01T00:00:00Z',
    credentialSubject: {
      id: university.did,
      name: university.name,
      recognizedTo: {
        action: 'issue',
        recognizedBy: ministry.did,
        credentialTypes: ['UniversityDegreeCredential', 'https://university.edu/vct/degree'],
        mayDelegate: false,
        maxDepth: 0,
      },
    },
    credentialStatus: {
      id: `${status.url}#${status.index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(status.index),
      statusListCredential: status.url,
    },
  })
}

/** @param {{ ministry: object, university: object, registry: object }} parties as `createIssuer` makes them */
export function createBenchWorld({ ministry, university, registry }, nowSeconds) {
  const listUrl = 'https://status.university.edu/1'
  const ministryUrl = 'https://status.ministry.gov/1'
  const ours = createBits(11)
  const theirs = createBits(12)
  const good = (bitstring, count) =>
    Array.from({ length: LIST_BITS }, (_, index) => index)
      .filter((index) => index > 5000 && isClear(bitstring, index))
      .slice(0, count)
  const [index] = good(theirs, 1)
  return {
    listUrl,
    goodIndices: good(ours, POOL_SIZE),
    lists: {
      [listUrl]: statusList(university, listUrl, ours, nowSeconds),
      [ministryUrl]: statusList(ministry, ministryUrl, theirs, nowSeconds),
    },
    pin: { origin: ORIGIN, registryKey: registry.jwk },
    trustList: registry.signJws('vc+jwt', {
      '@context': [VC2],
      id: `${ORIGIN}/v1/trust-list`,
      type: ['VerifiableCredential', 'TrustListCredential'],
      issuer: registry.did,
      ...period(nowSeconds, 20),
      credentialSubject: {
        id: ORIGIN,
        sequence: 1,
        anchors: [listed(ministry)],
        entities: [listed(university)],
        accreditations: [accreditation(ministry, university, { url: ministryUrl, index })],
      },
    }),
  }
}
