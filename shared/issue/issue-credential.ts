// One order in, one secured credential out. The signer is passed in.

import type { CredentialType } from '../credential-types/credential-type.ts'
import { CREDENTIAL_TYPES } from '../credential-types/index.ts'
import type { JsonObject } from '../encoding/json.ts'
import type { IssueCredential } from '../wire/issue-credential.ts'
import type { IssuedFormat } from '../wire/order-fields.ts'
import type { CredentialFrame } from './credential-frame.ts'
import { signDataIntegrity } from './data-integrity.ts'
import { signJwtVc } from './jwt-vc.ts'
import { signSdJwt } from './sd-jwt.ts'
import { buildSdJwtClaims } from './sd-jwt-claims.ts'
import type { CredentialSigner } from './signer.ts'
import { signVcJwt } from './vc-jwt.ts'

/** A compact text, or an object with its proof inside. */
export type SecuredCredential = string | JsonObject

/** What differs each time that the same order is carried out. */
export interface Occasion {
  /** A fresh URN; Open Badges wants achievements to have one. */
  readonly achievementId: string
  /** Seconds since the Unix epoch. */
  readonly createdSeconds: number
  /** 128 random bits, base64url, anew at each call. */
  readonly drawSalt: () => string
}

type Build = (
  order: IssueCredential,
  type: CredentialType,
  frame: CredentialFrame,
  occasion: Occasion,
) => JsonObject | undefined

const buildVcdm2: Build = (order, { build }, frame, { achievementId }) =>
  build.vcdm2?.(order, frame, achievementId)

const buildVcdm1: Build = (order, { build }, frame) => build.vcdm1?.(order, frame)

type Secure = (
  credential: JsonObject,
  signer: CredentialSigner,
  occasion: Occasion,
  type: CredentialType,
) => Promise<SecuredCredential>

const secureWith =
  (cryptosuite: 'eddsa-jcs-2022' | 'eddsa-rdfc-2022'): Secure =>
  async (credential, signer, { createdSeconds }) => {
    const signed = await signDataIntegrity(credential, { cryptosuite, createdSeconds }, signer)
    if (signed.ok) return signed.value
    throw new Error(`A credential of ours cannot be canonicalised: ${signed.error.code}`)
  }

const secureSdJwt: Secure = (claims, signer, { drawSalt }, { sdJwt }) =>
  signSdJwt(claims, new Set(sdJwt?.open), signer, drawSalt)

/** How each format is built and signed. */
const FORMATS: Readonly<Record<IssuedFormat, { readonly build: Build; readonly secure: Secure }>> =
  {
    'vc+jwt': { build: buildVcdm2, secure: signVcJwt },
    jwt_vc: { build: buildVcdm1, secure: signJwtVc },
    'dc+sd-jwt': { build: buildSdJwtClaims, secure: secureSdJwt },
    'eddsa-jcs-2022': { build: buildVcdm2, secure: secureWith('eddsa-jcs-2022') },
    'eddsa-rdfc-2022': { build: buildVcdm2, secure: secureWith('eddsa-rdfc-2022') },
  }

/** Builds and signs what an order asks for. Its schema has refused a format that its kind does not have. */
export async function issueCredential(
  order: IssueCredential,
  frame: CredentialFrame,
  signer: CredentialSigner,
  occasion: Occasion,
): Promise<SecuredCredential> {
  const type = CREDENTIAL_TYPES[order.kind]
  const { build, secure } = FORMATS[order.format]
  const inside = await Promise.all(
    (type.inside?.(order, frame, occasion.achievementId) ?? []).map((credential) =>
      secure(credential, signer, occasion, type),
    ),
  )
  const credential = build(order, type, { ...frame, inside }, occasion)
  if (!credential) throw new Error(`A ${order.kind} cannot be issued as ${order.format}`)
  return secure(credential, signer, occasion, type)
}
