// Whom does the page say a credential belongs to? Uses the DOM.
import { isJsonCredential } from '../../shared/detect/index.ts'
import type { PersonClaim } from '../platform/message-types.ts'

const JSON_CHARS_LIMIT = 262_144
const ROW = 'tr,[role=row],li,article'
const HEADING = 'th[scope=row],[role=rowheader],h1,h2,h3,h4,h5,h6,[role=heading]'

type Fields = Readonly<Record<string, unknown>>

function itemsOf(text: string): readonly Fields[] {
  try {
    const value: unknown = text.length > JSON_CHARS_LIMIT ? null : JSON.parse(text)
    const tops = [value].flat().filter((item) => typeof item === 'object' && item !== null)
    return (tops as Fields[])
      .flatMap((item) => [item, item['@graph'], item.mainEntity].flat())
      .filter((item): item is Fields => typeof item === 'object' && item !== null)
  } catch {
    return []
  }
}

const isPerson = (item: Fields) => [item['@type']].flat().includes('Person')

/** The one person that the page's own structured data names, if it names exactly one. */
function personInJsonLd(): string | null {
  const scripts = document.querySelectorAll<HTMLScriptElement>(
    'script[type="application/ld+json" i]',
  )
  const names = new Set<string>()
  for (const { text } of scripts) {
    for (const item of itemsOf(text)) {
      const { name } = item
      if (typeof name === 'string' && isPerson(item) && !isJsonCredential(item))
        names.add(name.trim())
    }
  }
  const [name] = names
  return names.size === 1 && name ? name : null
}

/** The heading of the row, list item or article that the credential stands in. */
function headingOfRow(anchor: Node): string | null {
  const element = anchor.nodeType === Node.ELEMENT_NODE ? (anchor as Element) : anchor.parentElement
  const heading = element?.closest(ROW)?.querySelector(HEADING)
  return heading?.textContent?.replace(/\s+/g, ' ').trim() || null
}

/** The name that the page puts beside a credential. Whether it is a person's at all is judged by the background. */
export function personBeside(anchor: Node): PersonClaim | null {
  const declared = personInJsonLd()
  if (declared !== null) return { name: declared.slice(0, 200), from: 'json_ld' }
  const heading = headingOfRow(anchor)
  return heading === null ? null : { name: heading.slice(0, 200), from: 'heading' }
}
