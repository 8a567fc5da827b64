// The answer of a verification as a schema, for documents and for readers who do not trust the sender. Uses zod.
import { z } from 'zod'
import { CHECK_IDS, type CheckId } from '../checks.ts'
import { ENVELOPES } from '../parse/credential.ts'
import { REASONS, type ReasonCode } from '../reasons.ts'
import { VERDICTS } from '../verdict.ts'
import { CREDENTIAL_KINDS, NOTICES, STATUS_PURPOSES } from '../verification-result.ts'

const check = z.enum(CHECK_IDS as [CheckId, ...CheckId[]])
const code = z.enum(Object.keys(REASONS) as [ReasonCode, ...ReasonCode[]])
const text = z.string().optional()

const checkResult = z.object({
  check,
  outcome: z.enum(['pass', 'fail', 'unknown', 'not_applicable', 'not_run']),
  problem: z
    .object({ code, detail: z.record(z.string(), z.union([z.string(), z.number()])).optional() })
    .optional(),
  because: check.optional(),
})

const party = z.object({ did: z.string(), name: z.string() })

const singleResultSchema = z.object({
  verdict: z.enum(VERDICTS),
  checks: z.array(checkResult),
  notices: z.array(z.enum(NOTICES)),
  credential: z.object({
    claimsVerified: z.boolean(),
    id: text,
    kind: z.enum(CREDENTIAL_KINDS),
    envelope: z.enum(ENVELOPES).optional(),
    name: z.string(),
    subject: z.object({ name: text, otherNames: z.array(z.string()).optional(), id: text }),
    issuer: z.object({ id: text, name: text, domain: text }),
    validFrom: text,
    validUntil: text,
    licence: z
      .object({
        number: text,
        profession: text,
        jurisdiction: text,
        scope: text,
        conditions: z.array(z.string()).optional(),
      })
      .optional(),
    statusMessages: z.array(z.string()).optional(),
    degree: z
      .object({
        achievementType: text,
        fieldOfStudy: text,
        awardedDate: text,
        licenseNumber: text,
        alignments: z.array(z.string()).optional(),
        results: z.array(z.string()).optional(),
      })
      .optional(),
  }),
  evidence: z.object({
    verificationMethod: text,
    trustChain: z.array(
      z.object({
        accreditationId: z.string(),
        accreditor: party,
        subject: party,
        validUntil: text,
      }),
    ),
    statusLists: z.array(z.object({ url: z.string(), fetchedAt: z.string() })),
    statusEntries: z.array(
      z.object({
        purpose: z.enum(STATUS_PURPOSES).optional(),
        list: text,
        value: z.number().int().optional(),
        outcome: z.enum(['pass', 'fail', 'unknown']),
        code: code.optional(),
      }),
    ),
    closing: z
      .object({
        record: z.string(),
        issuer: party,
        closedOn: z.string(),
        statedBy: party,
        keptBy: party.optional(),
      })
      .optional(),
  }),
  nameMatch: z.enum(['exact', 'variant', 'possible', 'different']).optional(),
  matchedName: text,
  checkedAt: z.string(),
})

/** With the results of what is inside: of a presentation or a transcript. */
export const verificationResultSchema = singleResultSchema.extend({
  contained: z
    .array(singleResultSchema.extend({ contained: z.array(z.unknown()).optional() }))
    .optional(),
})
