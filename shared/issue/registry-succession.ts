// The word of a registry's key for the one that follows it. Pure but for the signer that is passed in.
import { formatDateTime } from '../encoding/time.ts'
import type { PublicJwk } from '../keys/jwk.ts'
import { REGISTRY_SUCCESSION_TYPE } from '../trust/registry-succession.ts'
import { contextUrl, VCDM2_CONTEXT } from './contexts.ts'
import type { CredentialSigner } from './signer.ts'
import { signVcJwt } from './vc-jwt.ts'

interface Succession {
  readonly origin: string
  readonly nextKey: PublicJwk
  /** Seconds since the Unix epoch. */
  readonly atSeconds: number
}

/** `followSuccessions` reads it. */
export const signRegistrySuccession = (
  { origin, nextKey, atSeconds }: Succession,
  signer: CredentialSigner,
): Promise<string> =>
  signVcJwt(
    {
      '@context': [VCDM2_CONTEXT, contextUrl(origin, 'trust')],
      type: ['VerifiableCredential', REGISTRY_SUCCESSION_TYPE],
      issuer: signer.did,
      validFrom: formatDateTime(atSeconds),
      credentialSubject: { id: signer.did, nextKey: { ...nextKey } },
    },
    signer,
  )
