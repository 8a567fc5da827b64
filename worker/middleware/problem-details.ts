// Errors as `application/problem+json` (RFC 9457), each with a stable code. No claim, token or body ever stands in one.
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from 'zod'
import type { Result } from '../../shared/result.ts'
import { SettingsError } from '../env.ts'
import { KeyIsElsewhere } from '../keys/key-is-elsewhere.ts'

/** Every way in which a request can be refused: HTTP status and title. */
export const PROBLEMS = {
  'request.invalid': [400, 'The request does not have the expected form'],
  'request.malformed': [400, 'The request body could not be read'],
  'credential.invalid': [400, 'The credential cannot be issued as it is'],
  'credential.foreign_issuer': [400, 'The credential names another issuer than the API key'],
  'status.refused': [400, 'The status cannot be changed in this way'],
  'auth.missing': [401, 'An API key or a signed-in operator is required'],
  'share.control_missing': [401, 'The control token of the share is required'],
  'auth.invalid': [401, 'The API key is not known'],
  'auth.forbidden': [403, 'This API key or operator may not do this'],
  'passkey.refused': [403, 'The passkey was not accepted'],
  'share.locked': [403, 'This share is locked after too many wrong PINs: ask whoever sent it'],
  'share.pin_wrong': [403, 'This PIN is not the right one'],
  'proposal.own': [403, 'Nobody decides on their own proposal'],
  'override.own': [403, 'Nobody reviews their own override'],
  'route.unknown': [404, 'There is nothing at this address'],
  'issuer.unknown': [404, 'There is no such issuer'],
  'key.unknown': [404, 'This issuer has no such key'],
  'api_key.unknown': [404, 'This issuer has no such API key'],
  'operator.unknown': [404, 'This issuer has no such operator'],
  'passkey.unknown': [404, 'You have no such passkey'],
  'invite.unknown': [404, 'This invitation was used, has expired or never existed'],
  'claim.unknown': [404, 'There is no such claim link, or it was fetched already'],
  'batch.unknown': [404, 'There is no such batch'],
  'credential.unknown': [404, 'This issuer has issued no such credential'],
  'signing.unknown': [404, 'Nothing with this id waits for a signature of this issuer'],
  'status_list.unknown': [404, 'There is no such status list'],
  'proposal.unknown': [404, 'This issuer has no such proposal'],
  'override.unknown': [404, 'This issuer has no such override'],
  'share.unknown': [404, 'There is no such share'],
  'share.exists': [409, 'This id is taken: draw another one'],
  'share.conflict': [409, 'Its holder is just changing this share: try again'],
  'share.over': [409, 'This share has ended, or was looked at more often than that'],
  'share.revoked': [410, 'Whoever shared this has withdrawn it'],
  'share.expired': [410, 'The time for which this was shared is over'],
  'share.used_up': [410, 'This was looked at as often as its holder allowed'],
  'issuer.exists': [409, 'An issuer with this slug exists already'],
  'issuer.closed': [409, 'This issuer has closed: nothing is issued in its name any more'],
  'key.conflict': [409, 'The keys were changed meanwhile, or the key is not active any more'],
  'key.last_active': [409, 'The only active key cannot be retired: make another one first'],
  'key.too_many': [409, 'This issuer has had as many keys as it may have'],
  'key.elsewhere': [409, 'This issuer keeps its keys to itself: this cannot be signed here'],
  'key.none': [409, 'This issuer has not registered a key yet'],
  'signing.outdated': [409, 'The places for its status were given away meanwhile: order it anew'],
  'signing.delegation_missing': [409, 'The request of kind status_delegation must be signed first'],
  'idempotency.conflict': [409, 'This Idempotency-Key was used with another request'],
  'batch.conflict': [409, 'The batch is not in a state for this'],
  'status.conflict': [409, 'The status was changed meanwhile, or cannot be changed any more'],
  'passkey.last': [409, 'Your last passkey stays: without it nobody could sign in as you'],
  'operator.last_admin': [409, 'An issuer keeps at least one operator of role admin'],
  'proposal.decided': [409, 'The proposal was decided already, or ran out of time'],
  'claim.gone': [410, 'This claim link cannot be used any more'],
  'request.too_large': [413, 'The request body is too large'],
  'request.media_type': [415, 'The request body must be application/json'],
  'key.not_published': [
    422,
    'The DID document of the issuer does not hold this key for assertions',
  ],
  'domain.unlinked': [422, 'The domain and the DID of the issuer do not name each other'],
  'domain.unknown': [404, 'This issuer has linked no domain'],
  'signing.format': [422, 'What is signed elsewhere is issued as vc+jwt only'],
  'signing.mismatch': [422, 'The signature is not that of the registered key'],
  'batch.media_type': [
    415,
    'The file must be a table: CSV or an Excel workbook (.xlsx), and say so in its media type',
  ],
  'batch.unreadable': [422, 'The file cannot be read as a table of credentials'],
  'claim.refused': [422, 'This cannot be claimed'],
  'status.not_supported': [422, 'A credential of this kind cannot have that status'],
  'share.answers_missing': [422, 'Whoever shared this asks something first'],
  'base_credential.refused': [422, 'The licence cannot be extended'],
  'status.date_refused': [422, 'The status cannot hold from or until that date'],
  'remark.refused': [422, 'The accreditor cannot say this of that organisation'],
  'accreditation.subject_unresolvable': [422, 'The keys of the organisation could not be found'],
  'look_up.malformed': [422, 'What was found is no such document'],
  'rendering.refused': [422, 'Only credentials in force, of issuers of this deployment, are drawn'],
  'rate.exceeded': [429, 'Too many requests'],
  internal: [500, 'Something went wrong on our side'],
  'look_up.unreachable': [502, 'The document could not be fetched'],
} as const satisfies Record<string, readonly [ContentfulStatusCode, string]>

export type ProblemCode = keyof typeof PROBLEMS

interface FieldError {
  /** Where in the body, such as `licence.profession.isco08`. */
  readonly field: string
  readonly message: string
}

interface ProblemExtras {
  readonly detail?: string
  readonly errors?: readonly FieldError[]
  readonly headers?: Readonly<Record<string, string>>
}

/** The status of a problem, typed by its code so that route definitions can list it. */
export const statusOf = <C extends ProblemCode>(code: C): (typeof PROBLEMS)[C][0] =>
  PROBLEMS[code][0]

export function problemResponse(code: ProblemCode, extras: ProblemExtras = {}): Response {
  const [status, title] = PROBLEMS[code]
  const { detail, errors, headers } = extras
  const body = {
    type: 'about:blank',
    title,
    status,
    code,
    ...(detail && { detail }),
    ...(errors && { errors }),
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  })
}

/** Throw it: the one error handler answers with the problem. */
export const refuse = (code: ProblemCode, extras?: ProblemExtras): HTTPException =>
  new HTTPException(statusOf(code), { res: problemResponse(code, extras) })

/** Why something was not done, for whoever decides how to say so. */
export interface Refusal {
  readonly code: ProblemCode
  readonly detail?: string
  readonly errors?: readonly FieldError[]
}

/** The value; a refusal is thrown as its problem. */
export function valueOrRefuse<T>(result: Result<T, Refusal>): T {
  if (result.ok) return result.value
  throw refuse(result.error.code, result.error)
}

/** What zod found, field by field. Its messages say what is expected, never what was sent. */
export const invalidRequest = (error: z.core.$ZodError): Response =>
  problemResponse('request.invalid', {
    errors: error.issues.map(({ path, message }) => ({ field: path.join('.') || 'body', message })),
  })

/** hono's own refusals, by status. */
const CODE_BY_STATUS: ReadonlyMap<number, ProblemCode> = new Map([
  [400, 'request.malformed'],
  [413, 'request.too_large'],
  [415, 'request.media_type'],
])

/**
 * The only place where a fault of ours becomes an answer. The log gets its kind and place, never its words, except about
 * settings: whoever deploys must learn which one is wrong.
 */
export function handleError(error: Error, c: Context): Response {
  if (error instanceof HTTPException) {
    if (error.res) return error.res
    const code = CODE_BY_STATUS.get(error.status)
    if (code) return problemResponse(code)
  }
  if (error instanceof KeyIsElsewhere) return problemResponse('key.elsewhere')
  console.error(
    JSON.stringify({
      event: 'error',
      method: c.req.method,
      route: c.req.path.split('/').slice(0, 3).join('/'),
      name: error.name,
      at: firstFrame(error),
      ...(error instanceof SettingsError && { settings: error.faults }),
    }),
  )
  return problemResponse('internal')
}

/** The stack begins with the message, which may hold anything, lines that look like frames included. */
const firstFrame = (error: Error): string | undefined =>
  error.stack
    ?.replace(error.message, '')
    .split('\n')
    .find((line) => line.trim().startsWith('at '))
    ?.trim()
