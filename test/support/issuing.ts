// Orders of the tests, issued and taken apart again. Uses node:buffer.
import { encodeBase64Url } from '../../shared/encoding/base64url.ts'
import type { JsonObject } from '../../shared/encoding/json.ts'
import { issueCredential, type SecuredCredential } from '../../shared/issue/issue-credential.ts'
import type { IssueCredential } from '../../shared/wire/issue-credential.ts'
import { NOW } from './clock.ts'
import { INDEX, listUrl, ORIGIN } from './credentials.ts'
import type { Issuer } from './issuer.ts'

export const ID = 'urn:uuid:00000000-0000-4000-8000-000000000099'
export const ACHIEVEMENT_ID = 'urn:uuid:00000000-0000-4000-8000-00000000a099'

/** Salts that can be foretold, of so many bytes. */
export function saltsOf(bytes: number): () => string {
  let count = 0
  return () => encodeBase64Url(new Uint8Array(bytes).fill(++count))
}

export const issue = (order: IssueCredential, signer: Issuer) =>
  issueCredential(
    order,
    {
      id: ID,
      origin: ORIGIN,
      issuer: { did: signer.did, name: signer.name, url: 'https://www.issuer.xm' },
      status: (order.kind === 'degree'
        ? (['revocation'] as const)
        : (['revocation', 'suspension'] as const)
      ).map((purpose) => ({ purpose, listUrl: listUrl(signer, purpose), index: INDEX })),
    },
    signer,
    { achievementId: ACHIEVEMENT_ID, createdSeconds: NOW, drawSalt: saltsOf(16) },
  )

/** Header and credential of a token, or proof and credential of an object, read without our own parser's model. */
export const open = (secured: SecuredCredential): { header: JsonObject; payload: JsonObject } => {
  if (typeof secured !== 'string') {
    const { proof, ...payload } = secured
    return { header: proof as JsonObject, payload }
  }
  const [header, payload] = secured
    .split('.', 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')))
  return { header, payload }
}
