// `/console`: for whom one works here, and what was issued last. Pure.
import type { ListedCredential } from '../storage/credential-pages.ts'
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'
import { CredentialRows } from './credential-rows.tsx'
import { ROLE_WORDS } from './words.ts'

interface HomeProps extends SignedIn {
  readonly latest: readonly ListedCredential[]
}

export const ConsoleHome = ({ issuer, operator, latest }: HomeProps) => (
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
