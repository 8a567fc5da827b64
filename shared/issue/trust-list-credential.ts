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
  /** By which the registry's keys named their successors, the oldest first. */
  readonly successions?: readonly string[]
  /** What accreditors say of issuers besides, by whom it is about. */
  readonly remarks?: readonly { readonly subject: string; readonly text: string }[]
}

const trustListUrl = (origin: string): string => `${origin}/v1/trust-list`

/**
 * Builds the credential that a registry signs daily; `readTrustList` reads it. Whom a remark is about stands apart from the other
 * organisations: a reader that knows no remarks does not find it, and recognises nothing of it.
 */
export function buildTrustListCredential(order: TrustListOrder): JsonObject {
  const { remarks = [], successions = [] } = order
  const remarked = new Set(remarks.map(({ subject }) => subject))
  const isRemarked = ({ did }: TrustedEntity) => remarked.has(did)
  return {
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
      entities: order.entities.filter((entity) => !isRemarked(entity)).map(writeEntity),
      accreditations: order.accreditations,
      ...(successions.length > 0 && { successions }),
      ...(remarks.length > 0 && {
        remarkedEntities: order.entities.filter(isRemarked).map(writeEntity),
        remarks: remarks.map(({ text }) => text),
      }),
    },
  }
}
