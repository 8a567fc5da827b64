// What Open Badges 3.0 and Comprehensive Learner Record 2.0 require of credentials, ready to be used. Pure.
// Less detailed than the schemas that 1EdTech publishes, never stricter: nobody is accused by what only we demand.
import type { JsonObject } from '../encoding/json.ts'
import { createValidate } from './validator.ts'

const text = { type: 'string' }
const number = { type: 'number' }
const moment = { type: 'string', format: 'date-time' }
const types = { type: ['string', 'array'], minItems: 1, items: text }
const list = (items: JsonObject): JsonObject => ({ type: 'array', items })

/** An object that may hold more than is told here. */
const thing = (required: readonly string[], properties: JsonObject): JsonObject => ({
  type: 'object',
  required,
  properties,
})

const image = thing(['id', 'type'], { id: text, caption: text })

const profile = {
  ...thing(['id', 'type'], {
    ...{ id: text, type: types, name: text, url: text, description: text, email: text },
    image,
  }),
  // An issuer may be named by its identifier alone.
  type: ['string', 'object'],
}

const alignment = thing(['type', 'targetName', 'targetUrl'], {
  type: types,
  ...{ targetName: text, targetUrl: text, targetCode: text, targetDescription: text },
  ...{ targetFramework: text, targetType: text },
})

const identityObject = thing(['type', 'hashed', 'identityHash', 'identityType'], {
  ...{ type: text, hashed: { type: 'boolean' }, identityHash: text, identityType: text },
  salt: text,
})

const resultDescription = thing(['id', 'type', 'name', 'resultType'], {
  ...{ id: text, type: types, name: text, resultType: text, allowedValue: list(text) },
})

const result = thing(['type'], {
  ...{ type: types, resultDescription: text, value: text, status: text, achievedLevel: text },
})

const achievement = thing(['id', 'type', 'name', 'description', 'criteria'], {
  ...{ id: text, type: types, name: text, description: text, achievementType: text },
  ...{ fieldOfStudy: text, specialization: text, humanCode: text, creditsAvailable: number },
  criteria: thing([], { id: text, narrative: text }),
  creator: profile,
  image,
  alignment: list(alignment),
  resultDescription: list(resultDescription),
  tag: list(text),
})

const achievementSubject = thing(['type', 'achievement'], {
  ...{ id: text, type: types, licenseNumber: text, narrative: text, role: text, term: text },
  ...{ activityStartDate: moment, activityEndDate: moment, creditsEarned: number },
  achievement,
  identifier: list(identityObject),
  image,
  result: list(result),
  source: profile,
})

const endorsementSubject = thing(['id', 'type'], {
  ...{ id: text, type: types, endorsementComment: text },
})

const association = thing(['type', 'associationType', 'sourceId', 'targetId'], {
  ...{ associationType: text, sourceId: text, targetId: text },
})

const clrSubject = thing(['type', 'verifiableCredential'], {
  ...{ id: text, type: types },
  identifier: list(identityObject),
  achievement: list(achievement),
  verifiableCredential: { type: 'array', minItems: 1 },
  association: list(association),
})

const credential = (type: JsonObject, credentialSubject: JsonObject): JsonObject =>
  thing(['@context', 'id', 'type', 'issuer', 'validFrom', 'credentialSubject'], {
    '@context': { type: 'array', minItems: 2 },
    ...{ id: text, name: text, description: text, endorsementJwt: list(text) },
    ...{ validFrom: moment, validUntil: moment, awardedDate: moment },
    type: { ...list(text), contains: type },
    image,
    issuer: profile,
    credentialSubject,
    endorsement: list({ type: 'object' }),
    evidence: list(thing(['type'], {})),
    credentialSchema: {
      ...thing(['id', 'type'], { id: text, type: types }),
      type: ['object', 'array'],
      items: thing(['id', 'type'], { id: text, type: types }),
    },
  })

/** @see Open Badges 3.0 §B.1.2 */
export const ACHIEVEMENT_CREDENTIAL = credential(
  { enum: ['AchievementCredential', 'OpenBadgeCredential'] },
  achievementSubject,
)
/** @see Open Badges 3.0 §B.1.11 */
const ENDORSEMENT_CREDENTIAL = credential({ const: 'EndorsementCredential' }, endorsementSubject)
/** @see Comprehensive Learner Record 2.0 §B.1 */
const CLR_CREDENTIAL = credential({ const: 'ClrCredential' }, clrSubject)

export const validateAchievement = createValidate(ACHIEVEMENT_CREDENTIAL)
export const validateEndorsement = createValidate(ENDORSEMENT_CREDENTIAL)
export const validateClr = createValidate(CLR_CREDENTIAL)
