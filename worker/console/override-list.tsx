// `/console/overrides`: what one approver did alone under four eyes, and who looked at it. Pure.
import type { OverrideView } from '../proposals/overrides.ts'
import type { ActorNames } from './actor-names.ts'
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'
import { MomentOf } from './moment.tsx'
import { Refusal, Told } from './notice.tsx'
import { OVERRIDE_REASON_WORDS, STATE_WORDS } from './words.ts'

const PATH = '/console/overrides'

interface OverrideListProps extends SignedIn {
  readonly overrides: readonly OverrideView[]
  /** Of those who made and reviewed them. */
  readonly names: ActorNames
  /** As records name the reader: nobody reviews what is their own. */
  readonly reader: string
  readonly mayReview: boolean
  readonly next: string | undefined
  readonly notice?: string | undefined
  readonly refusal?: string | undefined
}

type RowProps = Pick<OverrideListProps, 'names' | 'reader' | 'mayReview'>

const Review = ({ override, names, reader, mayReview }: RowProps & { override: OverrideView }) => {
  const { id, madeBy, reviewedBy, reviewedAt } = override
  if (reviewedBy !== undefined && reviewedAt !== undefined) {
    return (
      <span>
        Reviewed by <bdi>{names.get(reviewedBy)}</bdi>, <MomentOf text={reviewedAt} />
      </span>
    )
  }
  if (madeBy === reader) return <span>Somebody else must look at it.</span>
  if (!mayReview) return <strong>Not reviewed yet</strong>
  return (
    <form method="post" action={`${PATH}/${id}/review`}>
      <button type="submit" class="small">
        I have reviewed it
      </button>
    </form>
  )
}

const Row = ({ override, ...rest }: RowProps & { override: OverrideView }) => (
  <li>
    <a href={`/console/credentials/${override.credentialId}`}>
      {STATE_WORDS[override.state]} <code>{override.credentialId}</code>
    </a>
    <span>
      {OVERRIDE_REASON_WORDS[override.reasonCode]}; by <bdi>{rest.names.get(override.madeBy)}</bdi>,{' '}
      <MomentOf text={override.madeAt} />
    </span>
    <Review override={override} {...rest} />
  </li>
)

export const OverrideList = (props: OverrideListProps) => {
  const { issuer, operator, overrides, names, reader, mayReview, next, notice, refusal } = props
  return (
    <ConsoleFrame title="Overrides" path={PATH} issuer={issuer} operator={operator}>
      <h1>Overrides</h1>
      <p>
        Under four eyes an approver can suspend a credential alone in an emergency. Somebody else
        looks at it afterwards: is the reason true, and was it an emergency? Who disagrees changes
        the state back.
      </p>
      <Told>{notice}</Told>
      <Refusal>{refusal}</Refusal>
      {overrides.length === 0 ? <p>There is none.</p> : null}
      <ul class="rows">
        {overrides.map((override) => (
          <Row
            key={override.id}
            override={override}
            names={names}
            reader={reader}
            mayReview={mayReview}
          />
        ))}
      </ul>
      {next === undefined ? null : (
        <nav aria-label="Pages" class="pages">
          <a href={`${PATH}?${new URLSearchParams({ cursor: next })}`}>Older</a>
        </nav>
      )}
    </ConsoleFrame>
  )
}
