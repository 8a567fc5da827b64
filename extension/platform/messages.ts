// What pages and our own surfaces may say to the background, parsed there: a page is hostile. Pure.
import { CREDENTIAL_MAX_CHARS } from '../../shared/limits.ts'
import { PAGE_LIMITS } from '../scan/limits.ts'
import type {
  FromOwnSurface,
  FromPage,
  PageNotice,
  PersonClaim,
  SourceName,
} from './message-types.ts'

const NAME_CHARS_LIMIT = 200
const IDS_LIMIT = 1_000

/** Custom element names of ours: a letter, then letters and digits around one hyphen. */
const TAG_PATTERN = /^[a-z][a-z0-9]{3,11}-[a-z0-9]{8,20}$/

const IMAGE_CHARS = Math.ceil(PAGE_LIMITS.files.image.bytes / 3) * 4
/** How long what a source sends may be. */
const SOURCE_CHARS: Readonly<Record<SourceName, number>> = {
  text: CREDENTIAL_MAX_CHARS,
  link: CREDENTIAL_MAX_CHARS,
  script: CREDENTIAL_MAX_CHARS,
  image: IMAGE_CHARS,
}
const NOTICES: readonly PageNotice[] = ['marks_removed', 'too_many', 'too_large']

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null
const isId = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

const isSource = (value: unknown): value is SourceName =>
  typeof value === 'string' && Object.hasOwn(SOURCE_CHARS, value)

function readPerson(value: unknown): PersonClaim | null {
  if (!isFields(value) || typeof value.name !== 'string') return null
  const name = value.name.slice(0, NAME_CHARS_LIMIT)
  return value.from === 'json_ld' || value.from === 'heading' ? { name, from: value.from } : null
}

const FROM_PAGE: Readonly<Record<FromPage['kind'], (fields: Fields) => FromPage | null>> = {
  hello: ({ tag }) =>
    typeof tag === 'string' && TAG_PATTERN.test(tag) ? { kind: 'hello', tag } : null,
  candidate: ({ id, person, source, text }) => {
    if (!isId(id) || !isSource(source) || typeof text !== 'string') return null
    if (text.length > SOURCE_CHARS[source]) return null
    return { kind: 'candidate', id, text, source, person: readPerson(person) }
  },
  gone: ({ ids }) =>
    Array.isArray(ids) && ids.length <= IDS_LIMIT && ids.every(isId) ? { kind: 'gone', ids } : null,
  notice: ({ notice }) => {
    const known = NOTICES.find((name) => name === notice)
    return known === undefined ? null : { kind: 'notice', notice: known }
  },
  open_panel: ({ id }) => (isId(id) ? { kind: 'open_panel', id } : null),
}

const FROM_OWN_SURFACE: Readonly<
  Record<FromOwnSurface['kind'], (fields: Fields) => FromOwnSurface | null>
> = {
  scan: ({ tabId }) => (isId(tabId) ? { kind: 'scan', tabId } : null),
  refresh: ({ tabId }) => (isId(tabId) ? { kind: 'refresh', tabId } : null),
}

function parse<T>(table: Readonly<Record<string, (fields: Fields) => T | null>>, value: unknown) {
  if (!isFields(value) || typeof value.kind !== 'string') return null
  return Object.hasOwn(table, value.kind) ? (table[value.kind]?.(value) ?? null) : null
}

/** What a content script said, or null where it is nothing that one of ours would say. */
export const parseFromPage = (value: unknown): FromPage | null => parse(FROM_PAGE, value)

/** What the popup, the side panel or the options page said. */
export const parseFromOwnSurface = (value: unknown): FromOwnSurface | null =>
  parse(FROM_OWN_SURFACE, value)
