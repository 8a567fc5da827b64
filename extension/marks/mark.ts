// Draws one mark: a random element with a closed root and one button in it. Uses the DOM.
import type { MarkLook } from '../platform/message-types.ts'
import type { Find } from '../sources/source.ts'
import { GLYPHS } from './glyphs.ts'
import { MARK_STYLE } from './style.ts'

const SVG = 'http://www.w3.org/2000/svg'

export interface Mark {
  readonly show: (look: MarkLook) => void
  /** Puts the mark where it belongs. */
  readonly place: () => void
  /** Whether it still stands beside its credential. */
  readonly isInPlace: () => boolean
  readonly remove: () => void
}

/** A new element name for each page, so that no style sheet can be written against it in advance. */
export function randomTag(): string {
  const letters = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) =>
    String.fromCharCode(97 + (byte % 26)),
  )
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`
}

/** @param open - called when a person, not a script, activates the mark */
export function createMark(tag: string, { anchor, side }: Find, open: () => void): Mark {
  const host = document.createElement(tag)
  const root = host.attachShadow({ mode: 'closed' })
  const style = document.createElement('style')
  style.textContent = MARK_STYLE
  const button = document.createElement('button')
  button.type = 'button'
  button.dataset.side = side
  const image = document.createElementNS(SVG, 'svg')
  image.setAttribute('viewBox', '0 0 16 16')
  image.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('fill-rule', 'evenodd')
  image.append(path)
  button.append(image)
  root.append(style, button)
  button.addEventListener('click', (event) => {
    event.preventDefault()
    event.stopPropagation()
    if (event.isTrusted) open()
  })

  /** The nearest neighbour on the credential's side that is not a mark of ours. */
  const neighbour = () => {
    let node: Node | null = host
    do node = side === 'before' ? node.nextSibling : node.previousSibling
    while (node?.nodeName.toLowerCase() === tag)
    return node
  }

  return {
    show: ({ glyph, label, lang, tone }) => {
      path.setAttribute('d', GLYPHS[glyph])
      button.dataset.glyph = glyph
      button.dataset.tone = tone
      button.lang = lang
      button.setAttribute('aria-label', label)
      button.title = label
    },
    place: () => {
      // A script in the head has no place to be seen; the panel lists it all the same.
      if (anchor.parentNode !== null && !document.head?.contains(anchor)) anchor[side](host)
    },
    isInPlace: () => neighbour() === anchor || document.head?.contains(anchor) === true,
    remove: () => host.remove(),
  }
}
