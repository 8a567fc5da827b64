// Records a credential that its holder will fetch, and answers the link. Nothing is signed before the holder brings keys.
import { CREDENTIAL_TYPES } from '../../shared/credential-types/index.ts'
import type { IssueCredential } from '../../shared/wire/issue-credential.ts'
import type { Actor } from '../auth/actor.ts'
import { findBaseStatus } from '../issuing/base-credential.ts'
import { recordWithStatus } from '../issuing/record-with-status.ts'
import { refuse, valueOrRefuse } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'
import { succeedsUnlessTaken } from '../storage/unique.ts'
import { draftClaim, type OfferedAnswer } from './draft-claim.ts'

/**
 * A new credential with a place of its own in each status list, by which it can be suspended or revoked before it is claimed; or,
 * where the claim replaces one, another link for that, which ends those that are still open.
 *
 * Throws `key.elsewhere` where this deployment cannot sign for the issuer, `base_credential.refused`, and `claim.refused` where what
 * it replaces is of another kind or format, was never offered, is revoked or unknown.
 *
 * @param alongside - statements for the same transaction, such as keeping the answer
 * @returns undefined where every attempt was refused by a unique key: an answer to the same request is there already
 */
export async function offerClaim(
  services: Services,
  issuer: Issuer,
  actor: Actor,
  order: IssueCredential,
  alongside: (answer: OfferedAnswer) => Promise<readonly D1PreparedStatement[]>,
): Promise<OfferedAnswer | undefined> {
  const { audit, claims, credentials, custody, platform } = services
  const { slug } = issuer
  const { kind, format, claim } = order
  // Throws where the issuer keeps its keys to itself: better said now than to the holder.
  await custody.signer(issuer.did)
  const type = CREDENTIAL_TYPES[kind]
  valueOrRefuse(await findBaseStatus(services, slug, order, type))
  const offer = async (credentialId: string) => {
    const { answer, row } = await draftClaim(services, slug, credentialId, order)
    const statements = [...claims.inserts([row]), ...(await alongside(answer))]
    const act = {
      actor,
      action: 'claim.offered',
      target: answer.id,
      detail: { kind, format },
    } as const
    return { answer, statements, act }
  }

  if (claim?.replaces !== undefined) {
    const credentialId = await findReplaced(services, slug, order, claim.replaces)
    const { answer, statements, act } = await offer(credentialId)
    const ended = [claims.endOpen(credentialId), ...statements]
    return (await succeedsUnlessTaken(audit.append(slug, act, ended))) ? answer : undefined
  }
  return recordWithStatus(services, slug, type.purposes, async (status) => {
    const id = platform.uuid()
    const { answer, statements, act } = await offer(id)
    const record = { id, issuerSlug: slug, kind, format, signingKid: undefined }
    return {
      answer,
      record: { statements: [...credentials.inserts(record, status), ...statements], act },
    }
  })
}

async function findReplaced(
  { claims, credentials }: Services,
  slug: string,
  { kind, format }: IssueCredential,
  urn: string,
): Promise<string> {
  const id = urn.slice('urn:uuid:'.length)
  const replaced = await credentials.find(slug, id)
  const isAlike = replaced?.kind === kind && replaced.format === format
  if (!isAlike || !(await claims.newest(id))) {
    const detail = `claim.replaces names no ${kind} of this issuer that was offered as ${format} by a claim link.`
    throw refuse('claim.refused', { detail })
  }
  if (replaced.state === 'revoked') {
    throw refuse('claim.refused', {
      detail: 'What was revoked cannot be claimed again: issue a new credential.',
    })
  }
  return id
}
