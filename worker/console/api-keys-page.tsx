// `/console/api-keys`: keys for software, who of them is used, a new one, and the end of one. Pure.
import { OPERATOR_NAME_MAX_CHARS } from '../../shared/limits.ts'
import { API_SCOPES } from '../../shared/wire/operators.ts'
import type { NamedApiKey } from '../storage/api-keys.ts'
import { SCOPE_WORDS } from './api-key-words.ts'
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'
import { Field, FormErrors } from './field.tsx'
import { Moment } from './moment.tsx'
import { Told } from './notice.tsx'
import { Once } from './once.tsx'

const PATH = '/console/api-keys'

export interface ApiKeyEntry {
  readonly name: string
  readonly scopes: readonly string[]
}

interface ApiKeysPageProps extends SignedIn {
  readonly apiKeys: readonly NamedApiKey[]
  /** A new key, shown this once. */
  readonly made?: string
  readonly entry?: ApiKeyEntry
  readonly errors?: Readonly<Record<string, string>>
  readonly notice?: string | undefined
}

const LABELS: Readonly<Record<string, string>> = { name: 'Name', scopes: 'What it may do' }

const scopesInWords = ({ scopes }: NamedApiKey): string =>
  scopes.map((scope) => SCOPE_WORDS[scope][0]).join(', ')

const Scopes = ({ entry, error }: { entry: ApiKeyEntry; error: string | undefined }) => (
  <fieldset
    id="field-scopes"
    tabIndex={-1}
    {...(error !== undefined && { 'aria-describedby': 'field-scopes-error' })}
  >
    <legend>What it may do</legend>
    {API_SCOPES.map((scope) => (
      <label key={scope}>
        <input type="checkbox" name="scopes" value={scope} checked={entry.scopes.includes(scope)} />
        <strong>{SCOPE_WORDS[scope][0]}</strong>: {SCOPE_WORDS[scope][1]}
      </label>
    ))}
    {error === undefined ? null : (
      <small id="field-scopes-error" class="field-error">
        <strong>Not accepted:</strong> {error}
      </small>
    )}
  </fieldset>
)

interface MakeFormProps {
  readonly entry: ApiKeyEntry
  readonly errors: Readonly<Record<string, string>>
}

const MakeForm = ({ entry, errors }: MakeFormProps) => (
  <form method="post" action={PATH}>
    <FormErrors
      errors={Object.keys(errors).map((name) => ({ name, label: LABELS[name] ?? name }))}
    />
    <Field
      name="name"
      label="Name"
      error={errors.name}
      help="Which software it is for, such as “Student register”. Proposals and the audit log call it so."
    >
      {(attributes) => (
        <input
          {...attributes}
          value={entry.name}
          maxLength={OPERATOR_NAME_MAX_CHARS}
          autocomplete="off"
          dir="auto"
        />
      )}
    </Field>
    <Scopes entry={entry} error={errors.scopes} />
    <button type="submit">Make the key</button>
  </form>
)

const Rows = ({ apiKeys, operator }: Pick<ApiKeysPageProps, 'apiKeys' | 'operator'>) => (
  <ul class="rows">
    {apiKeys.map((key) => (
      <li key={key.keyHash}>
        <strong>
          <bdi>{key.name}</bdi>
        </strong>
        <span>{scopesInWords(key)}</span>
        <span>
          made <Moment seconds={key.createdSeconds} />,{' '}
          {key.usedSeconds === undefined ? (
            'never used'
          ) : (
            <>
              last used <Moment seconds={key.usedSeconds} />
            </>
          )}
        </span>
        {operator.role === 'admin' ? (
          <a href={`${PATH}/${key.keyHash}/revocation`}>
            Revoke <bdi>{key.name}</bdi>
          </a>
        ) : null}
      </li>
    ))}
  </ul>
)

export const ApiKeysPage = (props: ApiKeysPageProps) => {
  const { issuer, operator, apiKeys, made, notice } = props
  const { entry = { name: '', scopes: [] }, errors = {} } = props
  return (
    <ConsoleFrame title="API keys" path={PATH} issuer={issuer} operator={operator} script="copy.js">
      <h1>API keys</h1>
      <p>
        Software works here with a key: it does what its scopes say and nothing else. Under four
        eyes it only proposes.
      </p>
      <Told>{notice}</Told>
      {made === undefined ? null : (
        <Once id="api-key" text={made}>
          <strong>Put this key into your software now. It is shown this once</strong> and kept
          nowhere here:
        </Once>
      )}
      {apiKeys.length === 0 ? <p>No key is in use.</p> : null}
      <Rows apiKeys={apiKeys} operator={operator} />
      {operator.role === 'admin' ? (
        <section aria-labelledby="make-heading">
          <h2 id="make-heading">Make a key</h2>
          <MakeForm entry={entry} errors={errors} />
        </section>
      ) : null}
    </ConsoleFrame>
  )
}

interface RevocationPageProps extends SignedIn {
  readonly apiKey: NamedApiKey
}

export const ApiKeyRevocationPage = ({ apiKey, ...signedIn }: RevocationPageProps) => (
  <ConsoleFrame title="Revoke an API key" path={PATH} {...signedIn}>
    <h1>
      Revoke <bdi>{apiKey.name}</bdi>?
    </h1>
    <p>
      Software that uses it is refused from then on, at once and for good. What it did stays.{' '}
      {apiKey.usedSeconds === undefined ? (
        'It was never used.'
      ) : (
        <>
          It was last used <Moment seconds={apiKey.usedSeconds} />.
        </>
      )}{' '}
      Nothing has been changed yet.
    </p>
    <form method="post" action={`${PATH}/${apiKey.keyHash}/revocation`}>
      <div class="choices">
        <button type="submit">Revoke it</button>
        <a href={PATH}>Do not revoke it</a>
      </div>
    </form>
  </ConsoleFrame>
)
