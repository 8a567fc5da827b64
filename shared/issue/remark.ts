// What an accreditor says of an issuer besides accrediting it, as credentials: it closed, some of its awards are in doubt. Pure.
import type { JsonObject } from '../encoding/json.ts'
import { SUCCESSION_TYPE, TAINT_TYPE } from '../trust/remark.ts'
import type { CloseIssuer, TaintOrder } from '../wire/remarks.ts'
import { contextUrl, VCDM2_CONTEXT } from './contexts.ts'
import { type CredentialFrame, present, statusProperty } from './credential-frame.ts'

/** A frame, and what is only known when the remark is made. */
export interface RemarkFrame extends CredentialFrame {
  /** RFC 3339: when it is made. */
  readonly validFrom: string
  /** Of whom it is. */
  readonly subjectName: string
}

/** @see readRemark */
export const buildSuccession = (
  { closedOn, recordsKeptBy, subject }: CloseIssuer,
  frame: RemarkFrame,
): JsonObject =>
  frameRemark(SUCCESSION_TYPE, frame, {
    id: subject,
    type: 'ClosedIssuer',
    name: frame.subjectName,
    closedOn,
    recordsKeptBy: recordsKeptBy && { id: recordsKeptBy.did, name: recordsKeptBy.name },
  })

/** @see readRemark */
export const buildTaint = (
  { subject, underReview, ...doubt }: TaintOrder,
  frame: RemarkFrame,
): JsonObject =>
  frameRemark(TAINT_TYPE, frame, {
    id: subject,
    type: 'TaintedProgramme',
    name: frame.subjectName,
    ...doubt,
    underReview,
  })

const frameRemark = (type: string, frame: RemarkFrame, subject: JsonObject): JsonObject =>
  present({
    '@context': [VCDM2_CONTEXT, contextUrl(frame.origin, 'trust')],
    id: frame.id,
    type: ['VerifiableCredential', type],
    issuer: present({ id: frame.issuer.did, name: frame.issuer.name, url: frame.issuer.url }),
    validFrom: frame.validFrom,
    credentialSubject: present(subject),
    ...statusProperty(frame.status),
  })
