// Links to credential files of the page's own origin. Uses the DOM and the page's own network rights.
import { findCredentialTexts } from '../../shared/detect/index.ts'
import { addressOnPage, createLookAtFiles } from './file.ts'
import { CREDENTIAL_TYPES } from './media-types.ts'
import type { Source } from './source.ts'

/** The address of a link to a credential file of this origin, or null. */
function credentialAddress(link: HTMLAnchorElement): string | null {
  const url = addressOnPage(link.getAttribute('href') ?? '')
  if (url?.origin !== location.origin) return null
  const isNamed = /\.(jwt|vc)$/i.test(url.pathname)
  const isTyped =
    /\.json$/i.test(url.pathname) && CREDENTIAL_TYPES.includes(link.type.toLowerCase())
  return isNamed || isTyped ? url.href : null
}

/** Opens the credential files that a page links to. */
export const createLookAtLinks = (): Source =>
  createLookAtFiles({
    source: 'link',
    selector: 'a[href]',
    addressOf: credentialAddress,
    read: async (file) => findCredentialTexts(await file.text()),
  })
