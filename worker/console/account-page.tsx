// `/console/account`: the passkeys of whoever is signed in. Adding one needs a script, and the page says so. Pure.
import { OPERATOR_NAME_MAX_CHARS } from '../../shared/limits.ts'
import { PasskeyForm } from '../pages/sign-in.tsx'
import type { ListedPasskey } from '../storage/passkeys.ts'
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'
import { Field } from './field.tsx'
import { Moment } from './moment.tsx'
import { Refusal, Told } from './notice.tsx'
import { ROLE_WORDS } from './words.ts'

const PATH = '/console/account'

interface AccountPageProps extends SignedIn {
  readonly passkeys: readonly ListedPasskey[]
  readonly notice?: string | undefined
}

const Used = ({ usedSeconds }: ListedPasskey) =>
  usedSeconds === undefined ? (
    'not used since'
  ) : (
    <>
      last used <Moment seconds={usedSeconds} />
    </>
  )

export const AccountPage = ({ issuer, operator, passkeys, notice }: AccountPageProps) => (
  <ConsoleFrame
    title="Your passkeys"
    path={PATH}
    issuer={issuer}
    operator={operator}
    script="passkey.js"
  >
    <h1>Your passkeys</h1>
    <Told>{notice}</Told>
    <p>
      You are <bdi>{operator.name}</bdi>, {ROLE_WORDS[operator.role]}. With a passkey on a second
      device you can still sign in when you lose the first.
    </p>
    <ul class="rows">
      {passkeys.map((passkey) => (
        <li key={passkey.credentialId}>
          <strong>
            <bdi>{passkey.name}</bdi>
          </strong>
          <span>
            made <Moment seconds={passkey.createdSeconds} />, <Used {...passkey} />
          </span>
          {passkeys.length > 1 ? (
            <a href={`${PATH}/passkeys/${passkey.credentialId}/removal`}>
              Remove <bdi>{passkey.name}</bdi>
            </a>
          ) : (
            <span>Your only one: it stays.</span>
          )}
        </li>
      ))}
    </ul>
    <section aria-labelledby="add-heading">
      <h2 id="add-heading">Add a passkey</h2>
      <p>
        First a passkey that you have proves that it is you. Then choose the other device: a
        telephone, a security key.
      </p>
      <PasskeyForm flow="add" label="Add a passkey" next={`${PATH}?done=added`}>
        <Field name="name" label="Name" help="Such as “Telephone” or “Key in the safe”.">
          {(attributes) => (
            <input
              {...attributes}
              maxLength={OPERATOR_NAME_MAX_CHARS}
              autocomplete="off"
              dir="auto"
            />
          )}
        </Field>
      </PasskeyForm>
    </section>
  </ConsoleFrame>
)

interface RemovalProps extends SignedIn {
  readonly passkey: ListedPasskey
  readonly refusal?: string
}

export const PasskeyRemovalPage = ({ passkey, refusal, ...signedIn }: RemovalProps) => (
  <ConsoleFrame title="Remove a passkey" path={PATH} {...signedIn}>
    <h1>
      Remove <bdi>{passkey.name}</bdi>?
    </h1>
    <Refusal>{refusal}</Refusal>
    <p>
      Nobody signs in with it any more, and wherever else you are signed in you are signed out. Here
      you stay. Nothing has been changed yet.
    </p>
    <form method="post" action={`${PATH}/passkeys/${passkey.credentialId}/removal`}>
      <div class="choices">
        <button type="submit">Remove it</button>
        <a href={PATH}>Do not remove it</a>
      </div>
    </form>
  </ConsoleFrame>
)
