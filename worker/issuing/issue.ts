// Signs a credential and records it: its id, its status indices and the answer for a repeated request, all or nothing.
import { CREDENTIAL_TYPES } from '../../shared/credential-types/index.ts'
import type { JsonObject } from '../../shared/encoding/json.ts'
import { type CredentialFrame, statusEntry } from '../../shared/issue/credential-frame.ts'
import { issueCredential, type SecuredCredential } from '../../shared/issue/issue-credential.ts'
import type { IssueCredential } from '../../shared/wire/issue-credential.ts'
import type { Actor } from '../auth/actor.ts'
import { valueOrRefuse } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'
import { findBaseStatus } from './base-credential.ts'
import { recordWithStatus } from './record-with-status.ts'

export interface IssuedAnswer {
  /** `urn:uuid:…` */
  readonly id: string
  readonly credential: SecuredCredential
  readonly status: readonly JsonObject[]
}

/**
 * Throws `base_credential.refused` where an order extends what cannot be extended.
 *
 * @param alongside - statements for the same transaction, such as keeping the answer
 * @returns undefined where every attempt was refused by a unique key: an answer to the same request is there already
 */
export async function issueAndRecord(
  services: Services,
  issuer: Issuer,
  actor: Actor,
  order: IssueCredential,
  alongside: (answer: IssuedAnswer) => Promise<readonly D1PreparedStatement[]>,
): Promise<IssuedAnswer | undefined> {
  const { credentials, custody, platform, settings } = services
  const signer = await custody.signer(issuer.did)
  const { kind, format } = order
  const type = CREDENTIAL_TYPES[kind]
  const baseStatus = valueOrRefuse(await findBaseStatus(services, issuer.slug, order, type))
  return recordWithStatus(services, issuer.slug, type.purposes, async (status) => {
    const uuid = platform.uuid()
    const frame: CredentialFrame = {
      id: `urn:uuid:${uuid}`,
      origin: settings.origin,
      issuer,
      status,
      ...(baseStatus && { baseStatus }),
    }
    const credential = await issueCredential(order, frame, signer, {
      achievementId: `urn:uuid:${platform.uuid()}`,
      createdSeconds: platform.now(),
      drawSalt: platform.salt,
    })
    const answer = {
      id: frame.id,
      credential,
      status: [...status, ...(baseStatus ?? [])].map(statusEntry),
    }
    const record = { id: uuid, issuerSlug: issuer.slug, kind, format, signingKid: signer.kid }
    return {
      answer,
      record: {
        statements: [...credentials.inserts(record, status), ...(await alongside(answer))],
        act: { actor, action: 'credential.issued', target: frame.id, detail: { kind, format } },
      },
    }
  })
}
