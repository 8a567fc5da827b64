// One order in, one secured credential out. The signer is passed in.
import type { JsonObject } from '../encoding/json.ts'
import type { IssueCredential } from '../wire/issue-credential.ts'
import type { CredentialFrame } from './credential-frame.ts'
import { signDataIntegrity } from './data-integrity.ts'
import { buildAchievementCredential, buildDegreeCredential } from './degree.ts'
import { signJwtVc } from './jwt-vc.ts'
import { buildLicenceCredential, buildLicenceCredentialVcdm1 } from './licence.ts'
import { signSdJwt } from './sd-jwt.ts'
import { buildSdJwtClaims, OPEN_CLAIMS } from './sd-jwt-claims.ts'
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

type Build = (order: IssueCredential, frame: CredentialFrame, occasion: Occasion) => JsonObject

/** VCDM 2.0: an Open Badge, or a licence. */
const buildVcdm2: Build = (order, frame, { achievementId }) =>
  order.kind === 'licence'
    ? buildLicenceCredential(order, frame)
    : buildAchievementCredential(order, frame, achievementId)

const buildVcdm1: Build = (order, frame) =>
  order.kind === 'licence'
    ? buildLicenceCredentialVcdm1(order, frame)
    : buildDegreeCredential(order, frame)

type Secure = (
  credential: JsonObject,
  signer: CredentialSigner,
  occasion: Occasion,
  kind: IssueCredential['kind'],
) => Promise<SecuredCredential>

const secureWith =
  (cryptosuite: 'eddsa-jcs-2022' | 'eddsa-rdfc-2022'): Secure =>
  async (credential, signer, { createdSeconds }) => {
    const signed = await signDataIntegrity(credential, { cryptosuite, createdSeconds }, signer)
    if (signed.ok) return signed.value
    throw new Error(`A credential of ours cannot be canonicalised: ${signed.error.code}`)
  }

const secureSdJwt: Secure = (claims, signer, { drawSalt }, kind) =>
  signSdJwt(claims, new Set(OPEN_CLAIMS[kind]), signer, drawSalt)

/** How each format is built and signed. */
const FORMATS: Readonly<
  Record<IssueCredential['format'], { readonly build: Build; readonly secure: Secure }>
> = {
  'vc+jwt': { build: buildVcdm2, secure: signVcJwt },
  jwt_vc: { build: buildVcdm1, secure: signJwtVc },
  'dc+sd-jwt': { build: buildSdJwtClaims, secure: secureSdJwt },
  'eddsa-jcs-2022': { build: buildVcdm2, secure: secureWith('eddsa-jcs-2022') },
  'eddsa-rdfc-2022': { build: buildVcdm2, secure: secureWith('eddsa-rdfc-2022') },
}

/** Builds and signs what an order asks for. */
export function issueCredential(
  order: IssueCredential,
  frame: CredentialFrame,
  signer: CredentialSigner,
  occasion: Occasion,
): Promise<SecuredCredential> {
  const { build, secure } = FORMATS[order.format]
  return secure(build(order, frame, occasion), signer, occasion, order.kind)
}
