// Signs what an accreditor says of an issuer: that it closed, or that some of its awards are in doubt.
import type { JsonObject } from '../../shared/encoding/json.ts'
import { formatDateTime, parseDateTime } from '../../shared/encoding/time.ts'
import { buildSuccession, buildTaint, type RemarkFrame } from '../../shared/issue/remark.ts'
import { signVcJwt } from '../../shared/issue/vc-jwt.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { CloseIssuer, TaintOrder } from '../../shared/wire/remarks.ts'
import type { AuditAction, AuditDetail } from '../audit/actions.ts'
import type { Actor } from '../auth/actor.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'
import type { StoredRemark } from '../storage/remarks.ts'
import { type Recognised, recognisedBy } from './recognised.ts'
import { recordWithStatus } from './record-with-status.ts'

export interface RemarkAnswer {
  /** `urn:uuid:…` */
  readonly id: string
  readonly credential: string
}

interface Draft {
  readonly action: AuditAction
  readonly detail: AuditDetail
  readonly build: (frame: RemarkFrame) => JsonObject
  readonly stored: Pick<StoredRemark, 'kind' | 'subject' | 'closing'>
}

/**
 * Says that an issuer closed, and who keeps its records.
 *
 * @returns the record, or `remark.refused`, `issuer.closed`
 */
export async function closeIssuer(
  services: Services,
  speaker: Issuer,
  actor: Actor,
  order: CloseIssuer,
): Promise<Result<RemarkAnswer, Refusal>> {
  const { closedOn, recordsKeptBy, subject } = order
  const recognised = await recognisedBy(services, speaker, subject)
  if (!recognised.ok) return recognised
  if (recordsKeptBy && !recognised.value.isKnown(recordsKeptBy.did)) {
    return err({
      code: 'remark.refused',
      detail: 'Nobody has accredited who is to keep the records: do that first.',
    })
  }
  if (await services.remarks.findClosing(subject)) {
    return err({
      code: 'issuer.closed',
      detail: 'A record of its closing stands already: revoke that one first.',
    })
  }
  const keeper = recordsKeptBy?.did
  return sign(services, speaker, actor, recognised.value, {
    action: 'issuer.closed',
    detail: { subject, closedOn, ...(keeper !== undefined && { keeper }) },
    build: (frame) => buildSuccession(order, frame),
    stored: {
      kind: 'succession',
      subject,
      closing: {
        closedSeconds: parseDateTime(closedOn) ?? 0,
        ...(keeper !== undefined && { keeper }),
      },
    },
  })
}

/** Doubts awards of an issuer. @returns the record, or `remark.refused` */
export async function taintIssuer(
  services: Services,
  speaker: Issuer,
  actor: Actor,
  order: TaintOrder,
): Promise<Result<RemarkAnswer, Refusal>> {
  const { awardedFrom, awardedUntil, reasonCode, subject } = order
  const recognised = await recognisedBy(services, speaker, subject)
  if (!recognised.ok) return recognised
  return sign(services, speaker, actor, recognised.value, {
    action: 'issuer.tainted',
    detail: { subject, awardedFrom, awardedUntil, reasonCode },
    build: (frame) => buildTaint(order, frame),
    stored: { kind: 'taint', subject },
  })
}

async function sign(
  services: Services,
  speaker: Issuer,
  actor: Actor,
  { name }: Recognised,
  { action, build, detail, stored }: Draft,
): Promise<Result<RemarkAnswer, Refusal>> {
  const { credentials, custody, platform, remarks, settings, trustList } = services
  const signer = await custody.signer(speaker.did)
  const { slug } = speaker
  const answer = await recordWithStatus(services, slug, ['revocation'], async (status) => {
    const uuid = platform.uuid()
    const id = `urn:uuid:${uuid}`
    const frame: RemarkFrame = {
      id,
      origin: settings.origin,
      issuer: speaker,
      status,
      validFrom: formatDateTime(platform.now()),
      subjectName: name,
    }
    const text = await signVcJwt(build(frame), signer)
    const record = {
      id: uuid,
      issuerSlug: slug,
      kind: stored.kind,
      format: 'vc+jwt',
      signingKid: signer.kid,
    }
    return {
      answer: { id, credential: text },
      record: {
        statements: [
          ...credentials.inserts(record, status),
          remarks.insert({ ...stored, id: uuid, text }),
          trustList.advance(),
        ],
        act: { actor, action, target: id, detail },
      },
    }
  })
  if (!answer) throw new Error('No free status index could be drawn')
  return ok(answer)
}
