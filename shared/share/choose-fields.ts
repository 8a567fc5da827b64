// What a holder can show or keep back of an SD-JWT VC, and the presentation of what was chosen. Pure.
import { isJsonObject, type JsonObject } from '../encoding/json.ts'
import { CREDENTIAL_MAX_CHARS, JSON_MAX_DEPTH } from '../limits.ts'
import { decodeCompactJws } from '../parse/compact-jws.ts'
import { type Digest, digestOf } from '../parse/sd-jwt/digest.ts'
import { type Disclosure, readDisclosure } from '../parse/sd-jwt/disclosure.ts'

export interface Field {
  /** As it stands in the credential: it names the field. */
  readonly disclosure: string
  /** Names of the objects that it is in and its own; elements of an array have the name of the array. */
  readonly path: readonly string[]
  readonly value: unknown
  /** The field that it is a part of: whoever shows the part shows that there is a whole. */
  readonly inside?: string
}

interface Walk {
  readonly known: ReadonlyMap<string, { readonly text: string; readonly read: Disclosure }>
  readonly fields: Field[]
}

interface Place {
  readonly path: readonly string[]
  readonly inside: string | undefined
  readonly depth: number
}

/** The fields that can be kept back, in the order of the credential; none where it is no SD-JWT or cannot be read. */
export function listFields(credential: string): readonly Field[] {
  const [jwt = '', ...rest] = credential.split('~')
  const jws = decodeCompactJws(jwt, { maxChars: CREDENTIAL_MAX_CHARS })
  if (!jws.ok) return []
  const { payload } = jws.value
  const digest = digestOf(payload._sd_alg)
  if (!digest) return []
  const walk: Walk = { known: readAll(rest.slice(0, -1), digest), fields: [] }
  visit(payload, { path: [], inside: undefined, depth: 0 }, walk)
  return walk.fields
}

function readAll(texts: readonly string[], digest: Digest): Walk['known'] {
  return new Map(
    texts.flatMap((text) => {
      const read = readDisclosure(text)
      return read ? [[digest(text), { text, read }] as const] : []
    }),
  )
}

function visit(value: unknown, place: Place, walk: Walk): void {
  if (place.depth > JSON_MAX_DEPTH) return
  const depth = place.depth + 1
  if (Array.isArray(value)) {
    for (const element of value) {
      if (isJsonObject(element) && Object.hasOwn(element, '...')) {
        add(element['...'], { ...place, depth }, walk)
      } else visit(element, { ...place, depth }, walk)
    }
    return
  }
  if (!isJsonObject(value)) return
  for (const [name, member] of Object.entries(value)) {
    if (name !== '_sd') visit(member, { ...place, path: [...place.path, name], depth }, walk)
  }
  for (const digest of digestsOf(value)) add(digest, { ...place, depth }, walk)
}

const digestsOf = ({ _sd }: JsonObject): readonly unknown[] => (Array.isArray(_sd) ? _sd : [])

function add(digest: unknown, { depth, inside, path }: Place, walk: Walk): void {
  const found = typeof digest === 'string' ? walk.known.get(digest) : undefined
  if (!found || walk.fields.some(({ disclosure }) => disclosure === found.text)) return
  const { name, value } = found.read
  const at = name === undefined ? path : [...path, name]
  walk.fields.push({
    disclosure: found.text,
    path: at,
    value,
    ...(inside !== undefined && { inside }),
  })
  visit(value, { path: at, inside: found.text, depth }, walk)
}

/**
 * The credential with the chosen fields, and whatever they are a part of, and no other; a proof of possession that it had is dropped.
 *
 * @param chosen - `disclosure` of each
 */
export function showFields(credential: string, chosen: ReadonlySet<string>): string {
  const fields = listFields(credential)
  const byText = new Map(fields.map((field) => [field.disclosure, field]))
  const shown = new Set<string>()
  for (const text of chosen) {
    for (let field = byText.get(text); field; field = byText.get(field.inside ?? '')) {
      shown.add(field.disclosure)
    }
  }
  const [jwt = '', ...rest] = credential.split('~')
  return [jwt, ...rest.slice(0, -1).filter((text) => shown.has(text)), ''].join('~')
}
