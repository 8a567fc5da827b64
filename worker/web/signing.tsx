// /console/signing with a script: what waits is read, shown and signed in this browser. Uses Preact.
import { render } from 'preact'
import { SigningDesk } from './signing/signing-desk.tsx'

const place = document.querySelector<HTMLElement>('#signing-desk')
const { slug, did } = place?.dataset ?? {}
if (place && slug && did) render(<SigningDesk slug={slug} did={did} />, place)
