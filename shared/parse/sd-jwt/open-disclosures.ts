// Puts disclosures where the signed payload has their digests. Pure.
import { isJsonObject, type JsonObject, setOwn } from '../../encoding/json.ts'
import { DISCLOSURES_MAX_COUNT, JSON_MAX_DEPTH } from '../../limits.ts'
import { type Problem, problem, type ReasonCodeOf } from '../../reasons.ts'
import { err, ok, type Result } from '../../result.ts'
import type { Digest } from './digest.ts'
import { type Disclosure, readDisclosure } from './disclosure.ts'

type Code = ReasonCodeOf<'disclosures'>

/** Names that speak of digests. In a claim they would be read as such by the next reader. @see RFC 9901 §7.1 step 3c */
const RESERVED_NAMES: ReadonlySet<string> = new Set(['_sd', '...'])

export interface Opened {
  readonly claims: JsonObject
  /** False where digests were left over: of claims that their holder keeps to himself, or of nothing. */
  readonly isWhole: boolean
}

/** One opening: what is still to be placed, what was seen, and the first thing that was wrong. */
interface Opening {
  readonly disclosures: ReadonlyMap<string, Disclosure>
  readonly seen: Set<string>
  readonly protectedNames: ReadonlySet<string>
  placed: number
  wrong?: Code
}

/** Where in the payload something stands. */
interface Place {
  readonly depth: number
  /** Names of the objects that it is in, each with a dot behind it. */
  readonly path: string
  /** Inside of a claim that may never be disclosed selectively. */
  readonly isProtected: boolean
}

/**
 * Opens a payload: every disclosure is put where its digest stands, digests without a disclosure are dropped.
 *
 * Reasons: every `disclosures.*` but `hash_unsupported`.
 * @param texts - the disclosures as they were presented, base64url
 * @param protectedNames - paths of claims that may not be disclosed selectively, nor anything in them
 * @see RFC 9901 §7.1 steps 3 to 5
 */
export function openDisclosures(
  payload: JsonObject,
  texts: readonly string[],
  digest: Digest,
  protectedNames: ReadonlySet<string>,
): Result<Opened, Problem<Code>> {
  if (texts.length > DISCLOSURES_MAX_COUNT) return err(problem('disclosures.too_many'))
  const disclosures = new Map<string, Disclosure>()
  for (const text of texts) {
    const disclosure = readDisclosure(text)
    if (!disclosure) return err(problem('disclosures.malformed'))
    disclosures.set(digest(text), disclosure)
  }
  if (disclosures.size < texts.length) return err(problem('disclosures.duplicate_digest'))

  const opening: Opening = { disclosures, seen: new Set(), protectedNames, placed: 0 }
  const opened = openObject(payload, { depth: 0, path: '', isProtected: false }, opening)
  if (opening.wrong) return err(problem(opening.wrong))
  if (opening.placed < disclosures.size) return err(problem('disclosures.unreferenced'))
  return ok({ claims: opened, isWhole: opening.placed === opening.seen.size })
}

function openValue(value: unknown, place: Place, opening: Opening): unknown {
  if (typeof value !== 'object' || value === null) return value
  // A disclosure may hold digests of further ones, down and down.
  if (place.depth >= JSON_MAX_DEPTH) return refuse(opening, 'disclosures.malformed')
  if (Array.isArray(value)) return openArray(value, place, opening)
  return isJsonObject(value) ? openObject(value, place, opening) : value
}

function openObject(object: JsonObject, place: Place, opening: Opening): JsonObject {
  if (Object.hasOwn(object, '...')) refuse(opening, 'disclosures.malformed')
  const opened: Record<string, unknown> = {}
  const put = (name: string, value: unknown) => {
    if (typeof value !== 'object' || value === null) return setOwn(opened, name, value)
    const at = place.path + name
    const isProtected = place.isProtected || opening.protectedNames.has(at)
    const inside = { depth: place.depth + 1, path: `${at}.`, isProtected }
    setOwn(opened, name, openValue(value, inside, opening))
  }
  for (const name of Object.keys(object)) {
    if (name !== '_sd' && !(name === '_sd_alg' && place.depth === 0)) put(name, object[name])
  }
  for (const digest of digestsIn(object, opening)) {
    const found = take(digest, place, opening)
    if (!found) continue
    const { name, value } = found
    if (name === undefined) refuse(opening, 'disclosures.malformed')
    else if (RESERVED_NAMES.has(name) || (place.depth === 0 && name === '_sd_alg')) {
      refuse(opening, 'disclosures.claim_name_taken')
    } else if (Object.hasOwn(opened, name)) refuse(opening, 'disclosures.claim_name_taken')
    else if (opening.protectedNames.has(place.path + name)) {
      refuse(opening, 'disclosures.protected_claim_disclosed')
    } else put(name, value)
  }
  return opened
}

function digestsIn(object: JsonObject, opening: Opening): readonly unknown[] {
  if (!Object.hasOwn(object, '_sd')) return []
  if (Array.isArray(object._sd)) return object._sd
  refuse(opening, 'disclosures.malformed')
  return []
}

function openArray(array: readonly unknown[], place: Place, opening: Opening): readonly unknown[] {
  const inside = { ...place, depth: place.depth + 1 }
  return array.flatMap((element) => {
    if (!isJsonObject(element) || !Object.hasOwn(element, '...')) {
      return [openValue(element, inside, opening)]
    }
    if (Object.keys(element).length > 1) refuse(opening, 'disclosures.malformed')
    const found = take(element['...'], place, opening)
    if (!found) return []
    if (found.name !== undefined) refuse(opening, 'disclosures.malformed')
    return [openValue(found.value, inside, opening)]
  })
}

/** The disclosure of a digest; undefined for a decoy, or for what its holder keeps to himself. */
function take(digest: unknown, place: Place, opening: Opening): Disclosure | undefined {
  if (typeof digest !== 'string') {
    refuse(opening, 'disclosures.malformed')
    return undefined
  }
  // Even a decoy: who may hide a part of the status may hide that there is one.
  if (place.isProtected) refuse(opening, 'disclosures.protected_claim_disclosed')
  if (opening.seen.has(digest)) {
    refuse(opening, 'disclosures.duplicate_digest')
    return undefined
  }
  opening.seen.add(digest)
  const found = opening.disclosures.get(digest)
  if (found) opening.placed += 1
  return found
}

/** The first thing that was wrong is the one that is told. */
function refuse(opening: Opening, code: Code): undefined {
  opening.wrong ??= code
  return undefined
}
