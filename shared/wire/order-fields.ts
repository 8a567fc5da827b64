// Fields that orders of credentials share: dates, codes, and everything that surrounds the contents. Uses zod.
import { z } from 'zod'
import { parseDate, parseDateTime } from '../encoding/time.ts'
import { readPublicJwk } from '../keys/jwk.ts'
import { DATE_TIME_MAX_SECONDS } from '../limits.ts'
import { claimSchema, faultOfClaim } from './claim-order.ts'
import { subjectSchema } from './names.ts'

export const dateTimeSchema = z
  .string()
  .refine((value) => parseDateTime(value) !== null, {
    message: 'Expected a date and time with a zone, such as 2026-01-31T00:00:00Z',
    abort: true,
  })
  .refine((value) => (parseDateTime(value) ?? 0) <= DATE_TIME_MAX_SECONDS, {
    message: 'Expected a date before the year 5138; leave it out for no end',
  })
export const dateSchema = z.string().refine((value) => parseDate(value) !== null, {
  message: 'Expected a calendar date, such as 2026-01-31',
})
/** ISO 3166-1 alpha-2 or ISO 3166-2. */
export const jurisdictionSchema = z.string().regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/, {
  message: 'Expected an ISO 3166 code, such as AU or AU-NSW',
})
export const isco08Schema = z.string().regex(/^\d{1,4}$/, {
  message: 'Expected an ISCO-08 code of one to four digits, such as 2211',
})
/** A profession by its unit group, and as the register calls it. */
export const professionSchema = z.strictObject({
  isco08: isco08Schema.length(4),
  local: z.string().trim().min(1).max(64).optional(),
})
export const eqfSchema = z.number().int().min(1).max(8)

/** Compact texts, and objects with a proof inside. */
export const ISSUED_FORMATS = [
  'vc+jwt',
  'jwt_vc',
  'dc+sd-jwt',
  'eddsa-jcs-2022',
  'eddsa-rdfc-2022',
] as const
export type IssuedFormat = (typeof ISSUED_FORMATS)[number]

/** RSA signs badges here, nothing else. */
const holderKeySchema = z
  .record(z.string(), z.unknown())
  .refine((jwk) => ['OKP', 'EC'].includes(readPublicJwk(jwk)?.kty ?? ''), {
    message: 'Expected a public key as JWK: Ed25519, P-256 or P-384',
  })

/** The fields around the contents, alike in every order. */
export const surroundings = {
  format: z.enum(ISSUED_FORMATS).default('vc+jwt'),
  subject: subjectSchema,
  validFrom: dateTimeSchema,
  validUntil: dateTimeSchema.optional(),
  /** Whom the credential is bound to: its holder proves it with this key. */
  holderKey: holderKeySchema.optional(),
  claim: claimSchema.optional(),
}

/** What can be relied on of every order, whatever it asks for. */
export type AnyOrder = z.output<z.ZodObject<typeof surroundings>> & { readonly kind: string }

const endsAfterItBegins = (body: { validFrom: string; validUntil?: string | undefined }) =>
  body.validUntil === undefined ||
  (parseDateTime(body.validUntil) ?? 0) > (parseDateTime(body.validFrom) ?? 0)

const bindsOnlyWhatCanBeBound = (body: { format: string; holderKey?: unknown }) =>
  body.holderKey === undefined || body.format === 'dc+sd-jwt'

/**
 * The order of a kind: the fields around its contents, and the contents under a name of their own. Nothing else is let in.
 *
 * @param formats - in which it can be issued; another one is refused, and the message lists these
 */
export const orderOf = <Kind extends string, Contents extends Record<string, z.ZodType>>(
  kind: Kind,
  contents: Contents,
  formats: readonly IssuedFormat[] = ISSUED_FORMATS,
) =>
  z
    .strictObject({ kind: z.literal(kind), ...surroundings, ...contents })
    .refine((order) => endsAfterItBegins(order as AnyOrder), {
      path: ['validUntil'],
      message: 'validUntil must be later than validFrom',
    })
    .refine((order) => bindsOnlyWhatCanBeBound(order as AnyOrder), {
      path: ['holderKey'],
      message: 'Only dc+sd-jwt can be bound to a key',
    })
    .superRefine((order, context) => {
      const fault = faultOfClaim(order as AnyOrder)
      if (fault) context.addIssue({ code: 'custom', ...fault })
    })
    .refine((order) => formats.includes((order as AnyOrder).format), {
      path: ['format'],
      message: `A ${kind} cannot be issued in this format; it can be in ${formats.join(', ')}`,
    })
