// What may be asked of a DID resolution besides the DID: the representation, and parameters that are checked for their form. Pure.
import { parseDateTime } from '../../shared/encoding/time.ts'

/** What each media type of a request is answered with. */
const REPRESENTATIONS: ReadonlyMap<string, string> = new Map([
  ['application/did-resolution', 'application/did-resolution'],
  ['application/did', 'application/did'],
  ['application/did+json', 'application/did+json'],
  ['application/did+ld+json', 'application/did+ld+json'],
  ['*/*', 'application/did-resolution'],
  ['application/*', 'application/did-resolution'],
  ['application/json', 'application/did-resolution'],
])

/** The media type to answer with, undefined where we have none of those that are accepted. @see RFC 9110 §12.5.1 */
export function chooseRepresentation(accept: string | undefined): string | undefined {
  const wanted = (accept ?? '*/*').split(',').map((entry) => {
    const [type = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase())
    const weight = parameters.find((parameter) => parameter.startsWith('q='))
    return { type, weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0 }
  })
  const known = wanted.filter(({ type, weight }) => weight > 0 && REPRESENTATIONS.has(type))
  const [best] = known.toSorted((a, b) => b.weight - a.weight)
  return best && REPRESENTATIONS.get(best.type)
}

const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text)
/** UTC, whole seconds. @see DID Resolution §3 `versionTime` */
const isVersionTime = (text: string): boolean =>
  /^[^.]*Z$/.test(text) && parseDateTime(text) !== null
/** A relative reference has its reserved and foreign characters percent-encoded. @see RFC 3986 §2.1 */
const isRelativeRef = (text: string): boolean =>
  /^(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})*$/.test(text)

const FORMS: Readonly<Record<string, (text: string) => boolean>> = {
  versionTime: isVersionTime,
  relativeRef: isRelativeRef,
}

/** Whether every parameter is written as the standard wants it. None changes the answer: our documents have one version. */
export const areResolutionOptions = (parameters: URLSearchParams): boolean =>
  [...parameters].every(
    ([name, value]) => isAscii(value) && (!Object.hasOwn(FORMS, name) || FORMS[name]?.(value)),
  )
