// One order in, one secured credential out. The signer is passed in.
import type { JsonObject } from '../encoding/json.ts'
import type { IssueCredential } from '../wire/issue-credential.ts'
import type { CredentialFrame } from './credential-frame.ts'
import { buildAchievementCredential, buildDegreeCredential } from './degree.ts'
import { signJwtVc } from './jwt-vc.ts'
import { buildLicenceCredential, buildLicenceCredentialVcdm1 } from './licence.ts'
import type { CredentialSigner } from './signer.ts'
import { signVcJwt } from './vc-jwt.ts'

/**
 * Builds and signs what an order asks for.
 *
 * @param achievementId - a fresh URN; Open Badges wants achievements to have one
 */
export function issueCredential(
  order: IssueCredential,
  frame: CredentialFrame,
  signer: CredentialSigner,
  achievementId: string,
): Promise<string> {
  const credential = build(order, frame, achievementId)
  return order.format === 'vc+jwt' ? signVcJwt(credential, signer) : signJwtVc(credential, signer)
}

function build(order: IssueCredential, frame: CredentialFrame, achievementId: string): JsonObject {
  if (order.kind === 'licence') {
    return order.format === 'vc+jwt'
      ? buildLicenceCredential(order, frame)
      : buildLicenceCredentialVcdm1(order, frame)
  }
  return order.format === 'vc+jwt'
    ? buildAchievementCredential(order, frame, achievementId)
    : buildDegreeCredential(order, frame)
}
