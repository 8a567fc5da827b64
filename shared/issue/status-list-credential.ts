// A bitstring as a status list credential. Pure.
import type { JsonObject } from '../encoding/json.ts'
import { encodeBitstring } from '../status/bitstring.ts'
import type { StatusPurpose } from '../status/entry.ts'
import { DELEGATION_EVIDENCE_TYPE, STATUS_LIST_TYPE } from '../trust/status-delegation.ts'
import { VCDM2_CONTEXT } from './contexts.ts'

interface StatusListOrder {
  readonly url: string
  readonly statusIssuer: string
  /** The issuer's accreditation of the status key, as `vc+jwt`. */
  readonly delegation: string
  readonly purpose: StatusPurpose
  readonly bitstring: Uint8Array<ArrayBuffer>
  readonly validFrom: string
  readonly validUntil: string
  readonly ttlSeconds: number
}

/** @see Bitstring Status List §2.2; `ttl` is in milliseconds there */
export async function buildStatusListCredential(order: StatusListOrder): Promise<JsonObject> {
  return {
    '@context': [VCDM2_CONTEXT],
    id: order.url,
    type: ['VerifiableCredential', STATUS_LIST_TYPE],
    issuer: order.statusIssuer,
    validFrom: order.validFrom,
    validUntil: order.validUntil,
    credentialSubject: {
      id: `${order.url}#list`,
      type: 'BitstringStatusList',
      statusPurpose: order.purpose,
      ttl: order.ttlSeconds * 1000,
      encodedList: await encodeBitstring(order.bitstring),
    },
    evidence: [{ type: [DELEGATION_EVIDENCE_TYPE], verifiableCredential: order.delegation }],
  }
}
