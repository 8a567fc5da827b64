// Libraries that are timed in Node only.

import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { verifyCredential as verifyLinkedData } from '@digitalbazaar/vc'
import { verifyCredential as verifyByCore } from '@digitalcredentials/verifier-core'
import { createAgent } from '@veramo/core'
import { CredentialProviderJWT } from '@veramo/credential-jwt'
import { CredentialPlugin } from '@veramo/credential-w3c'
import { DIDResolverPlugin } from '@veramo/did-resolver'
import { Ajv } from 'ajv'
import { importJWK, jwtVerify } from 'jose'
import { createDocumentLoader } from '../lib/linked-data.mjs'
import { resolverOf } from './jwt-peers.mjs'

const list = (member) => ({ type: 'array', items: { type: 'string' }, contains: { const: member } })
const text = { type: 'string' }

const SCHEMA = {
  type: 'object',
  required: ['iss', 'nbf', 'vc'],
  properties: {
    iss: text,
    nbf: { type: 'number' },
    jti: text,
    vc: {
      type: 'object',
      required: ['@context', 'type', 'credentialSubject'],
      properties: {
        '@context': list('https://www.w3.org/2018/credentials/v1'),
        type: list('VerifiableCredential'),
        credentialSubject: {
          type: 'object',
          required: ['givenName', 'familyName', 'degree'],
          properties: { givenName: text, familyName: text, degree: { type: 'object' } },
        },
      },
    },
  },
}

async function joseAndSchema({ issuer }) {
  const key = await importJWK(issuer.jwk, 'EdDSA')
  const hasShape = new Ajv().compile(SCHEMA)
  const options = { algorithms: ['EdDSA'], issuer: issuer.did, typ: 'JWT' }
  return async (token) => hasShape((await jwtVerify(token, key, options)).payload)
}

function veramo(fixtures) {
  const agent = createAgent({
    plugins: [
      new DIDResolverPlugin({ resolver: resolverOf(fixtures) }),
      new CredentialPlugin([new CredentialProviderJWT()]),
    ],
  })
  const policies = { credentialStatus: false }
  return async (credential) =>
    (await agent.verifyCredential({ credential, fetchRemoteContexts: false, policies }))
      .verified === true
}

function digitalBazaar({ issuer }) {
  const suite = new DataIntegrityProof({ cryptosuite })
  const documentLoader = createDocumentLoader(issuer)
  return async (secured) =>
    (await verifyLinkedData({ credential: JSON.parse(secured), suite, documentLoader }))
      .verified === true
}

/** It also asks its registries, of which there are none here. */
const verifierCore = () => async (secured) => {
  const { errors, log } = await verifyByCore({
    credential: JSON.parse(secured),
    knownDIDRegistries: [],
  })
  const isFine = ({ id, valid }) => valid || id === 'registered_issuer'
  return !errors && log.some(({ id }) => id === 'valid_signature') && log.every(isFine)
}

export const NODE_PEERS = [
  { name: 'jose jwtVerify + ajv schema', artifact: 'jwt_vc', create: joseAndSchema },
  { name: 'Veramo', artifact: 'jwt_vc', create: veramo },
  { name: '@digitalbazaar/vc', artifact: 'eddsa-rdfc-2022', create: digitalBazaar },
  {
    name: '@digitalcredentials/verifier-core',
    artifact: 'eddsa-rdfc-2022',
    create: verifierCore,
  },
]
