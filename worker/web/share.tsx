// /s/{id} with a script: takes a look, decrypts and verifies here. The fragment is sent nowhere.
import { render } from 'preact'
import { parseShareLink } from '../../shared/share/share-link.ts'
import { LinkAdvice } from './sharing/advice.tsx'
import { SharedView } from './sharing/shared-view.tsx'

const place = document.querySelector('#share')
const link = parseShareLink(location.href)

if (place) {
  place.replaceChildren()
  render(typeof link === 'string' ? <LinkAdvice /> : <SharedView link={link} />, place)
}
