// Chains, keys and anchors as one trust list credential. Pure.
import type { JsonObject } from '../encoding/json.ts'
import type { TrustedEntity } from '../trust/snapshot.ts'
import { TRUST_LIST_TYPE } from '../trust/trust-list.ts'
import { writeEntity } from '../trust/trusted-entity.ts'
import { contextUrl, VCDM2_CONTEXT } from './contexts.ts'

interface TrustListOrder {
  readonly origin: string
  readonly registry: string
  readonly sequence: number
  readonly validFrom: string
  readonly validUntil: string
  readonly anchors: readonly TrustedEntity[]
  readonly entities: readonly TrustedEntity[]
  readonly accreditations: readonly string[]
}

const trustListUrl = (origin: string): string => `${origin}/v1/trust-list`

/** Builds the credential that a registry signs daily; `readTrustList` reads it. */
export const buildTrustListCredential = (order: TrustListOrder): JsonObject => ({
  '@context': [VCDM2_CONTEXT, contextUrl(order.origin, 'trust')],
  id: trustListUrl(order.origin),
  type: ['VerifiableCredential', TRUST_LIST_TYPE],
  issuer: order.registry,
  validFrom: order.validFrom,
  validUntil: order.validUntil,
  credentialSubject: {
    id: order.registry,
    type: 'TrustList',
    sequence: order.sequence,
    anchors: order.anchors.map(writeEntity),
    entities: order.entities.map(writeEntity),
    accreditations: order.accreditations,
  },
})
