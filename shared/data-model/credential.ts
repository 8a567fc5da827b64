// The rules of VCDM 2.0 and 1.1 for a credential, secured or not: their conformance statements, without JSON-LD. Pure.
import { isJsonObject, type JsonObject, toList } from '../encoding/json.ts'
import { parseDateTime } from '../encoding/time.ts'
import { VCDM1_CONTEXT } from '../parse/jwt-vc.ts'
import { malformed, missing } from '../parse/properties.ts'
import { VCDM2_CONTEXT } from '../parse/vcdm2.ts'
import { problem } from '../reasons.ts'
import { err } from '../result.ts'
import { holdsExtensions } from './extensions.ts'
import {
  allHold,
  HELD,
  type Held,
  holdsDateTime,
  holdsId,
  holdsText,
  holdsType,
  isUrl,
} from './values.ts'

/** Where a data model keeps what: the differences as data. */
interface CredentialModel {
  readonly from: string
  readonly until: string
  readonly isFromRequired: boolean
}

/** By base context, which must be the first. */
const MODELS: ReadonlyMap<unknown, CredentialModel> = new Map([
  [VCDM2_CONTEXT, { from: 'validFrom', until: 'validUntil', isFromRequired: false }],
  [VCDM1_CONTEXT, { from: 'issuanceDate', until: 'expirationDate', isFromRequired: true }],
])

const baseOf = (document: JsonObject): unknown => toList(document['@context'])[0]

/** @see VCDM 2.0 §4.3: a base context first, then addresses and objects */
export function holdsContexts(document: JsonObject): Held {
  const contexts = document['@context']
  if (contexts === undefined) return missing('@context')
  if (!Array.isArray(contexts) || !MODELS.has(contexts[0])) {
    return err(problem('format.context_unsupported'))
  }
  return contexts.every((context) => isUrl(context) || isJsonObject(context))
    ? HELD
    : malformed('@context')
}

/** A party is named by a URL, or by an object with one. @see VCDM 2.0 §4.7 and §4.13 */
export function holdsParty(party: unknown, path: string): Held {
  if (!isJsonObject(party)) return isUrl(party) ? HELD : malformed(path)
  if (party.id === undefined) return missing(`${path}.id`)
  return holdsId(party, `${path}.id`)
}

const holdsIssuer = ({ issuer }: JsonObject): Held => {
  if (issuer === undefined) return missing('issuer')
  const held = holdsParty(issuer, 'issuer')
  return held.ok && isJsonObject(issuer) ? holdsNames(issuer, 'issuer.') : held
}

const holdsNames = ({ name, description }: JsonObject, prefix = ''): Held =>
  allHold([
    () => holdsText(name, `${prefix}name`),
    () => holdsText(description, `${prefix}description`),
  ])

/** @see VCDM 2.0 §4.8: something is said of every subject */
function holdsSubjects({ credentialSubject }: JsonObject): Held {
  if (credentialSubject === undefined) return missing('credentialSubject')
  const subjects = toList(credentialSubject)
  if (subjects.length === 0) return malformed('credentialSubject')
  return allHold(
    subjects.map((subject) => () => {
      if (!isJsonObject(subject)) return malformed('credentialSubject')
      return Object.keys(subject).length === 0
        ? missing('credentialSubject')
        : holdsId(subject, 'credentialSubject.id')
    }),
  )
}

/** @see VCDM 2.0 §4.9, VCDM 1.1 §4.5 and §4.6 */
function holdsPeriod(credential: JsonObject): Held {
  const model = MODELS.get(baseOf(credential))
  if (!model) return err(problem('format.context_unsupported'))
  const { [model.from]: from, [model.until]: until } = credential
  if (from === undefined && model.isFromRequired) return missing(model.from)
  const held = allHold([
    () => holdsDateTime(from, model.from),
    () => holdsDateTime(until, model.until),
  ])
  if (!held.ok || typeof from !== 'string' || typeof until !== 'string') return held
  return (parseDateTime(from) ?? 0) <= (parseDateTime(until) ?? 0) ? HELD : malformed(model.until)
}

/**
 * Whether a document is a credential by the data model of its base context, whatever secures it. One of several subjects is.
 *
 * Reasons: `format.context_unsupported`, `format.property_missing`, `format.property_malformed`.
 * @see VCDM 2.0 §4 and §5 https://www.w3.org/TR/vc-data-model-2.0/
 */
export const checkCredentialShape = (credential: JsonObject): Held =>
  allHold([
    () => holdsContexts(credential),
    () => holdsId(credential, 'id'),
    () => holdsType(credential, 'type', 'VerifiableCredential'),
    () => holdsNames(credential),
    () => holdsIssuer(credential),
    () => holdsSubjects(credential),
    () => holdsPeriod(credential),
    () => holdsExtensions(credential),
  ])
