// Credentials that a page carries in script elements as data. Uses the DOM.
import { findCredentialTexts } from '../../shared/detect/index.ts'
import { elementsIn } from './elements.ts'
import { CREDENTIAL_TYPES } from './media-types.ts'
import type { Source } from './source.ts'

const TYPES = [...CREDENTIAL_TYPES, 'application/ld+json']

const SELECTOR = TYPES.map((type) => `script[type="${type}" i]`).join()

export const lookAtScripts: Source = (root, report) => {
  for (const anchor of elementsIn<HTMLScriptElement>(root, SELECTOR)) {
    for (const text of findCredentialTexts(anchor.text)) {
      report({ source: 'script', text, anchor, side: 'after' })
    }
  }
}
