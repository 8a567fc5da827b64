// A transcript as a Comprehensive Learner Record 2.0, and the achievement that is signed inside it. Pure.
import type { TranscriptOrder } from '../credential-types/transcript.ts'
import type { JsonObject } from '../encoding/json.ts'
import {
  CLR_CONTEXT,
  CLR_SCHEMA,
  NAME_FORMS_CONTEXT,
  OPEN_BADGES_CONTEXT,
  OPEN_BADGES_EXTENSIONS_CONTEXT,
  VCDM2_CONTEXT,
} from './contexts.ts'
import { type CredentialFrame, present, statusProperty } from './credential-frame.ts'
import { type AchievementOrder, buildAchievement, buildAchievementCredential } from './degree.ts'
import { displayName } from './person-name.ts'

const achievementOf = ({ transcript }: TranscriptOrder): AchievementOrder['degree'] => ({
  ...transcript,
  achievementType: 'LearningProgram',
})

/** Builds what is signed first: programme and marks. It shares its status with the record, and ends with it. */
export const buildRecordedAchievement = (
  order: TranscriptOrder,
  frame: CredentialFrame,
  achievementId: string,
): JsonObject =>
  buildAchievementCredential(
    { ...order, degree: achievementOf(order) },
    { ...frame, id: `${frame.id}#achievement` },
    achievementId,
  )

/**
 * Builds the record around what was signed.
 *
 * @see Comprehensive Learner Record 2.0 §B.1
 */
export function buildTranscript(
  order: TranscriptOrder,
  frame: CredentialFrame,
  achievementId: string,
): JsonObject {
  const { subject, transcript } = order
  return present({
    '@context': [
      VCDM2_CONTEXT,
      CLR_CONTEXT,
      OPEN_BADGES_CONTEXT,
      OPEN_BADGES_EXTENSIONS_CONTEXT,
      ...(typeof subject.name === 'string' ? [] : [NAME_FORMS_CONTEXT]),
    ],
    id: frame.id,
    type: ['VerifiableCredential', 'ClrCredential'],
    name: transcript.name,
    issuer: present({
      id: frame.issuer.did,
      type: ['Profile'],
      name: frame.issuer.name,
      url: frame.issuer.url,
    }),
    validFrom: order.validFrom,
    validUntil: order.validUntil,
    awardedDate: transcript.awardedDate && `${transcript.awardedDate}T00:00:00Z`,
    credentialSubject: present({
      id: subject.id,
      type: ['ClrSubject'],
      name: subject.name,
      identifier: [
        {
          type: 'IdentityObject',
          hashed: false,
          identityHash: displayName(subject.name),
          identityType: 'name',
        },
      ],
      achievement: [buildAchievement(achievementOf(order), achievementId)],
      verifiableCredential: frame.inside,
    }),
    ...statusProperty(frame.status),
    credentialSchema: [CLR_SCHEMA],
  })
}
