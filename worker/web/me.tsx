// /me with a script: a holder's credentials and shares, kept in this browser.
import { render } from 'preact'
import { MeView } from './holder/me-view.tsx'

const place = document.querySelector('#me')
if (place) {
  place.replaceChildren()
  render(<MeView />, place)
}
