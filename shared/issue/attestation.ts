// What a body attests of a person: one shape for all kinds that no standard has a shape for. Pure.
import type { JsonObject } from '../encoding/json.ts'
import type { AnyOrder } from '../wire/order-fields.ts'
import { contextUrl, VCDM1_CONTEXT, VCDM2_CONTEXT } from './contexts.ts'
import { type CredentialFrame, present, statusProperty } from './credential-frame.ts'

export type AttestationOrder = AnyOrder & { readonly attestation: JsonObject }

const subjectOf = ({ subject }: AttestationOrder, attestation: JsonObject): JsonObject =>
  present({ id: subject.id, name: subject.name, attestation: present(attestation) })

/** What ends the credential that it leans on ends it as well. */
const statusOf = ({ status, baseStatus = [] }: CredentialFrame): JsonObject =>
  statusProperty([...status, ...baseStatus])

/** Builds an attestation in VCDM 2.0, which names it at the top. */
export function buildAttestation(
  order: AttestationOrder,
  frame: CredentialFrame,
  credentialType: string,
): JsonObject {
  const { name, ...details } = order.attestation
  return present({
    '@context': [VCDM2_CONTEXT, contextUrl(frame.origin, 'attestation')],
    id: frame.id,
    type: ['VerifiableCredential', credentialType],
    name,
    issuer: present({ id: frame.issuer.did, name: frame.issuer.name, url: frame.issuer.url }),
    validFrom: order.validFrom,
    validUntil: order.validUntil,
    credentialSubject: subjectOf(order, details),
    ...statusOf(frame),
  })
}

/** VCDM 1.1 has no `name` of a credential: the attestation itself carries it. */
export function buildAttestationVcdm1(
  order: AttestationOrder,
  frame: CredentialFrame,
  credentialType: string,
): JsonObject {
  return present({
    '@context': [VCDM1_CONTEXT, contextUrl(frame.origin, 'attestation')],
    id: frame.id,
    type: ['VerifiableCredential', credentialType],
    issuer: { id: frame.issuer.did, name: frame.issuer.name },
    issuanceDate: order.validFrom,
    expirationDate: order.validUntil,
    credentialSubject: subjectOf(order, order.attestation),
    ...statusOf(frame),
  })
}
