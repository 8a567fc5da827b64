// `/me`: what a holder keeps and shares. All of it lives in this browser, so that only a script can show it. Pure.
import { Frame } from './frame.tsx'

export const MePage = () => (
  <Frame
    title="Your credentials"
    description="Keep your credentials in this browser, and share them by links that you control."
    path="/me"
    script="me.js"
  >
    <h1>Your credentials</h1>
    <p>
      They are kept in this browser, encrypted, and nowhere else. No account, no e-mail. You decide
      who sees what, for how long, and you read who looked.
    </p>
    <div id="me">
      <noscript>
        <p class="advice">
          Your credentials are kept and opened by a script in your browser. Switch scripts on for
          this site, and load the page again.
        </p>
      </noscript>
    </div>
  </Frame>
)
