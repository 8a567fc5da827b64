// `/console/proposals/{id}`: what is proposed, by whom, and the decision. Pure.
import type { OpenProposal } from '../proposals/read.ts'
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'
import { DecisionForm, type RefusalEntry } from './decision-form.tsx'
import { MomentOf } from './moment.tsx'
import { OrderFacts, type OrderSubject } from './order-facts.tsx'
import { PROPOSAL_KIND_WORDS, PROPOSAL_STATE_WORDS, REFUSAL_REASON_WORDS } from './words.ts'

export interface ProposalPageProps extends SignedIn {
  readonly proposal: OpenProposal
  /** The names of those who proposed and decided. */
  readonly proposer: string
  readonly decider: string | undefined
  /** What it is about. */
  readonly subject: OrderSubject
  /** Why this reader cannot decide; absent where they can. */
  readonly barrier: string | undefined
  readonly entry?: RefusalEntry
  readonly errors?: Readonly<Record<string, string>>
  readonly notice?: string | undefined
  readonly refusal?: string
}

const Facts = ({ proposal, proposer, decider }: Omit<ProposalPageProps, keyof SignedIn>) => (
  <dl class="facts">
    <div>
      <dt>State</dt>
      <dd>
        <strong>{PROPOSAL_STATE_WORDS[proposal.state]}</strong>
      </dd>
    </div>
    <div>
      <dt>Proposed by</dt>
      <dd>
        <bdi>{proposer}</bdi>, <MomentOf text={proposal.createdAt} />
      </dd>
    </div>
    {proposal.decision === undefined ? (
      <div>
        <dt>Waits until</dt>
        <dd>
          <MomentOf text={proposal.expiresAt} />
        </dd>
      </div>
    ) : (
      <div>
        <dt>Decided by</dt>
        <dd>
          <bdi>{decider}</bdi>, <MomentOf text={proposal.decision.decidedAt} />
          {proposal.decision.reasonCode === undefined
            ? null
            : `: ${REFUSAL_REASON_WORDS[proposal.decision.reasonCode]}`}
          {proposal.decision.note === undefined ? null : ` – ${proposal.decision.note}`}
        </dd>
      </div>
    )}
  </dl>
)

const Order = ({ proposal, subject }: Pick<ProposalPageProps, 'proposal' | 'subject'>) =>
  proposal.order === undefined ? null : (
    <section aria-labelledby="order-heading">
      <h2 id="order-heading">What is asked for</h2>
      <OrderFacts proposed={proposal.order} subject={subject} />
    </section>
  )

export const ProposalPage = (props: ProposalPageProps) => {
  const { issuer, operator, proposal, barrier, notice, refusal } = props
  const { entry = { reasonCode: '', note: '' }, errors = {} } = props
  const title = PROPOSAL_KIND_WORDS[proposal.kind]
  return (
    <ConsoleFrame title={title} path="/console/proposals" issuer={issuer} operator={operator}>
      <h1>{title}</h1>
      {notice === undefined ? null : (
        <p role="status" class="notice">
          {notice}
        </p>
      )}
      {refusal === undefined ? null : (
        <p role="alert" class="advice">
          {refusal}
        </p>
      )}
      <Facts {...props} />
      <Order {...props} />
      {proposal.state !== 'proposed' ? null : barrier === undefined ? (
        <DecisionForm id={proposal.id} entry={entry} errors={errors} />
      ) : (
        <p>{barrier}</p>
      )}
    </ConsoleFrame>
  )
}
