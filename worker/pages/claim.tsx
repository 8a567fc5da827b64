// `/claim`: what waits behind a link, and two ways to fetch it: into a wallet, or into this browser. The code stands in the fragment,
// which only the script reads. Pure.
import { CLAIM_CODE_CHARS } from '../../shared/limits.ts'
import { Frame } from './frame.tsx'

const Waiting = () => (
  <section id="claim-offer" aria-labelledby="claim-title" hidden>
    <h2 id="claim-title">
      <span data-slot="title">A credential</span>
    </h2>
    <dl class="facts">
      <div>
        <dt>From</dt>
        <dd>
          <strong>
            <bdi data-slot="issuer" />
          </strong>
        </dd>
      </div>
      <div>
        <dt>Good until</dt>
        <dd data-slot="expires" />
      </div>
    </dl>
    <form id="claim-form">
      <div id="claim-code-field" hidden>
        <label for="claim-code">Transaction code</label>
        <input
          id="claim-code"
          name="code"
          inputMode="numeric"
          pattern={`[0-9]{${CLAIM_CODE_CHARS}}`}
          maxLength={CLAIM_CODE_CHARS}
          autocomplete="one-time-code"
          spellcheck={false}
          aria-describedby="claim-code-help"
        />
        <small id="claim-code-help">
          {CLAIM_CODE_CHARS} digits that the issuer sent you by another way than the link. After
          five wrong ones the link is locked.
        </small>
      </div>
      <button type="submit">Receive it in this browser</button>
    </form>
    <h3>Or in a wallet</h3>
    <p>Any wallet that speaks OpenID4VCI takes it. It will ask you for the transaction code.</p>
    <p>
      <a id="claim-wallet" href="/claim">
        Open a wallet on this device
      </a>
    </p>
    <button id="claim-qr" type="button" class="secondary">
      Show a QR code for another device
    </button>
    <figure id="claim-qr-figure" hidden>
      <svg id="claim-qr-code" class="qr" role="img" aria-label="QR code of the offer" />
      <figcaption>It works once, within five minutes.</figcaption>
    </figure>
  </section>
)

export const ClaimPage = () => (
  <Frame
    title="Claim a credential"
    description="Fetch a credential that an issuer has ready for you."
    path="/claim"
    script="claim.js"
  >
    <h1>Claim a credential</h1>
    <div role="status">
      <p id="claim-received" hidden>
        It is in this browser now, in several copies, so that two readers who compare theirs cannot
        tell that they saw the same person. <a href="/me">See and share it</a>.
      </p>
    </div>
    <p id="claim-advice" role="alert" class="advice" hidden />
    <noscript>
      <p class="advice">
        Your keys are made in this browser, by a script. Switch scripts on for this site and load it
        again, or open the link on another device.
      </p>
    </noscript>
    <Waiting />
    <p>
      <small>
        You need no account. The issuer learns that you fetched it, and never whom you show it to.
      </small>
    </p>
  </Frame>
)
