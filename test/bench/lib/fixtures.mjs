// What every contestant is given, in every runtime: plain data, the same in each run but for the dates of the lists.
import { createArtifacts, withTwins } from './credentials.mjs'
import { createIssuer } from './issuer.mjs'
import { createDocumentLoader } from './linked-data.mjs'
import { createBenchWorld, createBits, encodeBits } from './world.mjs'

const DECODED_LISTS = 8

/** @typedef {{ good: unknown, bad: unknown[] }} Item a thing to be accepted, and its tampered twins */

/** Only peers can sign `eddsa-rdfc-2022` without being ours. */
async function signRdfc(issuer, credentials) {
  const [{ issue }, { DataIntegrityProof }, { cryptosuite }, { from }] = await Promise.all([
    import('@digitalbazaar/vc'),
    import('@digitalbazaar/data-integrity'),
    import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite'),
    import('@digitalbazaar/ed25519-multikey'),
  ])
  const key = await from({
    '@context': 'https://w3id.org/security/multikey/v1',
    id: issuer.kid,
    type: 'Multikey',
    controller: issuer.did,
    publicKeyMultibase: issuer.multibase,
    secretKeyMultibase: issuer.secretMultibase,
  })
  const documentLoader = createDocumentLoader(issuer)
  return Promise.all(
    credentials.map(async (credential) => {
      const suite = new DataIntegrityProof({ signer: key.signer(), cryptosuite })
      return withTwins(await issue({ credential, suite, documentLoader }))
    }),
  )
}

function rawSignatures(tokens) {
  const take = (token) => {
    const dot = token.lastIndexOf('.')
    return { message: token.slice(0, dot), signature: token.slice(dot + 1) }
  }
  return tokens.map(({ good, bad }) => ({ good: take(good), bad: bad.map(take) }))
}

/** @param {number} nowSeconds since the Unix epoch */
export async function createFixtures(nowSeconds) {
  const university = createIssuer('University')
  const ministry = createIssuer('Ministry')
  const registry = createIssuer('Registry')
  const { goodIndices, ...world } = createBenchWorld({ ministry, university, registry }, nowSeconds)
  const parties = { issuer: university, world: { ...world, goodIndices } }
  const artifacts = createArtifacts(parties)
  const lists = Array.from({ length: DECODED_LISTS }, (_, i) => encodeBits(createBits(900 + i)))
  const { signBytes, signJws, ...issuer } = university
  return {
    nowSeconds,
    issuer,
    world,
    artifacts: {
      ...artifacts,
      raw: rawSignatures(artifacts['vc+jwt']),
      'eddsa-rdfc-2022': await signRdfc(
        university,
        artifacts['linked data'].map(({ good }) => good),
      ),
      'status entry': artifacts['vc+jwt'].map((_, i) => ({ good: goodIndices[i], bad: [] })),
      'encoded list': lists.map((good) => ({ good, bad: [] })),
    },
  }
}
