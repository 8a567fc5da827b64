// Body of POST /v1/issuers/{slug}/credentials: one order of any kind. Uses zod.
import { z } from 'zod'
import { ORDER_SCHEMAS } from '../credential-types/index.ts'

export const issueCredentialSchema = z.discriminatedUnion('kind', ORDER_SCHEMAS)

export type IssueCredential = z.output<typeof issueCredentialSchema>
