// Orders of the tests, issued and taken apart again. Uses node:buffer.
import type { JsonObject } from '../../shared/encoding/json.ts'
import { issueCredential } from '../../shared/issue/issue-credential.ts'
import type { IssueCredential } from '../../shared/wire/issue-credential.ts'
import { INDEX, listUrl, ORIGIN } from './credentials.ts'
import type { Issuer } from './issuer.ts'

export const ID = 'urn:uuid:00000000-0000-4000-8000-000000000099'
export const ACHIEVEMENT_ID = 'urn:uuid:00000000-0000-4000-8000-00000000a099'

export const issue = (order: IssueCredential, signer: Issuer) =>
  issueCredential(
    order,
    {
      id: ID,
      origin: ORIGIN,
      issuer: { did: signer.did, name: signer.name },
      status: (order.kind === 'degree'
        ? (['revocation'] as const)
        : (['revocation', 'suspension'] as const)
      ).map((purpose) => ({ purpose, listUrl: listUrl(signer, purpose), index: INDEX })),
    },
    signer,
    ACHIEVEMENT_ID,
  )

/** Header and credential of a token, read without our own parser's model. */
export const open = (token: string): { header: JsonObject; payload: JsonObject } => {
  const [header, payload] = token
    .split('.', 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')))
  return { header, payload }
}
