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
import { type Alongside, nothing } from './alongside.ts'
import { recognisedBy } from './recognised.ts'
import { recordWithStatus } from './record-with-status.ts'

export interface RemarkAnswer {
  /** `urn:uuid:…` */
  readonly id: string
  readonly credential: string
}

/** A remark that may be made, before it is signed. */
interface Draft {
  readonly name: string
  readonly action: AuditAction
  readonly detail: AuditDetail
  readonly build: (frame: RemarkFrame) => JsonObject
  readonly stored: Pick<StoredRemark, 'kind' | 'subject' | 'closing'>
}

/** What can be asked for, by the kind of the remark. */
export interface RemarkOrders {
  readonly succession: CloseIssuer
  readonly taint: TaintOrder
}
type RemarkKind = keyof RemarkOrders
export type RemarkOrder = {
  [K in RemarkKind]: { readonly kind: K; readonly order: RemarkOrders[K] }
}[RemarkKind]

type Prepare<O> = (services: Services, speaker: Issuer, order: O) => Promise<Result<Draft, Refusal>>

const PREPARE: { readonly [K in RemarkKind]: Prepare<RemarkOrders[K]> } = {
  async succession(services, speaker, order) {
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
    const kept = recordsKeptBy && { keeper: recordsKeptBy.did }
    const closedSeconds = parseDateTime(closedOn) ?? 0
    return ok({
      name: recognised.value.name,
      action: 'issuer.closed',
      detail: { subject, closedOn, ...kept },
      build: (frame) => buildSuccession(order, frame),
      stored: { kind: 'succession', subject, closing: { closedSeconds, ...kept } },
    })
  },

  async taint(services, speaker, order) {
    const { awardedFrom, awardedUntil, reasonCode, subject } = order
    const recognised = await recognisedBy(services, speaker, subject)
    if (!recognised.ok) return recognised
    return ok({
      name: recognised.value.name,
      action: 'issuer.tainted',
      detail: { subject, awardedFrom, awardedUntil, reasonCode },
      build: (frame) => buildTaint(order, frame),
      stored: { kind: 'taint', subject },
    })
  },
}

const prepare = <K extends RemarkKind>(
  kind: K,
  services: Services,
  speaker: Issuer,
  order: RemarkOrders[K],
): Promise<Result<Draft, Refusal>> => PREPARE[kind](services, speaker, order)

/** Why a remark would be refused: `remark.refused`, `issuer.closed`. */
export async function refuseRemark(
  services: Services,
  speaker: Issuer,
  { kind, order }: RemarkOrder,
): Promise<Refusal | undefined> {
  const draft = await prepare(kind, services, speaker, order)
  return draft.ok ? undefined : draft.error
}

/**
 * Says that an issuer closed, or doubts some of its awards.
 *
 * @param alongside - written with it or not at all
 * @returns the record, or what `refuseRemark` refuses; undefined where a unique key refused every attempt
 */
export async function makeRemark(
  services: Services,
  speaker: Issuer,
  actor: Actor,
  { kind, order }: RemarkOrder,
  alongside: Alongside<RemarkAnswer> = nothing,
): Promise<Result<RemarkAnswer, Refusal> | undefined> {
  const draft = await prepare(kind, services, speaker, order)
  return draft.ok ? sign(services, speaker, actor, draft.value, alongside) : draft
}

async function sign(
  services: Services,
  speaker: Issuer,
  actor: Actor,
  { name, action, build, detail, stored }: Draft,
  alongside: Alongside<RemarkAnswer>,
): Promise<Result<RemarkAnswer, Refusal> | undefined> {
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
    const made = { id, credential: text }
    return {
      answer: made,
      record: {
        statements: [
          ...credentials.inserts(record, status),
          remarks.insert({ ...stored, id: uuid, text }),
          trustList.advance(),
          ...(await alongside(made)),
        ],
        act: { actor, action, target: id, detail },
      },
    }
  })
  return answer && ok(answer)
}
