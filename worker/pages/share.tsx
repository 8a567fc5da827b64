// `/s/{id}`: what somebody shared. The key is behind the `#`, so that only the script can show it; the page says so. Pure.
import { Frame } from './frame.tsx'

export const SharePage = () => (
  <Frame
    title="Shared with you"
    description="Credentials that their holder shared by a link."
    path="/s"
    script="share.js"
  >
    <h1>Shared with you</h1>
    <p class="share-caution">
      This link shows what was shared. It does not prove who is holding it: compare the name with
      the person before you.
    </p>
    <div id="share">
      <noscript>
        <p class="advice">
          What was shared is encrypted, and opened by a script in your browser. Switch scripts on
          for this site, and load the page again.
        </p>
      </noscript>
    </div>
  </Frame>
)
