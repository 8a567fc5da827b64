// /console/keys with a script: a key is made in this browser, which never gives it away. Uses Preact.
import { render } from 'preact'
import { KeyMaker } from './signing/key-maker.tsx'

const place = document.querySelector<HTMLElement>('#key-maker')
const { slug, did, documentUrl } = place?.dataset ?? {}
if (place && slug && did && documentUrl) {
  render(<KeyMaker slug={slug} did={did} documentUrl={documentUrl} />, place)
}
