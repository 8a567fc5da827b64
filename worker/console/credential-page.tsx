// `/console/credentials/{id}`: one credential, its state with schedule and history, and the forms that change it. Pure.
import type { ComponentChildren } from 'preact'
import type { CredentialState } from '../../shared/status/state-table.ts'
import type { StatusRecord } from '../issuing/read-status.ts'
import type { Claim } from '../storage/claims.ts'
import type { ListedCredential } from '../storage/credential-pages.ts'
import type { ActorNames } from './actor-names.ts'
import { ClaimFact } from './claim-fact.tsx'
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'
import { Moment } from './moment.tsx'
import { Refusal, Told } from './notice.tsx'
import { OverrideForm, type OverrideProps } from './override-form.tsx'
import { StatusForm } from './status-form.tsx'
import { StatusChanges } from './status-history.tsx'
import { NO_ENTRY, type StatusEntry, type StatusErrors } from './status-order.ts'
import { kindInWords, STATE_WORDS } from './words.ts'

export interface CredentialPageProps extends SignedIn {
  readonly credential: ListedCredential
  readonly status: Pick<StatusRecord, 'scheduled' | 'history'>
  /** Its newest claim link; undefined where it was handed out whole. */
  readonly claim: Claim | undefined
  /** Of those who changed it. */
  readonly names: ActorNames
  /** What it can be changed to, by its lists; none for those who only read. */
  readonly states: readonly CredentialState[]
  /** Whether the reader may change it. */
  readonly mayWrite: boolean
  /** Present where the reader may suspend it at once although four eyes are asked for. */
  readonly override?: Omit<OverrideProps, 'id'> | undefined
  readonly entry?: StatusEntry
  readonly errors?: StatusErrors
  /** What waits for a second word: it stands in the place of the forms. */
  readonly step?: ComponentChildren
  /** What was just done. */
  readonly notice?: string | undefined
  /** Why it was not done. */
  readonly refusal?: string | undefined
}

const Facts = ({ credential: { state, issuedAt, format, id }, claim }: CredentialPageProps) => (
  <dl class="facts">
    <div>
      <dt>State</dt>
      <dd>
        <strong>{STATE_WORDS[state]}</strong>
      </dd>
    </div>
    <div>
      <dt>Issued</dt>
      <dd>
        <Moment seconds={issuedAt} />, as {format}
      </dd>
    </div>
    <div>
      <dt>Identifier</dt>
      <dd>
        <code>urn:uuid:{id}</code>
      </dd>
    </div>
    <ClaimFact claim={claim} />
  </dl>
)

const Scheduled = ({ status, names, mayWrite, credential, step }: CredentialPageProps) =>
  status.scheduled.length === 0 ? null : (
    <section aria-labelledby="scheduled-heading">
      <h2 id="scheduled-heading">To come</h2>
      <StatusChanges
        changes={status.scheduled}
        names={names}
        cancelIn={mayWrite && step === undefined ? credential.id : undefined}
      />
    </section>
  )

const History = ({ status, names }: CredentialPageProps) => (
  <section aria-labelledby="history-heading">
    <h2 id="history-heading">History</h2>
    {status.history.length === 0 ? (
      <p>Its state was never changed.</p>
    ) : (
      <StatusChanges changes={status.history.toReversed()} names={names} />
    )}
  </section>
)

const Forms = (props: CredentialPageProps) => {
  const { credential, states, step, override, entry = NO_ENTRY, errors = {} } = props
  if (step !== undefined) return step
  if (states.length === 0) return null
  return (
    <>
      <section aria-labelledby="status-heading">
        <h2 id="status-heading">Change its state</h2>
        <StatusForm id={credential.id} states={states} entry={entry} errors={errors} />
      </section>
      {override === undefined ? null : <OverrideForm id={credential.id} {...override} />}
    </>
  )
}

export const CredentialPage = (props: CredentialPageProps) => {
  const { issuer, operator, credential, notice, refusal } = props
  const title = kindInWords(credential.kind)
  return (
    <ConsoleFrame title={title} path="/console/credentials" issuer={issuer} operator={operator}>
      <h1>{title}</h1>
      <Told>{notice}</Told>
      <Refusal>{refusal}</Refusal>
      <Facts {...props} />
      {credential.state === 'revoked' ? (
        <p>A revocation is final. Whoever has the right again needs a new credential.</p>
      ) : null}
      <Scheduled {...props} />
      <Forms {...props} />
      <History {...props} />
    </ConsoleFrame>
  )
}
