// Trust lists signed by a registry made up for the test.
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import type { PublicJwk, TrustPin } from '../../../shared/index.ts'
import { buildTrustListCredential } from '../../../shared/issue/trust-list-credential.ts'
import { signVcJwt } from '../../../shared/issue/vc-jwt.ts'

export const ORIGIN = 'https://registry.example'
export const LIST_URL = `${ORIGIN}/v1/trust-list`
const DID = 'did:web:registry.example'

export function createRegistry() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const { x = '' } = publicKey.export({ format: 'jwk' })
  const registryKey: PublicJwk = { kty: 'OKP', crv: 'Ed25519', x }
  const thumbprint = createHash('sha256')
    .update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`)
    .digest('base64url')
  const pin: TrustPin = { origin: ORIGIN, registryKey }
  const listOf = (sequence: number, fromSeconds: number, untilSeconds: number) =>
    signVcJwt(
      buildTrustListCredential({
        origin: ORIGIN,
        registry: DID,
        sequence,
        validFrom: new Date(fromSeconds * 1000).toISOString(),
        validUntil: new Date(untilSeconds * 1000).toISOString(),
        anchors: [
          { did: 'did:web:health.example', name: 'Ministry of Health', keys: [registryKey] },
        ],
        entities: [],
        accreditations: [],
      }),
      {
        did: DID,
        kid: `${DID}#${thumbprint}`,
        sign: async (message) => new Uint8Array(sign(null, message, privateKey)),
      },
    )
  return { pin, thumbprint, listOf, registryKey }
}
