// The demo portal's list of candidates, by stage. Pure.
import { type Addressed, type Candidate, STAGES } from './content.ts'
import { initials, longDay, StagePill } from './parts.tsx'
import { PortalFrame } from './portal-frame.tsx'

type Stage = (typeof STAGES)[number]

const stageAddress = (stage: Stage) => `/demo?stage=${encodeURIComponent(stage)}`

interface Props {
  readonly candidates: readonly Addressed<Candidate>[]
  /** Only candidates at this stage; undefined for all. */
  readonly stage: Stage | undefined
}

export const isStage = (text: string | undefined): text is Stage =>
  STAGES.some((stage) => stage === text)

export const CandidateList = ({ candidates, stage }: Props) => {
  const shown = candidates.filter((candidate) => !stage || candidate.stage === stage)
  return (
    <PortalFrame title="Candidates" isList>
      <h1>Candidates</h1>
      <p class="lead">Clinical recruitment, autumn intake · {candidates.length} people</p>
      <ul class="filters" aria-label="Stages">
        <li>
          <a href="/demo" aria-current={stage ? undefined : 'true'}>
            All <span>{candidates.length}</span>
          </a>
        </li>
        {STAGES.map((name) => (
          <li key={name}>
            <a href={stageAddress(name)} aria-current={stage === name ? 'true' : undefined}>
              {name}{' '}
              <span>{candidates.filter((candidate) => candidate.stage === name).length}</span>
            </a>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p class="card">Nobody is at this stage.</p>}
      {shown.length > 0 && (
        <ul class="people card">
          {shown.map((candidate) => (
            <Row key={candidate.slug} candidate={candidate} />
          ))}
        </ul>
      )}
    </PortalFrame>
  )
}

const Row = ({ candidate }: { readonly candidate: Addressed<Candidate> }) => (
  <li>
    <span class="avatar" aria-hidden="true">
      {initials(candidate.name)}
    </span>
    <div>
      <a href={`/demo/candidates/${candidate.slug}`}>{candidate.name}</a>
      <p class="soft">{candidate.role}</p>
    </div>
    <div class="soft">
      <p>{candidate.department}</p>
      <p>Applied {longDay(candidate.appliedOn)}</p>
    </div>
    <StagePill stage={candidate.stage} />
  </li>
)
