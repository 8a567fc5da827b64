// What marking a key as compromised would do, and the word that confirms it. Pure.
import type { SignedCount } from '../storage/signed-credentials.ts'
import type { SigningKey } from '../storage/signing-keys.ts'
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'
import { Field, FormErrors } from './field.tsx'
import type { CompromiseEntry } from './key-page.tsx'
import { keyPath } from './key-words.ts'
import { KEYS_PATH } from './keys-page.tsx'
import { Moment } from './moment.tsx'

interface CompromisePageProps extends SignedIn {
  readonly signingKey: SigningKey
  readonly entry: CompromiseEntry
  readonly sinceSeconds: number
  readonly count: SignedCount
  readonly isMadeHere: boolean
  /** Of what was typed to confirm it. */
  readonly error?: string
}

/** What has to be typed before a key is given up. */
export const CONFIRMATION_WORD = 'compromised'

export const CompromisePage = (props: CompromisePageProps) => {
  const { issuer, operator, signingKey, entry, sinceSeconds, count, isMadeHere, error } = props
  const path = keyPath(signingKey.kid)
  return (
    <ConsoleFrame title="Compromised key" path={KEYS_PATH} issuer={issuer} operator={operator}>
      <h1>Mark this key as compromised?</h1>
      <p>
        <code>{signingKey.kid}</code>, since <Moment seconds={sinceSeconds} />. Nothing has been
        changed yet. <strong>It cannot be taken back.</strong> From then on:
      </p>
      <ul>
        <li>
          What says that it was signed at that moment or later is <strong>rejected</strong> by
          everybody. {count.since} credentials were issued since.
        </li>
        <li>
          What says that it was signed before <strong>cannot be checked</strong> any more, as a
          thief can write any date. {count.before} credentials were issued before.
        </li>
        <li>Both have to be issued anew. Their list stays on the page of this key.</li>
        <li>It leaves your DID document, and requests for its signature are dropped.</li>
        <li>
          {isMadeHere
            ? 'Where it is the only active one, another key is made at once.'
            : 'Take it out of your DID document yourselves. Until another key is registered, nothing can be issued.'}
        </li>
      </ul>
      <form method="post" action={`${path}/compromise`}>
        <FormErrors
          errors={error === undefined ? [] : [{ name: 'confirmation', label: 'Confirmation' }]}
        />
        <input type="hidden" name="since" value={entry.since} />
        <input type="hidden" name="reason" value={entry.reason} />
        <Field name="confirmation" label={`Type “${CONFIRMATION_WORD}” to confirm`} error={error}>
          {(attributes) => <input {...attributes} autocomplete="off" autocapitalize="none" />}
        </Field>
        <div class="choices">
          <button type="submit">Mark it as compromised</button>
          <a href={path}>Do not mark it</a>
        </div>
      </form>
    </ConsoleFrame>
  )
}
