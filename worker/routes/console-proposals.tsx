// `/console/proposals`: what waits for a second person, and that person's decision, by the same functions as the API.
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { verifyCredential } from '../../shared/index.ts'
import { PROPOSALS_PAGE_MAX_COUNT } from '../../shared/limits.ts'
import { refuseProposalSchema } from '../../shared/wire/proposals.ts'
import type { AppContext } from '../app-context.ts'
import { nameOfActor } from '../auth/actor.ts'
import type { SignedIn } from '../console/console-frame.tsx'
import { answerWithPage, requireSignedIn } from '../console/console-session.tsx'
import { IssueDone } from '../console/issue-done.tsx'
import { ProposalList } from '../console/proposal-list.tsx'
import { ProposalPage, type ProposalPageProps } from '../console/proposal-page.tsx'
import { readText } from '../console/read-form.ts'
import { EVERY_ROLE } from '../console/roles.ts'
import type { IssuedAnswer } from '../issuing/issue.ts'
import { previewOrder } from '../issuing/preview.ts'
import { PROBLEMS, type Refusal, refuse, valueOrRefuse } from '../middleware/problem-details.ts'
import { renderPage } from '../pages/render.tsx'
import { approve, refuse as refuseProposal } from '../proposals/decide.ts'
import { CURSOR, listProposals, type OpenProposal, readProposal } from '../proposals/read.ts'
import { credentialFile } from '../renderings/credential-file.ts'
import { PROPOSAL_STATES } from '../storage/proposals.ts'

const DECIDERS = ['approver'] as const

const NOTICES: ReadonlyMap<string, string> = new Map([
  ['proposed', 'It is proposed: nothing is done until another operator, an approver, agrees.'],
  ['approved', 'It is approved and was carried out.'],
  ['refused', 'It is refused. Nothing was done.'],
])

const ERRORS = { reasonCode: 'Choose why.', note: 'At most 500 characters.' } as const

const querySchema = z.object({
  state: z.enum(PROPOSAL_STATES).default('proposed').catch('proposed'),
  cursor: z.string().regex(CURSOR).optional().catch(undefined),
})

/** Who an actor is, for people. */
async function actorInWords(c: Context<AppContext>, name: string): Promise<string> {
  const [kind, id] = name.split(':')
  if (kind === 'api_key') return `the API key ${id?.slice(0, 8)}…`
  if (kind !== 'operator' || id === undefined) return name
  return (await c.get('services').operators.find(id))?.name ?? name
}

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

async function proposalPage(
  c: Context<AppContext>,
  signedIn: SignedIn,
  proposal: OpenProposal,
  shown: Pick<ProposalPageProps, 'entry' | 'errors' | 'notice' | 'refusal'> = {},
) {
  const { order, proposedBy, decision } = proposal
  const summary =
    order?.kind === 'issue'
      ? await previewOrder(c.get('services'), signedIn.issuer, order.order)
      : undefined
  const proposer = await actorInWords(c, proposedBy)
  const decider = decision && (await actorInWords(c, decision.decidedBy))
  const told = { proposal, proposer, decider, summary, barrier: barrierFor(signedIn, proposal) }
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
    const { proposals, next } = await listProposals(c.get('services'), signedIn.issuer.slug, page)
    return c.html(
      renderPage(<ProposalList {...signedIn} proposals={proposals} state={state} next={next} />),
    )
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
    if (order?.kind !== 'issue') return c.redirect(`/console/proposals/${id}?done=approved`, 303)
    const { credential, id: urn } = done.value.result as IssuedAnswer
    const result = await verifyCredential(credential, services.verifier)
    const { text } = credentialFile(credential)
    const issued = { kind: order.order.kind, id: urn.slice('urn:uuid:'.length), text, result }
    return c.html(renderPage(<IssueDone {...signedIn} {...issued} />))
  })
  .post('/console/proposals/:id/refusal', async (c) => {
    const signedIn = await requireSignedIn(c, DECIDERS)
    const proposal = await find(c, signedIn)
    const form = await c.req.parseBody()
    const entry = { reasonCode: readText(form, 'reasonCode'), note: readText(form, 'note') }
    const { reasonCode, note } = entry
    const refusal = refuseProposalSchema.safeParse({ reasonCode, ...(note !== '' && { note }) })
    if (!refusal.success) {
      const at = new Set(refusal.error.issues.map(({ path }) => path[0]))
      const errors = Object.fromEntries(Object.entries(ERRORS).filter(([name]) => at.has(name)))
      return c.html(await proposalPage(c, signedIn, proposal, { entry, errors }), 400)
    }
    const { issuer, operator } = signedIn
    const done = await refuseProposal(
      c.get('services'),
      issuer,
      operator,
      proposal.id,
      refusal.data,
    )
    return done.ok
      ? c.redirect(`/console/proposals/${proposal.id}?done=refused`, 303)
      : refusalPage(c, signedIn, done.error)
  })

consoleProposalRoutes.onError(answerWithPage)
