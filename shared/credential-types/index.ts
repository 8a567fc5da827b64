// Every kind of credential that can be issued here. A new one is a file of its own, and its name in this list.
import type { z } from 'zod'
import type { CredentialType } from './credential-type.ts'
import { DEGREE } from './degree.ts'
import { LICENCE } from './licence.ts'
import { tableOf } from './table.ts'

const ALL = [DEGREE, LICENCE] as const

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
