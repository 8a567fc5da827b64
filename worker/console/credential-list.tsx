// `/console/credentials`: what was issued, newest first, by state and kind. Pure.
import { CREDENTIAL_STATES } from '../../shared/status/state-table.ts'
import type { CredentialFilter, ListedCredential } from '../storage/credential-pages.ts'
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'
import { CredentialRows } from './credential-rows.tsx'
import { kindInWords, STATE_WORDS } from './words.ts'

const PATH = '/console/credentials'

interface CredentialListProps extends SignedIn {
  readonly credentials: readonly ListedCredential[]
  readonly filter: CredentialFilter
  readonly kinds: readonly string[]
  /** Whether newer ones stand before this page. */
  readonly isContinued: boolean
  readonly next: string | undefined
}

const addressOf = ({ state, kind }: CredentialFilter, after?: string): string => {
  const query = new URLSearchParams({
    ...(state !== undefined && { state }),
    ...(kind !== undefined && { kind }),
    ...(after !== undefined && { after }),
  }).toString()
  return query === '' ? PATH : `${PATH}?${query}`
}

export const CredentialList = ({
  issuer,
  operator,
  credentials,
  filter,
  kinds,
  isContinued,
  next,
}: CredentialListProps) => (
  <ConsoleFrame title="Credentials" path={PATH} issuer={issuer} operator={operator}>
    <h1>Credentials</h1>
    <p>
      What was issued, newest first. What a credential says, its holder’s name included, is kept by
      its holder and not here.
    </p>
    <form method="get" action={PATH} class="filters">
      <label>
        State
        <select name="state">
          <option value="">Any</option>
          {CREDENTIAL_STATES.map((state) => (
            <option key={state} value={state} selected={state === filter.state}>
              {STATE_WORDS[state]}
            </option>
          ))}
        </select>
      </label>
      <label>
        Kind
        <select name="kind">
          <option value="">Any</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind} selected={kind === filter.kind}>
              {kindInWords(kind)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">Show</button>
    </form>
    {credentials.length === 0 ? (
      <p>There is none{isContinued ? ' after these' : ' of that sort'}.</p>
    ) : (
      <CredentialRows credentials={credentials} />
    )}
    {isContinued || next !== undefined ? (
      <nav aria-label="Pages" class="pages">
        {isContinued ? <a href={addressOf(filter)}>Newest</a> : null}
        {next === undefined ? null : <a href={addressOf(filter, next)}>Older</a>}
      </nav>
    ) : null}
  </ConsoleFrame>
)
