// What waits to be signed elsewhere, sealed: the exact text, and what is recorded once it is signed.
import { encodeBase64Url } from '../../shared/encoding/base64url.ts'
import { utf8Decode, utf8Encode } from '../../shared/encoding/bytes.ts'
import type { StatusPlace } from '../../shared/issue/credential-frame.ts'
import type { CredentialSigner } from '../../shared/issue/signer.ts'
import type { Services } from '../services.ts'
import type { SigningRequest } from '../storage/signing-requests.ts'

export interface Draft {
  /** Header and payload of a compact JWS: what is signed, in ASCII. */
  readonly signingInput: string
  /** Of a credential: where its status will be published. */
  readonly places: readonly StatusPlace[]
  /** Of a delegation, seconds since the Unix epoch. */
  readonly validUntilSeconds?: number
}

/** Signs with nothing: what comes out ends in the dot before the signature. */
export const createAbsentSigner = (did: string, kid: string): CredentialSigner => ({
  did,
  kid,
  sign: async () => new Uint8Array(),
})

/** The text before the signature that an absent signer left out. */
export function signingInputOf(unsigned: string): string {
  if (!unsigned.endsWith('.')) throw new Error('This is no compact JWS without its signature')
  return unsigned.slice(0, -1)
}

export const withSignature = (signingInput: string, signature: Uint8Array): string =>
  `${signingInput}.${encodeBase64Url(signature)}`

const contextOf = (id: string) => `signing-request:${id}`

export const sealDraft = (
  { sealer }: Pick<Services, 'sealer'>,
  id: string,
  draft: Draft,
): Promise<string> => sealer.seal(utf8Encode(JSON.stringify(draft)), contextOf(id))

export async function openDraft(
  { sealer }: Pick<Services, 'sealer'>,
  { id, sealedDraft }: Pick<SigningRequest, 'id' | 'sealedDraft'>,
): Promise<Draft> {
  return JSON.parse(utf8Decode(await sealer.unseal(sealedDraft, contextOf(id))) ?? '') as Draft
}
