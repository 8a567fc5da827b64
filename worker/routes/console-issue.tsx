// `/console/issue`: form, preview, signature, by the same function as the API; `/console/download` of what was signed.
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { CredentialType } from '../../shared/credential-types/credential-type.ts'
import { CREDENTIAL_TYPES } from '../../shared/credential-types/index.ts'
import { verifyCredential } from '../../shared/index.ts'
import { CREDENTIAL_MAX_CHARS } from '../../shared/limits.ts'
import type { IssueCredential } from '../../shared/wire/issue-credential.ts'
import type { AppContext } from '../app-context.ts'
import { isOffered } from '../claims/draft-claim.ts'
import type { SignedIn } from '../console/console-frame.tsx'
import { answerWithPage, requireSignedIn } from '../console/console-session.tsx'
import { IssueChoice } from '../console/issue-choice.tsx'
import { IssueDone } from '../console/issue-done.tsx'
import { IssueForm } from '../console/issue-form.tsx'
import { IssueOffered } from '../console/issue-offered.tsx'
import { orderOfEntries, readEntries } from '../console/issue-order.ts'
import { IssuePreview } from '../console/issue-preview.tsx'
import { IssueProposed } from '../console/issue-proposed.tsx'
import { IssueRequested } from '../console/issue-requested.tsx'
import { readText } from '../console/read-form.ts'
import { WRITING_ROLES } from '../console/roles.ts'
import { previewOrder } from '../issuing/preview.ts'
import { isRequested } from '../keys/request-signature.ts'
import { refuse, valueOrRefuse } from '../middleware/problem-details.ts'
import { renderPage } from '../pages/render.tsx'
import { issueOrPropose, requestOrPropose } from '../proposals/act-or-propose.ts'
import { isProposed } from '../proposals/propose.ts'
import { credentialFile } from '../renderings/credential-file.ts'
import { RENDERED_FORMS, renderCredential } from '../renderings/render-credential.ts'

const TYPES: ReadonlyMap<string, CredentialType> = new Map(Object.entries(CREDENTIAL_TYPES))

function typeOf(c: Context<AppContext>): CredentialType {
  const type = TYPES.get(c.req.param('kind') ?? '')
  if (!type) throw refuse('route.unknown')
  return type
}

const downloadSchema = z.object({
  credential: z.string().trim().min(1).max(CREDENTIAL_MAX_CHARS),
  as: z.enum(['file', ...RENDERED_FORMS]),
})

/** Signs, or proposes to. The answer to a form that is sent twice is the same. */
async function issueOrder(
  c: Context<AppContext>,
  signedIn: SignedIn,
  order: IssueCredential,
  idempotencyKey: string,
): Promise<Response> {
  const services = c.get('services')
  const { issuer, operator } = signedIn
  const actor = { kind: 'operator', id: operator.id } as const
  const ask = { actor, order, idempotencyKey }
  const isSignedHere = services.addresses.isOurs(issuer.did)
  const answer = isSignedHere
    ? valueOrRefuse(await issueOrPropose(services, issuer, ask))
    : valueOrRefuse(await requestOrPropose(services, issuer, ask))
  if (isProposed(answer)) {
    const page = <IssueProposed {...signedIn} kind={order.kind} id={answer.proposal.id} />
    return c.html(renderPage(page), 202)
  }
  if (isRequested(answer)) {
    return c.html(renderPage(<IssueRequested {...signedIn} kind={order.kind} />), 202)
  }
  if (isOffered(answer)) {
    return c.html(renderPage(<IssueOffered {...signedIn} kind={order.kind} offered={answer} />))
  }
  const result = await verifyCredential(answer.credential, services.verifier)
  const { text } = credentialFile(answer.credential)
  const id = answer.id.slice('urn:uuid:'.length)
  return c.html(
    renderPage(<IssueDone {...signedIn} kind={order.kind} id={id} text={text} result={result} />),
  )
}

export const consoleIssueRoutes = new Hono<AppContext>()
  .get('/console/issue', async (c) => {
    const signedIn = await requireSignedIn(c, WRITING_ROLES)
    return c.html(renderPage(<IssueChoice {...signedIn} />))
  })
  .get('/console/issue/:kind', async (c) => {
    const signedIn = await requireSignedIn(c, WRITING_ROLES)
    const page = <IssueForm {...signedIn} type={typeOf(c)} entries={{}} errors={{}} />
    return c.html(renderPage(page))
  })
  .post('/console/issue/:kind', async (c) => {
    const signedIn = await requireSignedIn(c, WRITING_ROLES)
    const type = typeOf(c)
    const form = await c.req.parseBody()
    const entries = readEntries(type, form)
    const order = orderOfEntries(type, entries)
    const step = readText(form, 'step')
    if (!order.ok || step === 'change') {
      const errors = order.ok ? {} : order.error
      const page = <IssueForm {...signedIn} type={type} entries={entries} errors={errors} />
      return c.html(renderPage(page), order.ok ? 200 : 400)
    }
    const key = z.uuid().safeParse(readText(form, 'key'))
    if (step === 'sign' && key.success) return issueOrder(c, signedIn, order.value, key.data)
    const services = c.get('services')
    const summary = await previewOrder(services, signedIn.issuer, order.value)
    const shown = { type, entries, summary, idempotencyKey: services.platform.uuid() }
    return c.html(renderPage(<IssuePreview {...signedIn} {...shown} />))
  })
  .post('/console/download', async (c) => {
    await requireSignedIn(c, WRITING_ROLES)
    const wanted = downloadSchema.safeParse(await c.req.parseBody())
    if (!wanted.success) throw refuse('request.invalid')
    const { credential, as } = wanted.data
    const file = credentialFile(credential)
    const drawn =
      as === 'file' ? undefined : await renderCredential(c.get('services'), credential, as)
    if (as !== 'file' && !drawn) throw refuse('rendering.refused')
    return new Response(drawn?.body ?? file.text, {
      headers: {
        'content-type': drawn?.mediaType ?? file.mediaType,
        'content-disposition': `attachment; filename="${as === 'file' ? file.name : `credential.${as}`}"`,
        'cache-control': 'no-store',
      },
    })
  })

consoleIssueRoutes.onError(answerWithPage)
