// Presentations with real signatures, to which a test adds one lie. Pure.
import type { JsonObject } from '../../shared/encoding/json.ts'
import { VCDM1_CONTEXT } from '../../shared/parse/jwt-vc.ts'
import { VCDM2_CONTEXT } from '../../shared/parse/vcdm2.ts'
import { NOW } from './clock.ts'
import { licence } from './credentials.ts'
import { type Issuer, signCompact } from './issuer.ts'
import { COUNCIL } from './parties.ts'
import { withProof } from './proofs.ts'
import { AUDIENCE, HOLDER, NONCE } from './sd-jwt.ts'

/** A compact credential as VCDM 2.0 puts it into a presentation. */
export const enveloped = (text: string): JsonObject => ({
  '@context': VCDM2_CONTEXT,
  id: `data:application/${text.includes('~') ? 'dc+sd-jwt' : 'vc+jwt'},${text}`,
  type: 'EnvelopedVerifiableCredential',
})

/** The council's licence, about somebody. */
export const licenceAbout = (id: string, changes: JsonObject = {}): Promise<string> => {
  const subject = licence().credentialSubject as JsonObject
  return signCompact(licence({ credentialSubject: { ...subject, id }, ...changes }), COUNCIL)
}

export const HELD = await licenceAbout(HOLDER.did)

/** A presentation of the holder's licence that nobody signed. */
export const presentation = (changes: JsonObject = {}): JsonObject => ({
  '@context': [VCDM2_CONTEXT],
  type: ['VerifiablePresentation'],
  holder: HOLDER.did,
  verifiableCredential: [enveloped(HELD)],
  ...changes,
})

const CLAIMS = { nonce: NONCE, aud: AUDIENCE, iat: NOW - 10 }

export const vpJwt = (
  changes: JsonObject = {},
  header: object = {},
  signer: Issuer = HOLDER,
): Promise<string> =>
  signCompact({ ...presentation(), ...CLAIMS, ...changes }, signer, {
    typ: 'vp+jwt',
    cty: 'vp',
    ...header,
  })

/** The same in VCDM 1.1. */
export const jwtVp = (
  changes: JsonObject = {},
  vpChanges: JsonObject = {},
  signer: Issuer = HOLDER,
): Promise<string> =>
  signCompact(
    {
      iss: HOLDER.did,
      ...CLAIMS,
      vp: {
        '@context': [VCDM1_CONTEXT],
        type: 'VerifiablePresentation',
        verifiableCredential: [HELD],
        ...vpChanges,
      },
      ...changes,
    },
    signer,
    { typ: 'JWT', cty: undefined },
  )

/** The same with a proof inside. */
export const provedPresentation = (
  changes: JsonObject = {},
  proof: JsonObject = {},
  signer: Issuer = HOLDER,
): Promise<JsonObject> =>
  withProof(presentation(changes), signer, {
    proofPurpose: 'authentication',
    challenge: NONCE,
    domain: AUDIENCE,
    ...proof,
  })
