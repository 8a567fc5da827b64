// The VC-API (W3C VCALM): /credentials/issue, /credentials/status, /credentials/verify, /presentations/verify.
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  type IssueDocument,
  issueDocumentSchema,
  updateStatusSchema,
  verificationAnswerSchema,
  verifyDocumentSchema,
  verifyPresentationSchema,
} from '../../shared/wire/vc-api.ts'
import type { AppContext } from '../app-context.ts'
import type { Actor } from '../auth/actor.ts'
import { conformanceIssuer } from '../issuing/conformance-issuer.ts'
import { hasCredentials, requireAnyIssuer } from '../middleware/authenticate.ts'
import { limitRate } from '../middleware/limits.ts'
import { refuse, valueOrRefuse } from '../middleware/problem-details.ts'
import { issueDocumentOrPropose, updateStatusOrPropose } from '../proposals/act-or-propose.ts'
import { isProposed } from '../proposals/propose.ts'
import type { ApiScope, Issuer } from '../storage/issuers.ts'
import { checkOrder, isIssuedBy } from '../vc-api/issue-document.ts'
import { refusalOf } from '../vc-api/issue-for-caller.ts'
import { type Findings, toVcApiVerification } from '../vc-api/judge.ts'
import { verifyDocument } from '../vc-api/verify-document.ts'
import { verifyPresented } from '../vc-api/verify-presentation.ts'
import { newRoutes } from './new-routes.ts'
import { idempotencyHeader, keyOf, proposedAnswer } from './proposed.ts'
import { bearer, jsonAnswer, jsonBody, problems } from './schemas.ts'

const BODY_PROBLEMS = [
  'request.invalid',
  'request.malformed',
  'request.too_large',
  'request.media_type',
  'rate.exceeded',
] as const
const KEY_PROBLEMS = ['auth.missing', 'auth.invalid', 'auth.forbidden', 'issuer.unknown'] as const

const verificationSchema = verificationAnswerSchema.openapi('VcApiVerification')
const securedSchema = z.object({ verifiableCredential: z.record(z.string(), z.unknown()) })

const issueRoute = createRoute({
  method: 'post',
  path: '/credentials/issue',
  summary: 'Secure a whole credential (VC-API)',
  description:
    'Needs scope `issue`; the key says which issuer signs, and `credential.issuer` must name it. `options.cryptosuite` is ' +
    '`eddsa-rdfc-2022` (the default) or `eddsa-jcs-2022`; `options.envelope` `vc+jwt` answers an `EnvelopedVerifiableCredential`; ' +
    '`options.status` adds a `BitstringStatusListEntry`; under an API key there always is one. The whole data model is held, and every JSON-LD term must be defined.',
  tags: ['VC-API'],
  security: bearer,
  request: { headers: idempotencyHeader, body: jsonBody(issueDocumentSchema) },
  responses: {
    201: jsonAnswer('The secured credential', securedSchema),
    202: proposedAnswer,
    ...problems(
      ...BODY_PROBLEMS,
      ...KEY_PROBLEMS,
      'credential.invalid',
      'credential.foreign_issuer',
      'issuer.closed',
      'idempotency.conflict',
    ),
  },
})

const statusRoute = createRoute({
  method: 'post',
  path: '/credentials/status',
  summary: 'Set or clear a status (VC-API)',
  description:
    'Needs scope `status`. `credentialId` is the id of the credential, or the `credentialId` it was issued with. A revocation is final.',
  tags: ['VC-API'],
  security: bearer,
  request: { headers: idempotencyHeader, body: jsonBody(updateStatusSchema) },
  responses: {
    200: jsonAnswer('The status is as asked', z.object({})),
    202: proposedAnswer,
    ...problems(
      ...BODY_PROBLEMS,
      ...KEY_PROBLEMS,
      'credential.unknown',
      'status.refused',
      'issuer.closed',
      'idempotency.conflict',
    ),
  },
})

const FAILED = 'Not verified, with the reasons; or the request has another form'

const answers = {
  200: jsonAnswer('Verified: there is no error', verificationSchema),
  ...problems(...BODY_PROBLEMS),
  400: {
    description: FAILED,
    content: {
      'application/json': { schema: verificationSchema },
      ...problems('request.invalid', 'request.malformed')[400]?.content,
    },
  },
}

const verifyRoute = createRoute({
  method: 'post',
  path: '/credentials/verify',
  summary: 'Verify a credential (VC-API)',
  description:
    'Every check is made, whatever `options` say. Proof, data model, validity and status are errors; whether the issuer is ' +
    'recognised is a warning. `/v1/verifications` answers more.',
  tags: ['VC-API'],
  middleware: [limitRate('VERIFICATIONS_RATE')] as const,
  request: { body: jsonBody(verifyDocumentSchema) },
  responses: answers,
})

const verifyPresentationRoute = createRoute({
  method: 'post',
  path: '/presentations/verify',
  summary: 'Verify a presentation and what it presents (VC-API)',
  description:
    '`options.challenge` and `options.domain` are compared with those of the proof. A presentation without a proof is judged by the ' +
    'data model, with the warning `holder_binding.missing`.',
  tags: ['VC-API'],
  middleware: [limitRate('VERIFICATIONS_RATE')] as const,
  request: { body: jsonBody(verifyPresentationSchema) },
  responses: answers,
})

/** What an issuer signs for people must be possible to take back, whatever is asked. */
const revocable = (order: IssueDocument): IssueDocument => ({
  ...order,
  options: { ...order.options, status: true },
})

/** The issuer of the key; without one, the conformance issuer where it is switched on. */
async function callerOf(
  c: Context<AppContext>,
  scope: ApiScope,
): Promise<{ readonly issuer: Issuer; readonly actor: Actor }> {
  const open = hasCredentials(c) ? undefined : await conformanceIssuer(c.get('services'))
  if (open) return { issuer: open, actor: { kind: 'worker' } }
  const { issuer, apiKey } = await requireAnyIssuer(c, scope)
  return { issuer, actor: { kind: 'api_key', keyHash: apiKey.keyHash } }
}

/** Callers of the VC-API look at the status only: a failed verification is no success there. */
const answer = (c: Context<AppContext>, findings: Findings) => {
  const verification = toVcApiVerification(findings)
  return verification.verified ? c.json(verification, 200) : c.json(verification, 400)
}

export const vcApiRoutes = newRoutes()
  .openapi(issueRoute, async (c) => {
    const { issuer, actor } = await callerOf(c, 'issue')
    const asked = c.req.valid('json')
    const order = actor.kind === 'worker' ? asked : revocable(asked)
    const problem = await checkOrder(order)
    if (problem) throw refuse('credential.invalid', refusalOf(problem))
    if (!isIssuedBy(order.credential, issuer)) throw refuse('credential.foreign_issuer')
    const ask = { actor, order, idempotencyKey: keyOf(c.req.valid('header')) }
    const done = valueOrRefuse(await issueDocumentOrPropose(c.get('services'), issuer, ask))
    return isProposed(done) ? c.json(done, 202) : c.json(done, 201)
  })
  .openapi(statusRoute, async (c) => {
    const { issuer, actor } = await callerOf(c, 'status')
    const { credentialId, credentialStatus, status: isSet } = c.req.valid('json')
    const order = { credentialId, purpose: credentialStatus.statusPurpose, isSet }
    const ask = { actor, order, idempotencyKey: keyOf(c.req.valid('header')) }
    const done = valueOrRefuse(await updateStatusOrPropose(c.get('services'), issuer, ask))
    return isProposed(done) ? c.json(done, 202) : c.json(done, 200)
  })
  .openapi(verifyRoute, async (c) => {
    const { verifiableCredential } = c.req.valid('json')
    return answer(c, await verifyDocument(c.get('services'), verifiableCredential))
  })
  .openapi(verifyPresentationRoute, async (c) => {
    const { options, presentation, verifiablePresentation } = c.req.valid('json')
    const presented = verifiablePresentation ?? presentation ?? {}
    return answer(c, await verifyPresented(c.get('services'), presented, options))
  })
