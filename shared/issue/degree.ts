// A degree as an Open Badges 3.0 achievement (VCDM 2.0) or as a VCDM 1.1 DegreeCredential. Pure.

import type { DegreeOrder } from '../credential-types/degree.ts'
import type { JsonObject } from '../encoding/json.ts'
import type { AnyOrder } from '../wire/order-fields.ts'
import {
  contextUrl,
  NAME_FORMS_CONTEXT,
  OPEN_BADGES_CONTEXT,
  OPEN_BADGES_EXTENSIONS_CONTEXT,
  OPEN_BADGES_SCHEMA,
  VCDM1_CONTEXT,
  VCDM2_CONTEXT,
} from './contexts.ts'
import { type CredentialFrame, present, statusProperty } from './credential-frame.ts'
import { displayName } from './person-name.ts'

/** A degree, or whatever else is told like one. */
export type AchievementOrder = AnyOrder & {
  readonly degree: Omit<DegreeOrder['degree'], 'achievementType'> & {
    readonly achievementType: string
  }
}

const EQF_FRAMEWORK = 'European Qualifications Framework'

/**
 * Builds an Open Badges 3.0 `AchievementCredential`.
 *
 * @param achievementId - a URN of its own for the achievement
 * @see Open Badges 3.0 §B.1 https://www.imsglobal.org/spec/ob/v3p0
 */
export function buildAchievementCredential(
  order: AchievementOrder,
  frame: CredentialFrame,
  achievementId: string,
): JsonObject {
  const { degree, subject } = order
  const name = displayName(subject.name)
  return present({
    '@context': [
      VCDM2_CONTEXT,
      OPEN_BADGES_CONTEXT,
      OPEN_BADGES_EXTENSIONS_CONTEXT,
      ...(typeof subject.name === 'string' ? [] : [NAME_FORMS_CONTEXT]),
    ],
    id: frame.id,
    type: ['VerifiableCredential', 'AchievementCredential'],
    name: degree.name,
    issuer: present({
      id: frame.issuer.did,
      type: ['Profile'],
      name: frame.issuer.name,
      url: frame.issuer.url,
    }),
    validFrom: order.validFrom,
    validUntil: order.validUntil,
    awardedDate: degree.awardedDate && `${degree.awardedDate}T00:00:00Z`,
    credentialSubject: present({
      id: subject.id,
      type: ['AchievementSubject'],
      name: subject.name,
      identifier: [
        { type: 'IdentityObject', hashed: false, identityHash: name, identityType: 'name' },
      ],
      achievement: buildAchievement(degree, achievementId),
      result: degree.results?.map(({ value }, index) => ({
        type: ['Result'],
        resultDescription: resultId(achievementId, index),
        value,
      })),
    }),
    ...statusProperty(frame.status),
    credentialSchema: [OPEN_BADGES_SCHEMA],
  })
}

/** Builds the achievement alone. */
export function buildAchievement(degree: AchievementOrder['degree'], id: string): JsonObject {
  return present({
    id,
    type: ['Achievement'],
    achievementType: degree.achievementType,
    name: degree.name,
    description: degree.description,
    criteria: { narrative: degree.criteria ?? degree.description },
    fieldOfStudy: degree.fieldOfStudy,
    specialization: degree.specialization,
    alignment: [
      {
        type: ['Alignment'],
        targetName: `EQF level ${degree.eqf}`,
        targetUrl: `http://data.europa.eu/snb/eqf/${degree.eqf}`,
        targetCode: String(degree.eqf),
        targetFramework: EQF_FRAMEWORK,
      },
    ],
    resultDescription: degree.results?.map(({ name }, index) => ({
      id: resultId(id, index),
      type: ['ResultDescription'],
      name,
      resultType: 'ext:Grade',
    })),
  })
}

const resultId = (achievementId: string, index: number): string =>
  `${achievementId}#result-${index + 1}`

/** Builds the VCDM 1.1 twin. It is no Open Badge, and does not call itself one. */
export function buildDegreeCredential(order: DegreeOrder, frame: CredentialFrame): JsonObject {
  const { degree, subject } = order
  return present({
    '@context': [VCDM1_CONTEXT, contextUrl(frame.origin, 'degree')],
    id: frame.id,
    type: ['VerifiableCredential', 'DegreeCredential'],
    issuer: { id: frame.issuer.did, name: frame.issuer.name },
    issuanceDate: order.validFrom,
    expirationDate: order.validUntil,
    awardedDate: degree.awardedDate,
    credentialSubject: present({
      id: subject.id,
      name: subject.name,
      degree: present({
        name: degree.name,
        description: degree.description,
        achievementType: degree.achievementType,
        eqf: degree.eqf,
        fieldOfStudy: degree.fieldOfStudy,
        specialization: degree.specialization,
        results: degree.results,
      }),
    }),
    ...statusProperty(frame.status),
  })
}
