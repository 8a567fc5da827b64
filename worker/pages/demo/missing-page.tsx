// What the demo portal says about an address it does not know. Pure.
import { PortalFrame } from './portal-frame.tsx'

export const MissingPage = () => (
  <PortalFrame title="Not found" isList={false}>
    <h1>There is nobody at this address</h1>
    <p class="lead">
      The application may have been withdrawn. <a href="/demo">See all candidates</a>
    </p>
  </PortalFrame>
)
