// A professional licence, in VCDM 2.0 or 1.1. Pure.

import type { LicenceOrder } from '../credential-types/licence.ts'
import type { JsonObject } from '../encoding/json.ts'
import { contextUrl, licenceSchema, VCDM1_CONTEXT, VCDM2_CONTEXT } from './contexts.ts'
import { type CredentialFrame, present, statusProperty } from './credential-frame.ts'

const TYPE = ['VerifiableCredential', 'ProfessionalLicenceCredential'] as const

/** The right to practise: who may do what, where, under which conditions. */
const licenceSubject = (
  { subject }: LicenceOrder,
  licence: JsonObject,
  regulator: string,
): JsonObject =>
  present({
    id: subject.id,
    type: 'LicensedPractitioner',
    name: subject.name,
    licence: present({ ...licence, regulator }),
  })

/** Builds a `ProfessionalLicenceCredential` in VCDM 2.0. */
export function buildLicenceCredential(order: LicenceOrder, frame: CredentialFrame): JsonObject {
  const { name, ...details } = order.licence
  return present({
    '@context': [VCDM2_CONTEXT, contextUrl(frame.origin, 'licence')],
    id: frame.id,
    type: TYPE,
    name,
    issuer: present({ id: frame.issuer.did, name: frame.issuer.name, url: frame.issuer.url }),
    validFrom: order.validFrom,
    validUntil: order.validUntil,
    credentialSubject: licenceSubject(order, details, frame.issuer.did),
    ...statusProperty(frame.status),
    credentialSchema: licenceSchema(frame.origin),
  })
}

/**
 * VCDM 1.1 has no `name` of a credential: the licence itself carries it. At the top, it would become the JWT claim `name`,
 * which is a person's.
 */
export function buildLicenceCredentialVcdm1(
  order: LicenceOrder,
  frame: CredentialFrame,
): JsonObject {
  return present({
    '@context': [VCDM1_CONTEXT, contextUrl(frame.origin, 'licence')],
    id: frame.id,
    type: TYPE,
    issuer: { id: frame.issuer.did, name: frame.issuer.name },
    issuanceDate: order.validFrom,
    expirationDate: order.validUntil,
    credentialSubject: licenceSubject(order, order.licence, frame.issuer.did),
    ...statusProperty(frame.status),
  })
}
