// JWT libraries that run everywhere. The issuer's DID document comes from memory.
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc'
import { verifyCredential } from 'did-jwt-vc'
import { importJWK, jwtVerify } from 'jose'
import { bytesOf, sha256, utf8 } from './codecs.mjs'
import { importPublic } from './floors.mjs'

export const resolverOf = ({ issuer }) => ({
  resolve: async () => ({
    didDocument: issuer.didDocument,
    didDocumentMetadata: {},
    didResolutionMetadata: {},
  }),
})

/** Knows nothing of credentials: whoever uses it checks the shape himself, here with the least there is. */
async function jose({ issuer }) {
  const key = await importJWK(issuer.jwk, 'EdDSA')
  const options = { algorithms: ['EdDSA'], issuer: issuer.did, typ: 'JWT' }
  return async (token) => {
    const { payload } = await jwtVerify(token, key, options)
    return payload.vc.type.includes('VerifiableCredential')
  }
}

function didJwtVc(fixtures) {
  const resolver = resolverOf(fixtures)
  return async (token) => (await verifyCredential(token, resolver)).verified === true
}

async function sdJwtVc(fixtures) {
  const key = await importPublic(fixtures)
  const library = new SDJwtVcInstance({
    hashAlg: 'sha-256',
    hasher: (data) => sha256(typeof data === 'string' ? data : new TextDecoder().decode(data)),
    verifier: (data, signature) =>
      crypto.subtle.verify('Ed25519', key, bytesOf(signature), utf8(data)),
  })
  return async (text) => {
    const { payload } = await library.verify(text)
    return payload.degree.type === 'BachelorDegree'
  }
}

export const JWT_PEERS = [
  { name: 'jose jwtVerify', artifact: 'jwt_vc', create: jose },
  { name: 'did-jwt-vc', artifact: 'jwt_vc', create: didJwtVc },
  { name: '@sd-jwt/sd-jwt-vc', artifact: 'dc+sd-jwt', create: sdJwtVc },
]
