// Signs an accreditation of another organisation, and lists its keys.
import { buildAccreditation } from '../../shared/issue/accreditation.ts'
import { signVcJwt } from '../../shared/issue/vc-jwt.ts'
import type { CreateAccreditation } from '../../shared/wire/administration.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'
import { resolveAccreditedKeys } from './accredited-keys.ts'
import { drawStatusPlaces } from './status-places.ts'

export type AccreditationAnswer =
  | { readonly ok: true; readonly id: string; readonly credential: string }
  | { readonly ok: false; readonly because: 'subject_unresolvable' }

export async function accredit(
  services: Services,
  accreditor: Issuer,
  order: CreateAccreditation,
): Promise<AccreditationAnswer> {
  const { accreditations, credentials, custody, platform, settings, transact } = services
  const keys = await resolveAccreditedKeys(services, order.subject.did)
  if (!keys) return { ok: false, because: 'subject_unresolvable' }
  const uuid = platform.uuid()
  const id = `urn:uuid:${uuid}`
  const status = await drawStatusPlaces(services, accreditor.slug, ['revocation'])
  const credential = await signVcJwt(
    buildAccreditation(order, { id, origin: settings.origin, issuer: accreditor, status }),
    await custody.signer(accreditor.did),
  )
  const record = { id: uuid, issuerSlug: accreditor.slug, kind: 'accreditation', format: 'vc+jwt' }
  await transact([
    ...credentials.inserts(record, status),
    ...accreditations.inserts(
      { id: uuid, accreditorSlug: accreditor.slug, subject: order.subject, text: credential },
      keys,
    ),
  ])
  return { ok: true, id, credential }
}
