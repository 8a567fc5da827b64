// A signature that was made elsewhere: checked against the registered key, and only then is anything issued.
import { decodeBase64Url } from '../../shared/encoding/base64url.ts'
import { utf8Encode } from '../../shared/encoding/bytes.ts'
import type { JsonObject } from '../../shared/encoding/json.ts'
import { statusEntry } from '../../shared/issue/credential-frame.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Actor } from '../auth/actor.ts'
import { type Alongside, nothing } from '../issuing/alongside.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'
import type { SigningRequest } from '../storage/signing-requests.ts'
import { isAnswered, isTaken } from '../storage/unique.ts'
import { DELEGATION_KIND } from './request-signature.ts'
import { type Draft, openDraft, withSignature } from './signing-drafts.ts'

export interface Completed {
  /** Of a credential `urn:uuid:…`. */
  readonly id: string
  readonly credential: string
  readonly status: readonly JsonObject[]
}

/**
 * Publishes what a request asked to be signed: a delegation is put to use, a credential recorded with its status places.
 *
 * Refusals: `signing.unknown`, `signing.mismatch`, `signing.delegation_missing`, `key.conflict` where the key is not active any more,
 * `signing.outdated` where its status places were given away meanwhile.
 * @param signature - 64 bytes, base64url
 * @param alongside - written with the credential or not at all
 */
export async function completeSignature(
  services: Services,
  issuer: Issuer,
  actor: Actor,
  id: string,
  signature: string,
  alongside: Alongside<Completed> = nothing,
): Promise<Result<Completed, Refusal>> {
  const { accreditations, platform, signingKeys, signingRequests } = services
  const request = await signingRequests.find(issuer.slug, id)
  if (!request) return err({ code: 'signing.unknown' })
  const key = (await signingKeys.list(issuer.did)).find(({ kid }) => kid === request.kid)
  if (key?.state !== 'active') return err({ code: 'key.conflict' })
  const draft = await openDraft(services, request)
  const bytes = decodeBase64Url(signature)
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.x } as const
  const message = utf8Encode(draft.signingInput)
  if (!bytes || !(await platform.engine.verify('EdDSA', jwk, bytes, message))) {
    return err({ code: 'signing.mismatch' })
  }
  const text = withSignature(draft.signingInput, bytes)
  if (request.kind === DELEGATION_KIND) {
    const answer = { id: `urn:uuid:${id}`, credential: text, status: [] }
    await accreditations.saveDelegation(issuer.slug, text, draft.validUntilSeconds ?? 0)
    await services.transact([signingRequests.remove(id), ...(await alongside(answer))])
    return ok(answer)
  }
  if (!(await accreditations.findDelegation(issuer.slug))) {
    return err({ code: 'signing.delegation_missing' })
  }
  return record(services, request, actor, draft, text, alongside)
}

async function record(
  { audit, credentials, signingRequests, transact }: Services,
  { id: uuid, issuerSlug, kind, kid }: SigningRequest,
  actor: Actor,
  { places }: Draft,
  credential: string,
  alongside: Alongside<Completed>,
): Promise<Result<Completed, Refusal>> {
  const id = `urn:uuid:${uuid}`
  const format = 'vc+jwt'
  const answer = { id, credential, status: places.map(statusEntry) }
  const written = audit.append(
    issuerSlug,
    { actor, action: 'credential.issued', target: id, detail: { kind, format } },
    [
      ...credentials.inserts({ id: uuid, issuerSlug, kind, format, signingKid: kid }, places),
      signingRequests.remove(uuid),
      ...(await alongside(answer)),
    ],
  )
  try {
    await written
    return ok(answer)
  } catch (error) {
    if (isAnswered(error) || !isTaken(error)) throw error
  }
  await transact([signingRequests.remove(uuid)])
  return err({ code: 'signing.outdated' })
}
