// `/console/sign-in` and `/console/join`: passkeys need a script, and the pages say so. Pure.
import type { ComponentChildren } from 'preact'
import { Frame } from './frame.tsx'

/** What each role may do, as people are told who are invited to it. */
const ROLES = {
  proposer: 'propose credentials and changes of status',
  approver: 'approve what others propose',
  auditor: 'read everything and change nothing',
  admin: 'invite operators, make API keys and set the rules',
} as const

interface PasskeyPageProps {
  readonly title: string
  readonly children: ComponentChildren
}

const PasskeyPage = ({ title, children }: PasskeyPageProps) => (
  <Frame
    title={title}
    description="Operators of issuers sign in with a passkey."
    path="/console"
    script="passkey.js"
  >
    <h1>{title}</h1>
    {children}
  </Frame>
)

interface PasskeyFormProps {
  readonly flow: 'join' | 'sign-in' | 'add'
  readonly label: string
  readonly next: string
  /** Fields before the button. */
  readonly children?: ComponentChildren
}

/** The script takes it from here; the form itself sends nothing. */
export const PasskeyForm = ({ flow, label, next, children }: PasskeyFormProps) => (
  <>
    <form id="passkey-form" data-flow={flow} data-next={next} hidden>
      {children}
      <button type="submit">{label}</button>
    </form>
    <p id="passkey-advice" role="alert" class="advice" hidden />
    <noscript>
      <p class="advice">Passkeys need scripts. Switch them on for this site, and load it again.</p>
    </noscript>
  </>
)

export const SignInPage = ({ next }: { readonly next: string }) => (
  <PasskeyPage title="Sign in">
    <p>For those who work for a university or a licensing board. Your passkey knows you.</p>
    <PasskeyForm flow="sign-in" label="Sign in with a passkey" next={next} />
    <p>
      <small>
        You have none yet? An administrator of your organisation sends you a link. A lost passkey is
        replaced in the same way. You run this deployment?{' '}
        <a href="/console/administration">Found issuers and invite their admins</a>.
      </small>
    </p>
  </PasskeyPage>
)

/** Whom the link is for stands in its fragment, which only the script reads. */
export const JoinPage = ({ next }: { readonly next: string }) => (
  <PasskeyPage title="Join your organisation">
    <p id="invitation" hidden>
      <strong data-slot="issuer" /> invites you as <strong data-slot="name" />, role{' '}
      <span data-slot="role" />:{' '}
      {Object.entries(ROLES).map(([role, words]) => (
        <span key={role} data-role={role} hidden>
          you may {words}.
        </span>
      ))}{' '}
      Your device makes a passkey for you, and asks for your fingerprint, face or PIN. None of these
      leave it.
    </p>
    <PasskeyForm flow="join" label="Make a passkey and join" next={next} />
    <p>
      <small>
        You have joined already? <a href="/console/sign-in">Sign in</a>.
      </small>
    </p>
  </PasskeyPage>
)
