// Every kind of credential that can be issued here. A new one is a file of its own, and its name in this list.
import type { z } from 'zod'
import { BRIDGING_MODULE } from './bridging-module.ts'
import { COMPETENCY_ASSESSMENT } from './competency-assessment.ts'
import type { CredentialType } from './credential-type.ts'
import { DEGREE } from './degree.ts'
import { EQUIVALENCE_DECISION } from './equivalence-decision.ts'
import { EXAM_RESULT } from './exam-result.ts'
import { GOOD_STANDING } from './good-standing.ts'
import { LANGUAGE_PROFICIENCY } from './language-proficiency.ts'
import { LICENCE } from './licence.ts'
import { LICENCE_EXTENSION } from './licence-extension.ts'
import { tableOf } from './table.ts'
import { TRANSCRIPT } from './transcript.ts'

const ALL = [
  DEGREE,
  TRANSCRIPT,
  LICENCE,
  LICENCE_EXTENSION,
  GOOD_STANDING,
  LANGUAGE_PROFICIENCY,
  BRIDGING_MODULE,
  COMPETENCY_ASSESSMENT,
  EQUIVALENCE_DECISION,
  EXAM_RESULT,
] as const

export type IssuedKind = (typeof ALL)[number]['kind']

type SchemasOf<Types extends readonly { readonly schema: z.ZodType }[]> = {
  [Index in keyof Types]: Types[Index]['schema']
}

/** The schemas of their orders, in the same order. */
export const ORDER_SCHEMAS = ALL.map(({ schema }) => schema) as unknown as SchemasOf<typeof ALL>

/** By kind. */
export const CREDENTIAL_TYPES = Object.fromEntries(tableOf(ALL)) as unknown as Readonly<
  Record<IssuedKind, CredentialType>
>
