// Reading what wallets send, and refusing it in the words of OAuth.
import type { Context } from 'hono'
import type { AppContext } from '../app-context.ts'
import { hashSecret } from '../auth/secret.ts'
import { CLAIM_ERRORS, type ClaimProblem } from '../claims/claim-problem.ts'
import { refuse } from '../middleware/problem-details.ts'
import type { Claim } from '../storage/claims.ts'
import type { Issuer } from '../storage/issuers.ts'

/** Tokens and credentials are for whoever asked. */
export const NO_STORE = { 'cache-control': 'no-store' }

/** Told apart from what was asked for. */
export const isRefused = <T>(value: T | Response): value is Response => value instanceof Response

/** A refusal in the form that wallets read. @see RFC 6749 §5.2, RFC 6750 §3 */
export function oauthError(c: Context<AppContext>, { error, description }: ClaimProblem): Response {
  const headers = {
    ...NO_STORE,
    ...(error === 'invalid_token' && { 'www-authenticate': 'Bearer error="invalid_token"' }),
  }
  return c.json({ error, error_description: description }, CLAIM_ERRORS[error], headers)
}

/** Throws `issuer.unknown`. */
export async function findIssuer(c: Context<AppContext>, slug: string): Promise<Issuer> {
  const issuer = await c.get('services').issuers.find(slug)
  if (!issuer) throw refuse('issuer.unknown')
  return issuer
}

/** The claim of the access token, or the refusal. A token of another issuer is none. */
export async function findClaim(c: Context<AppContext>, slug: string): Promise<Claim | Response> {
  const token = /^Bearer ([\w-]{43})$/i.exec(c.req.header('authorization') ?? '')?.[1]
  const claim = token && (await c.get('services').claims.findByToken(await hashSecret(token)))
  if (claim && claim.issuerSlug === slug) return claim
  const description = 'The access token is not known, or has expired.'
  return oauthError(c, { error: 'invalid_token', description })
}

/** undefined where the body is no JSON. */
export const readJson = (c: Context<AppContext>): Promise<unknown> =>
  c.req.json<unknown>().catch(() => undefined)

/** The parameters of a form, none of them twice. @see RFC 6749 §3.2 */
export async function readForm(
  c: Context<AppContext>,
): Promise<ReadonlyMap<string, string> | undefined> {
  const [mediaType = ''] = (c.req.header('content-type') ?? '').split(';')
  if (mediaType.trim().toLowerCase() !== 'application/x-www-form-urlencoded') return undefined
  const form = Object.entries(await c.req.parseBody({ all: true }).catch(() => ({})))
  const values = form.flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  )
  return values.length === form.length ? new Map(values) : undefined
}
