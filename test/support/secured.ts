// One valid credential in each envelope, as text: what attackers start from.
import type { Envelope } from '../../shared/parse/credential.ts'
import { degree, JWT_VC_HEADER, jwtVc, licence } from './credentials.ts'
import { signCompact } from './issuer.ts'
import { COUNCIL, UNIVERSITY } from './parties.ts'
import { LEGACY, withProof } from './proofs.ts'
import { sdJwt } from './sd-jwt.ts'

const legacy = () => {
  const contexts = degree()['@context'] as readonly unknown[]
  return degree({ '@context': [...contexts, 'https://w3id.org/security/suites/ed25519-2020/v1'] })
}

/** Presentations are no credentials; a seal is never verified. */
type CredentialEnvelope = Exclude<Envelope, 'vp+jwt' | 'jwt_vp' | 'elm'>

/** Each is verified in the world of `createWorld()`. */
export const SECURED: Readonly<Record<CredentialEnvelope, () => Promise<string>>> = {
  'vc+jwt': () => signCompact(licence(), COUNCIL),
  jwt_vc: () => signCompact(jwtVc(), UNIVERSITY, JWT_VC_HEADER),
  'dc+sd-jwt': () => sdJwt(),
  'eddsa-jcs-2022': async () => JSON.stringify(await withProof(licence(), COUNCIL)),
  'eddsa-rdfc-2022': async () =>
    JSON.stringify(await withProof(degree(), UNIVERSITY, { cryptosuite: 'eddsa-rdfc-2022' })),
  Ed25519Signature2020: async () => JSON.stringify(await withProof(legacy(), UNIVERSITY, LEGACY)),
}
