// What an order would become, read as its holder's reader would: built and taken apart again, signed by nobody.
import { issueCredential } from '../../shared/issue/issue-credential.ts'
import { isPresentation, parseSecured } from '../../shared/parse/parse-secured.ts'
import { summarize } from '../../shared/summary.ts'
import type { CredentialSummary } from '../../shared/verification-result.ts'
import type { IssueCredential } from '../../shared/wire/issue-credential.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'

const NO_SIGNATURE = new Uint8Array(64)

/**
 * The summary of the credential that an order asks for, as it shows where the issuer is recognised. Everything but key, signature and status entries is real; the text never
 * leaves this function.
 */
export async function previewOrder(
  { platform, settings }: Pick<Services, 'platform' | 'settings'>,
  issuer: Issuer,
  order: IssueCredential,
): Promise<CredentialSummary> {
  const nobody = {
    did: issuer.did,
    kid: `${issuer.did}#preview`,
    sign: async () => NO_SIGNATURE,
  }
  const frame = { id: 'urn:uuid:00000000-0000-0000-0000-000000000000', origin: settings.origin }
  const text = await issueCredential(order, { ...frame, issuer, status: [] }, nobody, {
    achievementId: 'urn:uuid:00000000-0000-0000-0000-000000000000',
    createdSeconds: platform.now(),
    drawSalt: platform.salt,
  })
  const parsed = await parseSecured(text)
  if (!parsed.ok || isPresentation(parsed.value)) throw new Error('A preview cannot be read')
  const { claims, envelope } = parsed.value
  return summarize(claims, envelope, false, issuer.name)
}
