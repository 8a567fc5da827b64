// `/console/keys/{kid}`: one key, what it signed, and the ways to end it. Pure.
import type { ComponentProps } from 'preact'
import type { SignedCredentialRow } from '../storage/signed-credentials.ts'
import type { SigningKey } from '../storage/signing-keys.ts'
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'
import { Field, FormErrors } from './field.tsx'
import { KEY_STATE_WORDS, keyPath } from './key-words.ts'
import { KEYS_PATH } from './keys-page.tsx'
import { Moment } from './moment.tsx'
import { Refusal, Told } from './notice.tsx'
import { ReissueSection } from './reissue-section.tsx'
import { kindInWords } from './words.ts'

/** As it was typed. */
export interface CompromiseEntry {
  readonly since: string
  readonly reason: string
}

export interface KeyPageProps extends SignedIn {
  readonly signingKey: SigningKey
  readonly signed: readonly SignedCredentialRow[]
  readonly next: string | undefined
  readonly mayEnd: boolean
  /** What is left to be issued anew, where the key is compromised. */
  readonly reissue?: ComponentProps<typeof ReissueSection> | undefined
  readonly entry?: CompromiseEntry
  readonly errors?: Readonly<Record<string, string>>
  readonly refusal?: string
  readonly notice?: string | undefined
}

const LABELS: Readonly<Record<string, string>> = {
  since: 'Since when (UTC)',
  reason: 'What happened',
}

const EndForms = ({
  signingKey,
  entry,
  errors,
}: Required<Pick<KeyPageProps, 'signingKey' | 'entry' | 'errors'>>) => {
  const path = keyPath(signingKey.kid)
  return (
    <>
      {signingKey.state === 'active' ? (
        <section aria-labelledby="retire-heading">
          <h2 id="retire-heading">Retire it</h2>
          <p>
            It signs no more. It stays published, and what it signed keeps verifying. It cannot be
            taken back.
          </p>
          <form method="post" action={`${path}/retirement`}>
            <button type="submit" class="secondary">
              Retire this key
            </button>
          </form>
        </section>
      ) : null}
      <section aria-labelledby="compromise-heading">
        <h2 id="compromise-heading">Somebody else may have it</h2>
        <form method="post" action={`${path}/compromise`}>
          <FormErrors
            errors={Object.keys(errors).map((name) => ({ name, label: LABELS[name] ?? name }))}
          />
          <Field
            name="since"
            label="Since when (UTC)"
            error={errors.since}
            help="The earliest moment at which somebody else may have signed with it."
          >
            {(attributes) => (
              <input {...attributes} type="datetime-local" step="1" value={entry.since} />
            )}
          </Field>
          <Field
            name="reason"
            label="What happened"
            error={errors.reason}
            help="Kept sealed, for your auditors."
          >
            {(attributes) => (
              <textarea {...attributes} rows={2} maxLength={500}>
                {entry.reason}
              </textarea>
            )}
          </Field>
          <button type="submit" class="secondary">
            See what marking it as compromised would do
          </button>
        </form>
      </section>
    </>
  )
}

export const KeyPage = (props: KeyPageProps) => {
  const { issuer, operator, signingKey, signed, next, mayEnd, reissue, refusal, notice } = props
  const { entry = { since: '', reason: '' }, errors = {} } = props
  const { kid, state, createdSeconds, compromisedSinceSeconds } = signingKey
  return (
    <ConsoleFrame title="Key" path={KEYS_PATH} issuer={issuer} operator={operator}>
      <h1>Key</h1>
      <Told>{notice}</Told>
      <Refusal>{refusal}</Refusal>
      <dl class="facts">
        <div>
          <dt>Name</dt>
          <dd>
            <code>{kid}</code>
          </dd>
        </div>
        <div>
          <dt>State</dt>
          <dd>
            {KEY_STATE_WORDS[state]}
            {compromisedSinceSeconds === undefined ? null : (
              <>
                {' since '}
                <Moment seconds={compromisedSinceSeconds} />
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>Made</dt>
          <dd>
            <Moment seconds={createdSeconds} />
          </dd>
        </div>
      </dl>
      <section aria-labelledby="signed-heading">
        <h2 id="signed-heading">What it signed</h2>
        {signed.length === 0 ? <p>Nothing that is listed here.</p> : null}
        <ul class="rows">
          {signed.map(({ id, kind, issuedAt }) => (
            <li key={id}>
              <a href={`/console/credentials/${id}`}>{kindInWords(kind)}</a>
              <code>{id}</code>
              <Moment seconds={issuedAt} />
            </li>
          ))}
        </ul>
        {next === undefined ? null : (
          <p>
            <a href={`${keyPath(kid)}?after=${next}`}>Next page</a>
          </p>
        )}
      </section>
      {reissue ? <ReissueSection {...reissue} /> : null}
      {mayEnd ? <EndForms signingKey={signingKey} entry={entry} errors={errors} /> : null}
    </ConsoleFrame>
  )
}
