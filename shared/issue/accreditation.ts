// An accreditation as a W3C RecognizedEntityCredential. Pure.
import type { JsonObject } from '../encoding/json.ts'
import { STATUS_LIST_TYPE } from '../trust/status-delegation.ts'
import type { CreateAccreditation } from '../wire/administration.ts'
import { contextUrl, VCDM2_CONTEXT } from './contexts.ts'
import { type CredentialFrame, present, statusProperty } from './credential-frame.ts'

/** @see W3C Recognized Entities; `jurisdiction`, `isco08`, `eqf`, `mayDelegate` and `maxDepth` are ours */
export function buildAccreditation(order: CreateAccreditation, frame: CredentialFrame): JsonObject {
  const { subject } = order
  return present({
    '@context': [VCDM2_CONTEXT, contextUrl(frame.origin, 'trust')],
    id: frame.id,
    type: ['VerifiableCredential', 'RecognizedEntityCredential'],
    issuer: present({ id: frame.issuer.did, name: frame.issuer.name, url: frame.issuer.url }),
    validFrom: order.validFrom,
    validUntil: order.validUntil,
    credentialSubject: present({
      id: subject.did,
      type: 'RecognizedEntity',
      name: subject.name,
      url: subject.url,
      recognizedTo: present({
        type: 'RecognizedAction',
        action: 'issue',
        recognizedBy: frame.issuer.did,
        credentialTypes: order.credentialTypes,
        jurisdiction: order.jurisdictions,
        isco08: order.isco08,
        eqf: order.eqf,
        mayDelegate: order.mayDelegate,
        maxDepth: order.maxDepth,
      }),
    }),
    ...statusProperty(frame.status),
  })
}

/** An issuer's word that a status key may sign this issuer's lists, and nothing else. */
export const buildStatusDelegation = (
  statusIssuer: { readonly did: string; readonly name: string },
  period: { readonly validFrom: string; readonly validUntil: string },
  frame: CredentialFrame,
): JsonObject =>
  buildAccreditation(
    {
      subject: { did: statusIssuer.did, name: statusIssuer.name },
      credentialTypes: [STATUS_LIST_TYPE],
      ...period,
      mayDelegate: false,
      maxDepth: 0,
    },
    frame,
  )
