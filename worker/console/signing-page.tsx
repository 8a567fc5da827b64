// `/console/signing`: what waits for a signature; a script reads, shows and signs it. Pure.
import { ConsoleFrame, type SignedIn } from './console-frame.tsx'
import { KEYS_PATH } from './keys-page.tsx'

export const SigningPage = ({ issuer, operator }: SignedIn) => (
  <ConsoleFrame
    title="Sign"
    path={KEYS_PATH}
    issuer={issuer}
    operator={operator}
    script="signing.js"
  >
    <h1>Sign</h1>
    <p>
      What you see is read by this browser from the very bytes that your key signs. Nothing is
      issued before you sign it; after seven days a request is dropped.
    </p>
    <div id="signing-desk" data-slug={issuer.slug} data-did={issuer.did} />
    <noscript>
      <p class="advice">Signing needs scripts. Switch them on for this site, and load it again.</p>
    </noscript>
    <p>
      <a href={KEYS_PATH}>Keys</a>
    </p>
  </ConsoleFrame>
)
