// Signs an accreditation of another organisation, and lists its keys.
import { buildAccreditation } from '../../shared/issue/accreditation.ts'
import { signVcJwt } from '../../shared/issue/vc-jwt.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { CreateAccreditation } from '../../shared/wire/administration.ts'
import type { Actor } from '../auth/actor.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'
import { resolveAccreditedKeys } from './accredited-keys.ts'
import { type Alongside, nothing } from './alongside.ts'
import { recordWithStatus } from './record-with-status.ts'

export interface Accredited {
  /** `urn:uuid:…` */
  readonly id: string
  readonly credential: string
}

/**
 * @param alongside - written with it or not at all
 * @returns the accreditation, or `accreditation.subject_unresolvable`; undefined where a unique key refused every attempt
 */
export async function accredit(
  services: Services,
  accreditor: Issuer,
  actor: Actor,
  order: CreateAccreditation,
  alongside: Alongside<Accredited> = nothing,
): Promise<Result<Accredited, Refusal> | undefined> {
  const { accreditations, credentials, custody, platform, settings } = services
  const keys = await resolveAccreditedKeys(services, order.subject.did)
  if (!keys) return err({ code: 'accreditation.subject_unresolvable' })
  const signer = await custody.signer(accreditor.did)
  const { slug } = accreditor
  const answer = await recordWithStatus(services, slug, ['revocation'], async (status) => {
    const uuid = platform.uuid()
    const id = `urn:uuid:${uuid}`
    const text = await signVcJwt(
      buildAccreditation(order, { id, origin: settings.origin, issuer: accreditor, status }),
      signer,
    )
    const record = {
      id: uuid,
      issuerSlug: slug,
      kind: 'accreditation',
      format: 'vc+jwt',
      signingKid: signer.kid,
    }
    const accreditation = { id: uuid, accreditorSlug: slug, subject: order.subject, text }
    const made = { id, credential: text }
    return {
      answer: made,
      record: {
        statements: [
          ...credentials.inserts(record, status),
          ...accreditations.inserts(accreditation, keys),
          ...(await alongside(made)),
        ],
        act: {
          actor,
          action: 'accreditation.made',
          target: id,
          detail: { subject: order.subject.did },
        },
      },
    }
  })
  return answer && ok(answer)
}
