// What an order would become, read as its holder's reader would: built and taken apart again, signed by nobody.
import { CREDENTIAL_TYPES } from '../../shared/credential-types/index.ts'
import { issueCredential } from '../../shared/issue/issue-credential.ts'
import { isPresentation, parseSecured } from '../../shared/parse/parse-secured.ts'
import { summarize } from '../../shared/summary.ts'
import type { CredentialSummary } from '../../shared/verification-result.ts'
import type { IssueCredential } from '../../shared/wire/issue-credential.ts'
import { valueOrRefuse } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'
import { findBaseStatus } from './base-credential.ts'

const NO_SIGNATURE = new Uint8Array(64)

/**
 * The summary of the credential that an order asks for, as it shows where the issuer is recognised. Everything but key, signature and status entries is real; the text never
 * leaves this function. Throws `base_credential.refused` where an order extends what cannot be extended.
 */
export async function previewOrder(
  services: Pick<Services, 'baseCredentials' | 'platform' | 'settings'>,
  issuer: Issuer,
  order: IssueCredential,
): Promise<CredentialSummary> {
  const { platform, settings } = services
  const nobody = {
    did: issuer.did,
    kid: `${issuer.did}#preview`,
    sign: async () => NO_SIGNATURE,
  }
  const type = CREDENTIAL_TYPES[order.kind]
  const base = valueOrRefuse(await findBaseStatus(services, issuer.slug, order, type))
  const frame = { id: 'urn:uuid:00000000-0000-0000-0000-000000000000', origin: settings.origin }
  const within = { issuer, status: [], ...(base && { baseStatus: base }) }
  const text = await issueCredential(order, { ...frame, ...within }, nobody, {
    achievementId: 'urn:uuid:00000000-0000-0000-0000-000000000000',
    createdSeconds: platform.now(),
    drawSalt: platform.salt,
  })
  const parsed = await parseSecured(text)
  if (!parsed.ok || isPresentation(parsed.value)) throw new Error('A preview cannot be read')
  const { claims, envelope } = parsed.value
  return summarize(claims, envelope, false, issuer)
}
