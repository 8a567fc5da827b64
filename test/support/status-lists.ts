// Status lists as the status service signs them for an issuer. Pure.
import type { JsonObject } from '../../shared/encoding/json.ts'
import { buildStatusDelegation } from '../../shared/issue/accreditation.ts'
import { buildStatusListCredential } from '../../shared/issue/status-list-credential.ts'
import { STATUS_LIST_MIN_BITS } from '../../shared/limits.ts'
import { createBitstring, setBit } from '../../shared/status/bitstring.ts'
import type { StatusPurpose } from '../../shared/status/entry.ts'
import { inDays } from './clock.ts'
import { listUrl, ORIGIN } from './credentials.ts'
import { type Issuer, signCompact } from './issuer.ts'
import { STATUS_SERVICE } from './parties.ts'

/** The issuer's word that the status service may sign its lists. */
export const delegate = (
  issuer: Issuer,
  changes: JsonObject = {},
  signer: Issuer = issuer,
): Promise<string> =>
  signCompact(
    {
      ...buildStatusDelegation(
        STATUS_SERVICE,
        { validFrom: inDays(-300), validUntil: inDays(300) },
        {
          id: `${issuer.did}#status-delegation`,
          origin: ORIGIN,
          issuer: { did: issuer.did, name: issuer.name },
          status: [],
        },
      ),
      ...changes,
    },
    signer,
  )

export interface ListOrder {
  /** Indices whose bit is set. */
  readonly set?: readonly number[]
  readonly bits?: number
  readonly changes?: JsonObject
  readonly subject?: JsonObject
  readonly signer?: Issuer
  readonly delegation?: string
}

/** A list of one issuer for one purpose, in force for a day. */
export async function statusList(
  issuer: Issuer,
  purpose: StatusPurpose,
  order: ListOrder = {},
): Promise<string> {
  const { set = [], bits = STATUS_LIST_MIN_BITS, signer = STATUS_SERVICE } = order
  const bitstring = createBitstring(bits)
  for (const index of set) setBit(bitstring, index)
  const credential = await buildStatusListCredential({
    url: listUrl(issuer, purpose),
    statusIssuer: signer.did,
    delegation: order.delegation ?? (await delegate(issuer)),
    purpose,
    bitstring,
    validFrom: inDays(-0.5),
    validUntil: inDays(0.5),
    ttlSeconds: 300,
  })
  const subject = { ...(credential.credentialSubject as JsonObject), ...order.subject }
  return signCompact({ ...credential, credentialSubject: subject, ...order.changes }, signer)
}
