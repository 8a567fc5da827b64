// `/console`: for whom one works here, and what was issued last. Pure.
import type { ProposalView } from '../proposals/read.ts'
import type { Batch } from '../storage/batch-states.ts'
import type { ListedCredential } from '../storage/credential-pages.ts'
import type { ActorNames } from './actor-names.ts'
import { BatchRows } from './batch-list.tsx'
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'
import { CredentialRows } from './credential-rows.tsx'
import { ProposalRows } from './proposal-list.tsx'
import { ROLE_WORDS } from './words.ts'

interface HomeProps extends SignedIn {
  /** The newest proposals that wait for a second person. */
  readonly waiting: readonly ProposalView[]
  /** Tables that do. */
  readonly tables: readonly Batch[]
  /** Of those who proposed and uploaded them. */
  readonly names: ActorNames
  readonly latest: readonly ListedCredential[]
}

export const ConsoleHome = ({ issuer, operator, waiting, tables, names, latest }: HomeProps) => (
  <ConsoleFrame title="Console" path="/console" issuer={issuer} operator={operator}>
    <h1>
      <bdi>{issuer.name}</bdi>
    </h1>
    <dl class="facts">
      <div>
        <dt>Signs as</dt>
        <dd>
          <code>{issuer.did}</code>
        </dd>
      </div>
      <div>
        <dt>You are</dt>
        <dd>
          <bdi>{operator.name}</bdi>, {ROLE_WORDS[operator.role]}
        </dd>
      </div>
    </dl>
    {waiting.length === 0 && tables.length === 0 ? null : (
      <section aria-labelledby="waiting-heading">
        <h2 id="waiting-heading">Waiting for a second person</h2>
        {tables.length === 0 ? null : <BatchRows batches={tables} names={names} />}
        {waiting.length === 0 ? null : (
          <>
            <ProposalRows proposals={waiting} names={names} />
            <p>
              <a href="/console/proposals">All proposals</a>
            </p>
          </>
        )}
      </section>
    )}
    <section aria-labelledby="latest-heading">
      <h2 id="latest-heading">Issued last</h2>
      {latest.length === 0 ? (
        <p>Nothing was issued yet.</p>
      ) : (
        <>
          <CredentialRows credentials={latest} />
          <p>
            <a href="/console/credentials">All credentials</a>
          </p>
        </>
      )}
    </section>
  </ConsoleFrame>
)
