// The least that a correct verifier of each form can do: parse, check header, issuer and dates, one signature. No products.
import { base64Url, bytesOf, bytesOfBase58, canonical, jsonOf, sha256, utf8 } from './codecs.mjs'

const { subtle } = crypto

export const importPublic = ({ issuer }) =>
  subtle.importKey('jwk', issuer.jwk, 'Ed25519', false, ['verify'])
const importPrivate = ({ issuer }) =>
  subtle.importKey('jwk', issuer.privateJwk, 'Ed25519', false, ['sign'])
const importKeys = async (fixtures) =>
  new Map([[fixtures.issuer.kid, await importPublic(fixtures)]])

const nowSeconds = () => Date.now() / 1000

/** Header, payload and the key by its `kid`, or null. */
function openJws(keys, token) {
  const first = token.indexOf('.')
  const last = token.lastIndexOf('.')
  const header = jsonOf(token.slice(0, first))
  const key = header.alg === 'EdDSA' ? keys.get(header.kid) : undefined
  if (key === undefined) return null
  const payload = jsonOf(token.slice(first + 1, last))
  const verify = () =>
    subtle.verify('Ed25519', key, bytesOf(token.slice(last + 1)), utf8(token.slice(0, last)))
  return { header, payload, verify }
}

const isNow = ({ nbf, exp }) => nbf <= nowSeconds() && nowSeconds() < exp
const isValid = ({ validFrom, validUntil }) =>
  Date.parse(validFrom) <= Date.now() && Date.now() < Date.parse(validUntil)
const isCredential = ({ '@context': context, type, credentialSubject }, base) =>
  context[0] === base &&
  type.includes('VerifiableCredential') &&
  typeof credentialSubject === 'object'

const floorOf = (judge) => async (fixtures) => {
  const keys = await importKeys(fixtures)
  return async (token) => {
    const jws = openJws(keys, token)
    return jws !== null && judge(jws) && jws.verify()
  }
}

const vcJwt = floorOf(
  ({ header, payload }) =>
    header.kid.startsWith(`${payload.issuer}#`) &&
    isValid(payload) &&
    isCredential(payload, 'https://www.w3.org/ns/credentials/v2'),
)

const jwtVc = floorOf(
  ({ header, payload }) =>
    header.kid.startsWith(`${payload.iss}#`) &&
    isNow(payload) &&
    isCredential(payload.vc, 'https://www.w3.org/2018/credentials/v1'),
)

async function sdJwt(fixtures) {
  const keys = await importKeys(fixtures)
  return async (text) => {
    const [token, ...disclosures] = text.split('~')
    const jws = openJws(keys, token)
    if (!jws?.header.kid.startsWith(`${jws.payload.iss}#`) || !isNow(jws.payload)) return false
    if (disclosures.pop() !== '') return false
    const digests = new Set(jws.payload._sd)
    const claims = { ...jws.payload }
    for (const disclosure of disclosures) {
      if (!digests.delete(base64Url(await sha256(disclosure)))) return false
      const [, name, value] = jsonOf(disclosure)
      if (name in claims) return false
      claims[name] = value
    }
    return jws.verify()
  }
}

async function jcs(fixtures) {
  const keys = await importKeys(fixtures)
  return async (text) => {
    const { proof, ...credential } = JSON.parse(text)
    const { proofValue, ...config } = proof
    const { cryptosuite, proofPurpose, verificationMethod } = config
    const key = cryptosuite === 'eddsa-jcs-2022' ? keys.get(verificationMethod) : undefined
    if (key === undefined || proofPurpose !== 'assertionMethod') return false
    if (!verificationMethod.startsWith(`${credential.issuer}#`) || !isValid(credential))
      return false
    const message = new Uint8Array(64)
    message.set(await sha256(canonical(config)))
    message.set(await sha256(canonical(credential)), 32)
    return subtle.verify('Ed25519', key, bytesOfBase58(proofValue.slice(1)), message)
  }
}

async function raw(fixtures) {
  const key = await importPublic(fixtures)
  const ready = new Map()
  return (item) => {
    const known = ready.get(item) ?? {
      message: utf8(item.message),
      signature: bytesOf(item.signature),
    }
    ready.set(item, known)
    return subtle.verify('Ed25519', key, known.signature, known.message)
  }
}

async function issue(fixtures) {
  const key = await importPrivate(fixtures)
  const header = base64Url(
    utf8(JSON.stringify({ alg: 'EdDSA', typ: 'vc+jwt', cty: 'vc', kid: fixtures.issuer.kid })),
  )
  return async (credential) => {
    const input = `${header}.${base64Url(utf8(JSON.stringify(credential)))}`
    const signature = new Uint8Array(await subtle.sign('Ed25519', key, utf8(input)))
    return `${input}.${base64Url(signature)}`.length > 900
  }
}

/** The platform's own decompression, through a writer: what has to be done to a list at least. */
const decode = () => async (encodedList) => {
  const { readable, writable } = new DecompressionStream('gzip')
  const writer = writable.getWriter()
  writer.write(bytesOf(encodedList.slice(1)))
  writer.close()
  return (await new Response(readable).arrayBuffer()).byteLength === 16_384
}

export const FLOORS = [
  { name: 'raw WebCrypto verify', artifact: 'raw', create: raw },
  { name: 'floor: vc+jwt', artifact: 'vc+jwt', create: vcJwt },
  { name: 'floor: jwt_vc', artifact: 'jwt_vc', create: jwtVc },
  { name: 'floor: dc+sd-jwt', artifact: 'dc+sd-jwt', create: sdJwt },
  { name: 'floor: eddsa-jcs-2022', artifact: 'eddsa-jcs-2022', create: jcs },
  { name: 'floor: issue vc+jwt', artifact: 'unsigned', create: issue },
  { name: 'native: decode a status list', artifact: 'encoded list', create: decode },
]
