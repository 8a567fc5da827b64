// Sixty-four different degrees in every envelope, each with tampered twins: who remembers one token gains nothing.
import { base58, base64Url, sha256 } from './issuer.mjs'

export const POOL_SIZE = 64
export const TYPES = ['VerifiableCredential', 'UniversityDegreeCredential']
const VC1 = 'https://www.w3.org/2018/credentials/v1'
const VC2 = 'https://www.w3.org/ns/credentials/v2'
const VOCABULARY = 'https://university.edu/vocab#'
/** 28 June 2024 to 21 June 2054. */
const FROM_SECONDS = 1_719_561_600
const UNTIL_SECONDS = FROM_SECONDS + 30 * 365 * 86_400
const VALID_FROM = '2024-06-28T08:00:00Z'
const VALID_UNTIL = '2054-06-21T08:00:00Z'
const GIVEN = ['Ada', 'Grace', 'Alan', 'Edsger', 'Barbara', 'Niklaus', 'Radia', 'Leslie']
const FAMILY = ['Lovelace', 'Hopper', 'Turing', 'Dijkstra', 'Liskov', 'Wirth', 'Perlman', 'Lamport']

const idOf = (i) => `urn:uuid:00000000-0000-4000-8000-${String(i).padStart(12, '0')}`

const degree = (i) => ({
  id: `did:example:student-${100_000 + i}`,
  givenName: GIVEN[i % 8],
  familyName: FAMILY[(i >> 3) % 8],
  birthDate: `19${90 + (i % 9)}-0${1 + (i % 9)}-1${i % 9}`,
  studentNumber: `S-${2_020_000 + i}`,
  degree: {
    type: 'BachelorDegree',
    name: 'Bachelor of Science in Computer Science',
    fieldOfStudy: 'Computer Science',
    honours: 'First Class',
  },
  graduationDate: '2024-06-28',
  awardedBy: 'University of Example, School of Engineering',
  credits: 180 + (i % 4),
})

/** One entry, in a list that holds a per cent of withdrawn ones; the indices are of people in good standing. */
const statusOf = (world, i) => ({
  id: `${world.listUrl}#${world.goodIndices[i]}`,
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: String(world.goodIndices[i]),
  statusListCredential: world.listUrl,
})

export const vcdm2 = ({ issuer, world }, i) => ({
  '@context': [VC2],
  id: idOf(i),
  type: TYPES,
  issuer: issuer.did,
  validFrom: VALID_FROM,
  validUntil: VALID_UNTIL,
  credentialSubject: degree(i),
  credentialStatus: statusOf(world, i),
})

export function vcdm1({ issuer, world }, i) {
  const { id, ...credentialSubject } = degree(i)
  return {
    iss: issuer.did,
    sub: id,
    nbf: FROM_SECONDS,
    exp: UNTIL_SECONDS,
    jti: idOf(i),
    vc: {
      '@context': [VC1],
      type: TYPES,
      credentialSubject,
      credentialStatus: statusOf(world, i),
    },
  }
}

/** Data Integrity peers want every term explained, and nothing fetched: one inline context. */
export const linkedData = ({ issuer }, i) => ({
  '@context': [
    VC2,
    Object.fromEntries(
      [
        'UniversityDegreeCredential',
        'BachelorDegree',
        ...Object.keys(degree(0)).filter((key) => key !== 'id'),
        'fieldOfStudy',
        'honours',
      ].map((term) => [term, VOCABULARY + term]),
    ),
  ],
  id: idOf(i),
  type: TYPES,
  issuer: issuer.did,
  validFrom: VALID_FROM,
  validUntil: VALID_UNTIL,
  credentialSubject: degree(i),
})

const flipBit = (base64UrlText) => {
  const bytes = Buffer.from(base64UrlText, 'base64url')
  bytes[10] ^= 1
  return base64Url(bytes)
}
const forge = (text) => text.replace('Bachelor of', 'Doctorate in')
const forgePart = (part) => base64Url(forge(Buffer.from(part, 'base64url').toString()))

function jws(issuer, typ, payload) {
  const good = issuer.signJws(typ, payload)
  const [header, body, signature] = good.split('.')
  return {
    good,
    bad: [`${header}.${forgePart(body)}.${signature}`, `${header}.${body}.${flipBit(signature)}`],
  }
}

const DISCLOSED = {
  given_name: 'givenName',
  family_name: 'familyName',
  birthdate: 'birthDate',
  student_number: 'studentNumber',
  degree: 'degree',
  graduation_date: 'graduationDate',
}

function sdJwt({ issuer }, i) {
  const claims = degree(i)
  const disclosures = Object.entries(DISCLOSED).map(([name, key], n) =>
    base64Url(
      JSON.stringify([base64Url(sha256(`salt ${i} ${n}`).subarray(0, 16)), name, claims[key]]),
    ),
  )
  const signed = jws(issuer, 'dc+sd-jwt', {
    iss: issuer.did,
    iat: FROM_SECONDS,
    nbf: FROM_SECONDS,
    exp: UNTIL_SECONDS,
    sub: claims.id,
    vct: 'https://university.edu/vct/degree',
    awarded_by: claims.awardedBy,
    credits: claims.credits,
    _sd_alg: 'sha-256',
    _sd: disclosures.map((text) => base64Url(sha256(text))).sort(),
  })
  const forged = disclosures.with(4, forgePart(disclosures[4]))
  const present = (token, parts) => `${token}~${parts.join('~')}~`
  return {
    good: present(signed.good, disclosures),
    bad: [present(signed.bad[1], disclosures), present(signed.good, forged)],
  }
}

const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
  return `{${members.join(',')}}`
}

function jcs({ issuer, world }, i) {
  const credential = linkedData({ issuer, world }, i)
  const proof = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    created: VALID_FROM,
    verificationMethod: issuer.kid,
    proofPurpose: 'assertionMethod',
    '@context': credential['@context'],
  }
  const bytes = Buffer.concat([sha256(canonical(proof)), sha256(canonical(credential))])
  return withTwins({
    ...credential,
    proof: { ...proof, proofValue: `z${base58(issuer.signBytes(bytes))}` },
  })
}

/** A secured object as text, with a changed claim and with a changed proof value. */
export function withTwins(secured) {
  const { proofValue } = secured.proof
  const other = proofValue[20] === 'a' ? 'b' : 'a'
  const proof = {
    ...secured.proof,
    proofValue: proofValue.slice(0, 20) + other + proofValue.slice(21),
  }
  const good = JSON.stringify(secured)
  return { good, bad: [forge(good), JSON.stringify({ ...secured, proof })] }
}

/** Every artifact of the pool, by its name. */
export function createArtifacts(parties) {
  const pool = Array.from({ length: POOL_SIZE }, (_, i) => i)
  return {
    'vc+jwt': pool.map((i) => jws(parties.issuer, 'vc+jwt', vcdm2(parties, i))),
    jwt_vc: pool.map((i) => jws(parties.issuer, 'JWT', vcdm1(parties, i))),
    'dc+sd-jwt': pool.map((i) => sdJwt(parties, i)),
    'eddsa-jcs-2022': pool.map((i) => jcs(parties, i)),
    'linked data': pool.map((i) => ({ good: linkedData(parties, i), bad: [] })),
    unsigned: pool.map((i) => ({ good: vcdm2(parties, i), bad: [] })),
  }
}
