// The frame around the pages of the deployment's administrator, and the page that asks for the key. Pure.
import type { ComponentChildren } from 'preact'
import { Frame } from '../pages/frame.tsx'
import { Field } from './field.tsx'
import { Refusal } from './notice.tsx'

export const ADMINISTRATION = '/console/administration'

interface AdministrationFrameProps {
  readonly title: string
  readonly children: ComponentChildren
}

export const AdministrationFrame = ({ title, children }: AdministrationFrameProps) => (
  <Frame
    title={title}
    description="For the administrator of this deployment."
    path="/console"
    script="copy.js"
  >
    <div class="console-bar">
      <span>Administrator of this deployment, for a quarter of an hour</span>
      <form method="post" action={`${ADMINISTRATION}/sign-out`}>
        <button type="submit" class="secondary outline">
          Sign out
        </button>
      </form>
    </div>
    <div class="console">{children}</div>
  </Frame>
)

export const AdministratorKeyPage = ({ refusal }: { readonly refusal?: string }) => (
  <Frame
    title="Administration"
    description="For the administrator of this deployment."
    path="/console"
  >
    <div class="console">
      <h1>Administration</h1>
      <Refusal>{refusal}</Refusal>
      <p>
        For whoever runs this deployment: found issuers and invite their first operators. Issuers’
        own operators <a href="/console/sign-in">sign in with a passkey</a> instead.
      </p>
      <form method="post" action={`${ADMINISTRATION}/session`}>
        <Field
          name="key"
          label="Administrator’s key"
          help="Compared with its hash, never stored. Look at the address of this page first. What you open ends after a quarter of an hour."
        >
          {(attributes) => (
            <input {...attributes} type="password" autocomplete="off" spellcheck={false} />
          )}
        </Field>
        <button type="submit">Continue</button>
      </form>
    </div>
  </Frame>
)
