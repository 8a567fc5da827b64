// `/console/proposals`: what waits for a second person, and what was decided. Pure.
import type { ProposalView } from '../proposals/read.ts'
import type { ProposalState } from '../storage/proposals.ts'
import type { ActorNames } from './actor-names.ts'
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'
import { MomentOf } from './moment.tsx'
import { PROPOSAL_KIND_WORDS, PROPOSAL_STATE_WORDS } from './words.ts'

const PATH = '/console/proposals'

interface ProposalListProps extends SignedIn {
  readonly proposals: readonly ProposalView[]
  readonly names: ActorNames
  readonly state: ProposalState
  readonly next: string | undefined
}

const STATES = Object.keys(PROPOSAL_STATE_WORDS) as readonly ProposalState[]

type ProposalRowsProps = Pick<ProposalListProps, 'proposals' | 'names'>

export const ProposalRows = ({ proposals, names }: ProposalRowsProps) => (
  <ul class="rows">
    {proposals.map(({ id, kind, state, createdAt, proposedBy }) => (
      <li key={id}>
        <a href={`${PATH}/${id}`}>
          {PROPOSAL_KIND_WORDS[kind]} <code>{id}</code>
        </a>
        <strong>{PROPOSAL_STATE_WORDS[state]}</strong>
        <span>
          <MomentOf text={createdAt} />, by <bdi>{names.get(proposedBy)}</bdi>
        </span>
      </li>
    ))}
  </ul>
)

export const ProposalList = ({ proposals, names, state, next, ...signedIn }: ProposalListProps) => (
  <ConsoleFrame title="Proposals" path={PATH} {...signedIn}>
    <h1>Proposals</h1>
    <p>
      Where an issuer asks for four eyes, nothing is done until an approver other than the proposer
      agrees. Whole tables wait under <a href="/console/batches">Tables</a>.
    </p>
    <form method="get" action={PATH} class="filters">
      <label>
        State
        <select name="state">
          {STATES.map((known) => (
            <option key={known} value={known} selected={known === state}>
              {PROPOSAL_STATE_WORDS[known]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">Show</button>
    </form>
    {proposals.length === 0 ? <p>There is none of that sort.</p> : null}
    <ProposalRows proposals={proposals} names={names} />
    {next === undefined ? null : (
      <nav aria-label="Pages" class="pages">
        <a href={`${PATH}?${new URLSearchParams({ state, cursor: next })}`}>Older</a>
      </nav>
    )}
  </ConsoleFrame>
)
