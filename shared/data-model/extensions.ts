// What VCDM 2.0 demands of the values of its extension points: status, schemas, evidence and the like. Pure.
import { type JsonObject, toList } from '../encoding/json.ts'
import { malformed, missing } from '../parse/properties.ts'
import { allHold, HELD, type Held, holdsEach, holdsId, holdsType, isUrl } from './values.ts'

type Rule = (object: JsonObject, path: string) => Held

/** `type` always; `id` is a URL where there is one. */
const holdsTyped: Rule = (object, path) =>
  allHold([() => holdsType(object, `${path}.type`), () => holdsId(object, `${path}.id`)])

const holdsIdentified: Rule = (object, path) =>
  object.id === undefined ? missing(`${path}.id`) : holdsTyped(object, path)

/** A status entry; one of a bitstring list says where its bit stands. @see VCDM 2.0 §4.10, Bitstring Status List §2.1 */
const holdsStatus: Rule = (entry, path) => {
  const typed = holdsTyped(entry, path)
  if (!typed.ok || !toList(entry.type).includes('BitstringStatusListEntry')) return typed
  const { statusPurpose, statusListIndex, statusListCredential, statusSize } = entry
  if (typeof statusPurpose !== 'string') return malformed(`${path}.statusPurpose`)
  if (typeof statusListIndex !== 'string' || !/^\d{1,15}$/.test(statusListIndex)) {
    return malformed(`${path}.statusListIndex`)
  }
  if (!isUrl(statusListCredential)) return malformed(`${path}.statusListCredential`)
  return statusSize === undefined || (Number.isSafeInteger(statusSize) && Number(statusSize) > 0)
    ? HELD
    : malformed(`${path}.statusSize`)
}

const holdsDigest: Rule = (resource, path) => {
  if (resource.id === undefined) return missing(`${path}.id`)
  if (!isUrl(resource.id)) return malformed(`${path}.id`)
  const digests = [resource.digestSRI, resource.digestMultibase].filter((d) => d !== undefined)
  if (digests.length === 0) return missing(`${path}.digestSRI`)
  return digests.flat().every((digest) => typeof digest === 'string')
    ? HELD
    : malformed(`${path}.digestSRI`)
}

/** @see VCDM 2.0 §5.3: each resource once, with a digest */
function holdsRelatedResources({ relatedResource }: JsonObject): Held {
  const held = holdsEach(relatedResource, 'relatedResource', holdsDigest)
  if (!held.ok || relatedResource === undefined) return held
  const ids = toList(relatedResource).map((resource) => (resource as JsonObject).id)
  return new Set(ids).size === ids.length ? HELD : malformed('relatedResource.id')
}

/** What every value of an extension point must hold. @see VCDM 2.0 §4.10, §4.11, §5.4–5.6, §5.10 */
const EXTENSIONS: Readonly<Record<string, Rule>> = {
  credentialStatus: holdsStatus,
  credentialSchema: holdsIdentified,
  refreshService: holdsTyped,
  termsOfUse: holdsTyped,
  evidence: holdsTyped,
  confidenceMethod: holdsTyped,
  renderMethod: holdsTyped,
  proof: holdsTyped,
}

/** Extension points whose shape nobody else looks at when a credential is read; schemas and status have readers of their own. */
const UNREAD = ['refreshService', 'termsOfUse', 'evidence'] as const

/**
 * The extension points of which a verifier reads nothing but that they are well formed. Costs nothing where there are none.
 *
 * Reasons: `format.property_missing`, `format.property_malformed`.
 */
export function holdsUnreadExtensions(document: JsonObject): Held {
  for (const name of UNREAD) {
    const rule = EXTENSIONS[name]
    const held = rule ? holdsEach(document[name], name, rule) : HELD
    if (!held.ok) return held
  }
  return holdsRelatedResources(document)
}

/**
 * The extension points of a credential or a presentation.
 *
 * Reasons: `format.property_missing`, `format.property_malformed`.
 */
export const holdsExtensions = (document: JsonObject): Held =>
  allHold([
    ...Object.entries(EXTENSIONS).map(
      ([name, rule]) =>
        () =>
          holdsEach(document[name], name, rule),
    ),
    () => holdsRelatedResources(document),
  ])
