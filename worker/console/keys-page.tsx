// `/console/keys`: the keys of the issuer, and how it gets another one. Pure.
import type { SigningKey } from '../storage/signing-keys.ts'
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'
import { KEY_STATE_WORDS, keyPath } from './key-words.ts'
import { Moment } from './moment.tsx'
import { Refusal, Told } from './notice.tsx'

export const KEYS_PATH = '/console/keys'
export const ROTATION_PATH = '/console/key-rotation'

/** Where the keys of an issuer are kept: `elsewhere` with the address of its DID document. */
export type KeyPlace = { readonly is: 'here' } | { readonly is: 'elsewhere'; documentUrl: string }

interface KeysPageProps extends SignedIn {
  readonly keys: readonly SigningKey[]
  readonly place: KeyPlace
  readonly mayRotate: boolean
  readonly mayRegister: boolean
  readonly notice?: string | undefined
}

const KeyRow = ({ kid, state, createdSeconds, compromisedSinceSeconds }: SigningKey) => (
  <li>
    <a href={keyPath(kid)}>
      <code>{kid}</code>
    </a>
    <span>
      <strong>{KEY_STATE_WORDS[state]}</strong>
      {compromisedSinceSeconds === undefined ? null : (
        <>
          {' since '}
          <Moment seconds={compromisedSinceSeconds} />
        </>
      )}
    </span>
    <span>
      Made <Moment seconds={createdSeconds} />
    </span>
  </li>
)

interface BrowserKeyProps {
  readonly issuer: SignedIn['issuer']
  readonly documentUrl: string
}

/** The script takes it from here. */
const BrowserKey = ({ issuer, documentUrl }: BrowserKeyProps) => (
  <section aria-labelledby="browser-key-heading">
    <h2 id="browser-key-heading">A key in this browser</h2>
    <p>
      You keep your keys to yourselves: this deployment only has the public halves. A key that is
      made here never leaves this browser, and nobody can copy it, you included.
    </p>
    <p class="advice">
      <strong>Who loses this browser loses the key.</strong> A cleared profile, another device or a
      private window does not have it. What it signed stays valid; to go on, make another key, put
      it into your DID document and retire the lost one. Where somebody else may have the device,
      mark the key as compromised.
    </p>
    <p>The newest active key is the one that is asked for signatures.</p>
    <div
      id="key-maker"
      data-slug={issuer.slug}
      data-did={issuer.did}
      data-document-url={documentUrl}
    />
    <noscript>
      <p class="advice">Keys are made by a script. Switch scripts on for this site.</p>
    </noscript>
  </section>
)

export const KeysPage = (props: KeysPageProps) => {
  const { issuer, operator, keys, place, mayRotate, mayRegister, notice } = props
  const isElsewhere = place.is === 'elsewhere'
  return (
    <ConsoleFrame
      title="Keys"
      path={KEYS_PATH}
      issuer={issuer}
      operator={operator}
      {...(isElsewhere && mayRegister && { script: 'keys.js' })}
    >
      <h1>Keys</h1>
      <Told>{notice}</Told>
      {isElsewhere && operator.role === 'approver' ? (
        <p>
          <a href="/console/signing">Sign what waits for a signature</a>
        </p>
      ) : null}
      {keys.length === 0 ? (
        <p>There is no key yet: nothing can be issued.</p>
      ) : (
        <ul class="rows">
          {keys.map((key) => (
            <KeyRow key={key.kid} {...key} />
          ))}
        </ul>
      )}
      {!isElsewhere && mayRotate ? (
        <p>
          <a href={ROTATION_PATH}>Make another key</a>
        </p>
      ) : null}
      {isElsewhere && mayRegister ? (
        <BrowserKey issuer={issuer} documentUrl={place.documentUrl} />
      ) : null}
    </ConsoleFrame>
  )
}

interface RotationPageProps extends SignedIn {
  readonly refusal?: string
}

export const RotationPage = ({ issuer, operator, refusal }: RotationPageProps) => (
  <ConsoleFrame title="Make another key" path={KEYS_PATH} issuer={issuer} operator={operator}>
    <h1>Make another key?</h1>
    <Refusal>{refusal}</Refusal>
    <p>
      The new key is published now, and signs after a day, once every verifier has a newer trust
      list. Until then the one that signs today goes on; retire it afterwards. What it signed keeps
      verifying. Nothing has been changed yet.
    </p>
    <form method="post" action={ROTATION_PATH}>
      <div class="choices">
        <button type="submit">Make another key</button>
        <a href={KEYS_PATH}>Leave it as it is</a>
      </div>
    </form>
  </ConsoleFrame>
)
