// /v1/passkeys and /v1/sessions: joining by invitation and signing in, as the pages' scripts ask for it.
import { createRoute, z } from '@hono/zod-openapi'
import {
  assertionSchema,
  inviteTokenSchema,
  operatorRoleSchema,
  registrationSchema,
} from '../../shared/wire/operators.ts'
import { join } from '../auth/invite.ts'
import { FLOWS, offerRegistration, offerSignIn, readSignIn } from '../auth/passkeys.ts'
import { hashSecret } from '../auth/secret.ts'
import { limitRate } from '../middleware/limits.ts'
import { endSession, openSession } from '../middleware/open-session.ts'
import { requireOwnOrigin } from '../middleware/operator-session.ts'
import { refuse } from '../middleware/problem-details.ts'
import type { Operator } from '../storage/operators.ts'
import { newRoutes } from './new-routes.ts'
import { jsonAnswer, jsonBody, problems } from './schemas.ts'

const optionsSchema = z.record(z.string(), z.unknown())
const signedInSchema = z.object({
  id: z.string(),
  issuer: z.string(),
  name: z.string(),
  role: operatorRoleSchema,
})
const BAD_BODY = [
  'request.invalid',
  'request.malformed',
  'request.too_large',
  'request.media_type',
] as const
const common = {
  method: 'post' as const,
  tags: ['Operators'],
  middleware: limitRate('SIGN_IN_RATE'),
}

const invitationRoute = createRoute({
  ...common,
  path: '/v1/invites/look-up',
  summary: 'Read an invitation',
  description: 'For whoever holds it. Uses nothing up.',
  request: { body: jsonBody(z.strictObject({ token: inviteTokenSchema })) },
  responses: {
    200: jsonAnswer(
      'Who is invited, by whom and as what',
      z.object({ issuer: z.string(), name: z.string(), role: operatorRoleSchema }),
    ),
    ...problems(...BAD_BODY, 'auth.forbidden', 'invite.unknown', 'rate.exceeded'),
  },
})

const registrationOptionsRoute = createRoute({
  ...common,
  path: '/v1/passkeys/options',
  summary: 'Ask for what a new passkey must sign',
  description: 'For whoever holds an invitation. Good for five minutes and one answer.',
  request: { body: jsonBody(z.strictObject({ token: inviteTokenSchema })) },
  responses: {
    200: jsonAnswer('`PublicKeyCredentialCreationOptionsJSON` of WebAuthn', optionsSchema),
    ...problems(...BAD_BODY, 'auth.forbidden', 'invite.unknown', 'rate.exceeded'),
  },
})

const registrationRoute = createRoute({
  ...common,
  path: '/v1/passkeys',
  summary: 'Join an issuer with a new passkey',
  description: 'Uses the invitation up, and begins a session.',
  request: {
    body: jsonBody(z.strictObject({ token: inviteTokenSchema, passkey: registrationSchema })),
  },
  responses: {
    201: jsonAnswer('The operator, with a session cookie', signedInSchema),
    ...problems(
      ...BAD_BODY,
      'auth.forbidden',
      'passkey.refused',
      'invite.unknown',
      'rate.exceeded',
    ),
  },
})

const signInOptionsRoute = createRoute({
  ...common,
  path: '/v1/sessions/options',
  summary: 'Ask for what a passkey must sign',
  description: 'Good for five minutes and one answer.',
  responses: {
    200: jsonAnswer('`PublicKeyCredentialRequestOptionsJSON` of WebAuthn', optionsSchema),
    ...problems('auth.forbidden', 'rate.exceeded'),
  },
})

const signInRoute = createRoute({
  ...common,
  path: '/v1/sessions',
  summary: 'Sign in with a passkey',
  description: 'Begins a session of at most eight hours; half an hour without a request ends it.',
  request: { body: jsonBody(z.strictObject({ passkey: assertionSchema })) },
  responses: {
    201: jsonAnswer('The operator, with a session cookie', signedInSchema),
    ...problems(...BAD_BODY, 'auth.forbidden', 'passkey.refused', 'rate.exceeded'),
  },
})

const signOutRoute = createRoute({
  method: 'delete',
  path: '/v1/sessions',
  summary: 'Sign out',
  description: 'Ends the session of the cookie, at once; without one nothing happens.',
  tags: ['Operators'],
  responses: { 204: { description: 'Nobody is signed in' }, ...problems('auth.forbidden') },
})

const signedIn = ({ id, issuerSlug, name, role }: Operator) => ({
  id,
  issuer: issuerSlug,
  name,
  role,
})

export const sessionRoutes = newRoutes()
  .openapi(invitationRoute, async (c) => {
    requireOwnOrigin(c)
    const { invites, issuers } = c.get('services')
    const invitation = await invites.find(await hashSecret(c.req.valid('json').token))
    const issuer = invitation && (await issuers.find(invitation.issuerSlug))
    if (!issuer) throw refuse('invite.unknown')
    const { name, role } = invitation
    return c.json({ issuer: issuer.name, name, role }, 200, { 'cache-control': 'no-store' })
  })
  .openapi(registrationOptionsRoute, async (c) => {
    requireOwnOrigin(c)
    const services = c.get('services')
    const hash = await hashSecret(c.req.valid('json').token)
    const invitation = await services.invites.find(hash)
    if (!invitation) throw refuse('invite.unknown')
    const options = await offerRegistration(services, FLOWS.joining(hash), invitation.name)
    return c.json(options as object as z.output<typeof optionsSchema>, 200, {
      'cache-control': 'no-store',
    })
  })
  .openapi(registrationRoute, async (c) => {
    requireOwnOrigin(c)
    const { token, passkey } = c.req.valid('json')
    const operator = await join(c.get('services'), token, passkey)
    if (operator === 'unknown') throw refuse('invite.unknown')
    if (operator === 'refused') throw refuse('passkey.refused')
    await openSession(c, operator.id)
    return c.json(signedIn(operator), 201)
  })
  .openapi(signInOptionsRoute, async (c) => {
    requireOwnOrigin(c)
    const options = await offerSignIn(c.get('services'))
    return c.json(options as object as z.output<typeof optionsSchema>, 200, {
      'cache-control': 'no-store',
    })
  })
  .openapi(signInRoute, async (c) => {
    requireOwnOrigin(c)
    const services = c.get('services')
    const id = await readSignIn(services, c.req.valid('json').passkey)
    const operator = id === undefined ? undefined : await services.operators.find(id)
    if (!operator) throw refuse('passkey.refused')
    await openSession(c, operator.id)
    return c.json(signedIn(operator), 201)
  })
  .openapi(signOutRoute, async (c) => {
    await endSession(c)
    return c.body(null, 204)
  })
