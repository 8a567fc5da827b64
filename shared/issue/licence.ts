// A professional licence, in VCDM 2.0 or 1.1. Pure.
import type { JsonObject } from '../encoding/json.ts'
import type { LicenceOrder } from '../wire/issue-credential.ts'
import { contextUrl, licenceSchema, VCDM1_CONTEXT, VCDM2_CONTEXT } from './contexts.ts'
import { type CredentialFrame, present, statusProperty } from './credential-frame.ts'

const TYPE = ['VerifiableCredential', 'ProfessionalLicenceCredential'] as const

/** The right to practise: who may do what, where, under which conditions. */
const licenceSubject = ({ subject, licence }: LicenceOrder, regulator: string): JsonObject => {
  const { name: _title, ...details } = licence
  return present({
    id: subject.id,
    type: 'LicensedPractitioner',
    name: subject.name,
    licence: present({ ...details, regulator }),
  })
}

export function buildLicenceCredential(order: LicenceOrder, frame: CredentialFrame): JsonObject {
  return present({
    '@context': [VCDM2_CONTEXT, contextUrl(frame.origin, 'licence')],
    id: frame.id,
    type: TYPE,
    name: order.licence.name,
    issuer: present({ id: frame.issuer.did, name: frame.issuer.name, url: frame.issuer.url }),
    validFrom: order.validFrom,
    validUntil: order.validUntil,
    credentialSubject: licenceSubject(order, frame.issuer.did),
    ...statusProperty(frame.status),
    credentialSchema: licenceSchema(frame.origin),
  })
}

export function buildLicenceCredentialVcdm1(
  order: LicenceOrder,
  frame: CredentialFrame,
): JsonObject {
  return present({
    '@context': [VCDM1_CONTEXT, contextUrl(frame.origin, 'licence')],
    id: frame.id,
    type: TYPE,
    name: order.licence.name,
    issuer: { id: frame.issuer.did, name: frame.issuer.name },
    issuanceDate: order.validFrom,
    expirationDate: order.validUntil,
    credentialSubject: licenceSubject(order, frame.issuer.did),
    ...statusProperty(frame.status),
  })
}
