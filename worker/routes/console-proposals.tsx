// `/console/proposals`: what waits for a second person, and that person's decision, by the same functions as the API.
import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'
import { verifyCredential } from '../../shared/index.ts'
import { PROPOSALS_PAGE_MAX_COUNT } from '../../shared/limits.ts'
import type { AppContext } from '../app-context.ts'
import { nameOfActor } from '../auth/actor.ts'
import { isOffered } from '../claims/draft-claim.ts'
import { namesOfActors } from '../console/actor-names.ts'
import type { SignedIn } from '../console/console-frame.tsx'
import { answerWithPage, requireSignedIn } from '../console/console-session.tsx'
import { IssueDone } from '../console/issue-done.tsx'
import { IssueOffered } from '../console/issue-offered.tsx'
import { issuedBy } from '../console/issued-by.ts'
import type { OrderSubject } from '../console/order-facts.tsx'
import { ProposalList } from '../console/proposal-list.tsx'
import { ProposalPage, type ProposalPageProps } from '../console/proposal-page.tsx'
import { readText } from '../console/read-form.ts'
import { readRefusal } from '../console/read-refusal.ts'
import { EVERY_ROLE } from '../console/roles.ts'
import { previewOrder } from '../issuing/preview.ts'
import { readStatus } from '../issuing/read-status.ts'
import { isRequested } from '../keys/request-signature.ts'
import { PROBLEMS, type Refusal, refuse, valueOrRefuse } from '../middleware/problem-details.ts'
import { renderPage } from '../pages/render.tsx'
import { approve, refuse as refuseProposal } from '../proposals/decide.ts'
import { CURSOR, listProposals, type OpenProposal, readProposal } from '../proposals/read.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'
import { PROPOSAL_STATES } from '../storage/proposals.ts'

const DECIDERS = ['approver'] as const

const NOTICES: ReadonlyMap<string, string> = new Map([
  ['proposed', 'It is proposed: nothing is done until another operator, an approver, agrees.'],
  ['approved', 'It is approved and was carried out.'],
  ['requested', 'It is approved, and waits for the issuer’s own machine to sign it.'],
  ['refused', 'It is refused. Nothing was done.'],
])

const querySchema = z.object({
  state: z.enum(PROPOSAL_STATES).default('proposed').catch('proposed'),
  cursor: z.string().regex(CURSOR).optional().catch(undefined),
})

function barrierFor({ operator }: SignedIn, { proposedBy }: OpenProposal): string | undefined {
  if (proposedBy === nameOfActor({ kind: 'operator', id: operator.id })) {
    return 'You proposed this, so somebody else decides: that is what four eyes are for.'
  }
  return operator.role === 'approver' ? undefined : 'An operator of role approver decides.'
}

async function find(c: Context<AppContext>, { operator }: SignedIn): Promise<OpenProposal> {
  const id = z.uuid().safeParse(c.req.param('id'))
  if (!id.success) throw refuse('proposal.unknown')
  return valueOrRefuse(await readProposal(c.get('services'), operator, id.data))
}

/** What a proposal is about, as far as it is still there. */
async function subjectOf(
  services: Services,
  issuer: Issuer,
  proposed: OpenProposal['order'],
): Promise<OrderSubject> {
  if (proposed?.kind === 'issue') {
    // What can no longer be issued can still be read, and refused.
    return { summary: await previewOrder(services, issuer, proposed.order).catch(unlessRefused) }
  }
  if (proposed?.kind !== 'status' && proposed?.kind !== 'status_cancellation') return {}
  const { id } = proposed.order
  const credential = await services.credentialPages.find(issuer.slug, id)
  if (proposed.kind === 'status') return { credential }
  const status = await readStatus(services, issuer.slug, id)
  const change = status?.scheduled.find((known) => known.change === proposed.order.change)
  return { credential, change }
}

const unlessRefused = (error: unknown): undefined => {
  if (!(error instanceof HTTPException)) throw error
}

async function proposalPage(
  c: Context<AppContext>,
  signedIn: SignedIn,
  proposal: OpenProposal,
  shown: Pick<ProposalPageProps, 'entry' | 'errors' | 'notice' | 'refusal'> = {},
) {
  const services = c.get('services')
  const { issuer } = signedIn
  const { order, proposedBy, decision } = proposal
  const actors = [proposedBy, ...(decision ? [decision.decidedBy] : [])]
  const names = await namesOfActors(services, issuer.slug, actors)
  const told = {
    proposal,
    proposer: names.get(proposedBy) ?? proposedBy,
    decider: decision && names.get(decision.decidedBy),
    subject: await subjectOf(services, issuer, order),
    barrier: barrierFor(signedIn, proposal),
  }
  return renderPage(<ProposalPage {...signedIn} {...told} {...shown} />)
}

async function refusalPage(
  c: Context<AppContext>,
  signedIn: SignedIn,
  { code, detail }: Refusal,
): Promise<Response> {
  const [status, title] = PROBLEMS[code]
  const proposal = await find(c, signedIn)
  return c.html(
    await proposalPage(c, signedIn, proposal, { refusal: detail ?? `${title}.` }),
    status,
  )
}

export const consoleProposalRoutes = new Hono<AppContext>()
  .get('/console/proposals', async (c) => {
    const signedIn = await requireSignedIn(c, EVERY_ROLE)
    const { state, cursor } = querySchema.parse(c.req.query())
    const page = { state, cursor, limit: PROPOSALS_PAGE_MAX_COUNT }
    const services = c.get('services')
    const { slug } = signedIn.issuer
    const { proposals, next } = await listProposals(services, slug, page)
    const proposers = proposals.map(({ proposedBy }) => proposedBy)
    const names = await namesOfActors(services, slug, proposers)
    const shown = { proposals, names, state, next }
    return c.html(renderPage(<ProposalList {...signedIn} {...shown} />))
  })
  .get('/console/proposals/:id', async (c) => {
    const signedIn = await requireSignedIn(c, EVERY_ROLE)
    const notice = NOTICES.get(c.req.query('done') ?? '')
    return c.html(await proposalPage(c, signedIn, await find(c, signedIn), { notice }))
  })
  .post('/console/proposals/:id/approval', async (c) => {
    const signedIn = await requireSignedIn(c, DECIDERS)
    const services = c.get('services')
    const { id, order } = await find(c, signedIn)
    const done = await approve(services, signedIn.issuer, signedIn.operator, id)
    if (!done.ok) return refusalPage(c, signedIn, done.error)
    const { result } = done.value
    const kind = order?.kind === 'issue' ? { kind: order.order.kind } : {}
    if (isOffered(result)) {
      return c.html(renderPage(<IssueOffered {...signedIn} {...kind} offered={result} />))
    }
    const issued = issuedBy(result)
    if (!issued) {
      const what = isRequested(result) ? 'requested' : 'approved'
      return c.redirect(`/console/proposals/${id}?done=${what}`, 303)
    }
    const verdict = await verifyCredential(issued.text, services.verifier)
    return c.html(renderPage(<IssueDone {...signedIn} {...kind} {...issued} result={verdict} />))
  })
  .post('/console/proposals/:id/refusal', async (c) => {
    const signedIn = await requireSignedIn(c, DECIDERS)
    const proposal = await find(c, signedIn)
    const form = await c.req.parseBody()
    const entry = { reasonCode: readText(form, 'reasonCode'), note: readText(form, 'note') }
    const refusal = readRefusal(entry)
    if (!refusal.ok) {
      return c.html(
        await proposalPage(c, signedIn, proposal, { entry, errors: refusal.error }),
        400,
      )
    }
    const { issuer, operator } = signedIn
    const done = await refuseProposal(
      c.get('services'),
      issuer,
      operator,
      proposal.id,
      refusal.value,
    )
    return done.ok
      ? c.redirect(`/console/proposals/${proposal.id}?done=refused`, 303)
      : refusalPage(c, signedIn, done.error)
  })

consoleProposalRoutes.onError(answerWithPage)
