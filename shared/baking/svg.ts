// Credentials in SVG images: an element of the Open Badges namespace. Pure; parses with saxes.
import { SaxesParser } from 'saxes'
import { CREDENTIAL_MAX_CHARS, SVG_MAX_DEPTH } from '../limits.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'

type Read<T> = Result<T, Problem<ReasonCodeOf<'format'>>>

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg'
const BADGE_NAMESPACE = 'https://purl.imsglobal.org/ob/v3p0'
/** Where Open Badges 2 put its assertions, which are no verifiable credentials. */
const OLD_NAMESPACE = 'http://openbadges.org'

interface Drawing {
  readonly credentials: readonly string[]
  readonly hasOldAssertion: boolean
  /** The offset just behind the opening tag of the root. */
  readonly contentStart: number
}

/** Thrown inside the parser, which has no other way to stop early; it never leaves this file. */
class Unreadable extends Error {}

/**
 * The credential that was baked into an SVG. Entities of the file's own are never expanded: a file that defines any is refused.
 *
 * Reasons: `format.encoding_malformed`, `format.unrecognized`, `format.too_large`, `format.envelope_unsupported`.
 * @see Open Badges 3.0 §5.3.2
 */
export function unbakeSvg(text: string): Read<string> {
  const drawing = readDrawing(text)
  if (!drawing) return err(problem('format.encoding_malformed', { path: 'svg' }))
  const [credential, ...others] = drawing.credentials
  if (others.length > 0) return err(problem('format.encoding_malformed', { path: 'credential' }))
  if (credential === undefined) {
    return drawing.hasOldAssertion
      ? err(problem('format.envelope_unsupported', { envelope: 'open_badges_2' }))
      : err(problem('format.unrecognized'))
  }
  return credential.length > CREDENTIAL_MAX_CHARS
    ? err(problem('format.too_large', { chars: credential.length, maxChars: CREDENTIAL_MAX_CHARS }))
    : ok(credential)
}

/** The drawing with this credential first in it. Throws where the text is no SVG, or holds a credential already. */
export function bakeSvg(svg: string, credential: string): string {
  const drawing = readDrawing(svg)
  if (!drawing || drawing.credentials.length > 0) throw new TypeError('The image is no plain SVG')
  const { contentStart } = drawing
  return `${svg.slice(0, contentStart)}${credentialElement(credential)}${svg.slice(contentStart)}`
}

/** A compact credential stands in an attribute, a JSON one in the body. */
function credentialElement(credential: string): string {
  const open = `<openbadges:credential xmlns:openbadges="${BADGE_NAMESPACE}"`
  if (!credential.startsWith('{')) return `${open} verify="${escapeAttribute(credential)}"/>`
  const body = credential.replaceAll(']]>', ']]]]><![CDATA[>')
  return `${open}><![CDATA[${body}]]></openbadges:credential>`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' }
const escapeAttribute = (text: string): string =>
  text.replace(/[&<"]/g, (char) => ENTITIES[char] ?? char)

function readDrawing(text: string): Drawing | null {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const credentials: string[] = []
  const open: boolean[] = []
  let body = ''
  let hasOldAssertion = false
  let contentStart = -1
  parser.on('error', (error) => {
    throw new Unreadable(error.name)
  })
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw new Unreadable('entities')
  })
  parser.on('opentag', ({ attributes, isSelfClosing, local, uri }) => {
    if (open.length === 0) {
      if (local !== 'svg' || uri !== SVG_NAMESPACE || isSelfClosing) throw new Unreadable('root')
      contentStart = parser.position
    }
    const isCredential = uri === BADGE_NAMESPACE && local === 'credential'
    if (open.push(isCredential) > SVG_MAX_DEPTH || open.slice(0, -1).includes(true)) {
      throw new Unreadable('depth')
    }
    if (uri === OLD_NAMESPACE) hasOldAssertion = true
    if (isCredential) body = attributes.verify?.value ?? ''
  })
  const addText = (more: string) => {
    if (open.at(-1)) body += more
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    if (open.pop()) credentials.push(body.trim())
  })
  try {
    parser.write(text).close()
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
  return { credentials, hasOldAssertion, contentStart }
}
