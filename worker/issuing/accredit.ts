// Signs an accreditation of another organisation, and lists its keys.
import { buildAccreditation } from '../../shared/issue/accreditation.ts'
import { signVcJwt } from '../../shared/issue/vc-jwt.ts'
import type { CreateAccreditation } from '../../shared/wire/administration.ts'
import type { Actor } from '../auth/actor.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'
import { resolveAccreditedKeys } from './accredited-keys.ts'
import { recordWithStatus } from './record-with-status.ts'

export type AccreditationAnswer =
  | { readonly ok: true; readonly id: string; readonly credential: string }
  | { readonly ok: false; readonly because: 'subject_unresolvable' }

export async function accredit(
  services: Services,
  accreditor: Issuer,
  actor: Actor,
  order: CreateAccreditation,
): Promise<AccreditationAnswer> {
  const { accreditations, credentials, custody, platform, settings } = services
  const keys = await resolveAccreditedKeys(services, order.subject.did)
  if (!keys) return { ok: false, because: 'subject_unresolvable' }
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
    return {
      answer: { ok: true as const, id, credential: text },
      record: {
        statements: [
          ...credentials.inserts(record, status),
          ...accreditations.inserts(accreditation, keys),
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
  if (!answer) throw new Error('No free status index could be drawn')
  return answer
}
