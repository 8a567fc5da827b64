// `/console/credentials/{id}`: one credential, its state, and the form that changes it. Pure.
import type { CredentialState } from '../../shared/status/state-table.ts'
import type { ListedCredential } from '../storage/credential-pages.ts'
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'
import { Moment } from './moment.tsx'
import { RevocationStep, type StatusEntry, StatusForm } from './status-form.tsx'
import { kindInWords, STATE_WORDS } from './words.ts'

export interface CredentialPageProps extends SignedIn {
  readonly credential: ListedCredential
  /** What it can be changed to, by its lists; none for those who only read. */
  readonly states: readonly CredentialState[]
  readonly entry?: StatusEntry
  readonly errors?: Readonly<Record<string, string>>
  /** A revocation that waits for a second word. */
  readonly toConfirm?: { readonly state: CredentialState; readonly reason: string }
  /** What was just done. */
  readonly notice?: string | undefined
  /** Why it was not done. */
  readonly refusal?: string | undefined
}

export const CredentialPage = (props: CredentialPageProps) => {
  const { issuer, operator, credential, states, notice, refusal } = props
  const { entry = { state: undefined, reason: '' }, errors = {}, toConfirm } = props
  return (
    <ConsoleFrame
      title={kindInWords(credential.kind)}
      path="/console/credentials"
      issuer={issuer}
      operator={operator}
    >
      <h1>{kindInWords(credential.kind)}</h1>
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
      <dl class="facts">
        <div>
          <dt>State</dt>
          <dd>
            <strong>{STATE_WORDS[credential.state]}</strong>
          </dd>
        </div>
        <div>
          <dt>Issued</dt>
          <dd>
            <Moment seconds={credential.issuedAt} />, as {credential.format}
          </dd>
        </div>
        <div>
          <dt>Identifier</dt>
          <dd>
            <code>urn:uuid:{credential.id}</code>
          </dd>
        </div>
      </dl>
      {states.length === 0 ? null : (
        <section aria-labelledby="status-heading">
          <h2 id="status-heading">Change its state</h2>
          {toConfirm === undefined ? (
            <StatusForm id={credential.id} states={states} entry={entry} errors={errors} />
          ) : (
            <RevocationStep id={credential.id} entry={toConfirm} />
          )}
        </section>
      )}
      {credential.state === 'revoked' ? (
        <p>A revocation is final. Whoever has the right again needs a new credential.</p>
      ) : null}
    </ConsoleFrame>
  )
}
