// How a person's name is written in requests: one string, or the forms that papers show. Uses zod.
import { z } from 'zod'

/** Words of people. Half a surrogate pair is no character, and has no canonical form that could be signed. */
export const text = (maxChars: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(maxChars)
    .regex(/^\P{Surrogate}*$/u, { message: 'Expected whole characters' })

export const nameFormSchema = z.strictObject({
  value: text(200),
  lang: text(35).optional(),
  script: z
    .string()
    .regex(/^[A-Z][a-z]{3}$/)
    .optional(),
  kind: z.enum(['native', 'passport', 'former', 'other']).optional(),
})

export const subjectSchema = z.strictObject({
  name: z.union([text(200), z.array(nameFormSchema).min(1).max(8)]),
  id: z
    .string()
    .regex(/^did:[a-z0-9]+:[A-Za-z0-9._:%-]+$/)
    .max(2048)
    .optional(),
})
