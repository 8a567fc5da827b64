// What the demo portal knows: candidates of a hospital, entries of a register. Schemas of its PUT bodies. Pure.
import { z } from '@hono/zod-openapi'

const line = z.string().trim().min(1).max(200)
const day = z.iso.date()
/** A compact credential, or JSON in which nothing can end the script element that it also stands in. */
const credential = z
  .string()
  .max(65_536)
  .regex(/^(?:[\w.~-]+|\{[^<]*\})$/)

/** How a portal may carry a credential: in a script element, as text, or as a file behind a link. */
export const EMBEDDINGS = ['script', 'text', 'link'] as const

const documentSchema = z.strictObject({
  title: line,
  from: line,
  embedding: z.enum(EMBEDDINGS),
  credential,
})

export const STAGES = ['Screening', 'Interview', 'Reference check', 'Offer'] as const

export const candidateSchema = z.strictObject({
  position: z.number().int().min(0).max(1000),
  name: line,
  role: line,
  department: line,
  location: line,
  stage: z.enum(STAGES),
  appliedOn: day,
  summary: z.string().trim().min(1).max(1000),
  languages: z.array(line).max(8),
  experience: z
    .array(z.strictObject({ title: line, organization: line, from: line, until: line }))
    .max(10),
  documents: z.array(documentSchema).max(10),
})

export const registerEntrySchema = z.strictObject({
  position: z.number().int().min(0).max(1000),
  name: line,
  number: line,
  profession: line,
  registeredOn: day,
  credential,
})

export type Candidate = z.infer<typeof candidateSchema>
export type CandidateDocument = Candidate['documents'][number]
export type RegisterEntry = z.infer<typeof registerEntrySchema>

/** Something that has an address of its own. */
export type Addressed<T> = T & { readonly slug: string }

export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+){0,8}$/
