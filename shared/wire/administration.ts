// Bodies by which a deployment's administrator founds issuers and accredits organisations. Uses zod.
import { z } from 'zod'
import { parseDateTime } from '../encoding/time.ts'
import { didWebHost } from '../keys/did-web.ts'
import { dateTimeSchema, eqfSchema, isco08Schema, jurisdictionSchema } from './order-fields.ts'

const text = (maxChars: number) => z.string().trim().min(1).max(maxChars)
const webAddress = z.url({ protocol: /^https?$/ }).max(500)

export const organizationName = text(200)
export const didSchema = z
  .string()
  .regex(/^did:[a-z0-9]+:[A-Za-z0-9._:%-]+$/)
  .max(2048)

export const slugSchema = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, {
  message: 'Expected lower-case letters, digits and hyphens, such as northmark-medical-council',
})

export const createIssuerSchema = z
  .strictObject({
    slug: slugSchema,
    name: text(200),
    url: webAddress.optional(),
    trustAnchor: z.boolean().default(false),
    /** Of an issuer that keeps its keys to itself and names them at its own domain. */
    did: z
      .string()
      .refine((did) => didWebHost(did) !== null, { message: 'Expected a did:web' })
      .optional(),
  })
  .refine(({ did, trustAnchor }) => did === undefined || !trustAnchor, {
    path: ['trustAnchor'],
    message: 'An anchor has its keys here',
  })

export type CreateIssuer = z.output<typeof createIssuerSchema>

export const createAccreditationSchema = z
  .strictObject({
    subject: z.strictObject({
      did: didSchema,
      name: organizationName,
      url: webAddress.optional(),
    }),
    credentialTypes: z.array(text(100)).min(1).max(32),
    jurisdictions: z.array(jurisdictionSchema).min(1).max(300).optional(),
    isco08: z.array(isco08Schema).min(1).max(500).optional(),
    eqf: z.array(eqfSchema).min(1).max(8).optional(),
    validFrom: dateTimeSchema,
    validUntil: dateTimeSchema,
    mayDelegate: z.boolean().default(false),
    maxDepth: z.number().int().min(0).max(3).default(0),
  })
  .refine(
    ({ validFrom, validUntil }) =>
      (parseDateTime(validUntil) ?? 0) > (parseDateTime(validFrom) ?? 0),
    {
      path: ['validUntil'],
      message: 'validUntil must be later than validFrom',
    },
  )

export type CreateAccreditation = z.output<typeof createAccreditationSchema>
