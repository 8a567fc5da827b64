// The rules of VCDM 2.0 for presentations and for objects that envelop something. Pure.
import { isJsonObject, type JsonObject, toList } from '../encoding/json.ts'
import { malformed, missing } from '../parse/properties.ts'
import { VCDM2_CONTEXT } from '../parse/vcdm2.ts'
import { problem } from '../reasons.ts'
import { err } from '../result.ts'
import { holdsContexts, holdsParty } from './credential.ts'
import { holdsExtensions } from './extensions.ts'
import { allHold, HELD, type Held, holdsEach, holdsId, holdsType } from './values.ts'

export type EnvelopedType = 'EnvelopedVerifiableCredential' | 'EnvelopedVerifiablePresentation'

/** Whether an object says that it envelops something: its type may be a plain text. */
export const isEnveloped = (document: JsonObject, type: EnvelopedType): boolean =>
  toList(document.type).includes(type)

/**
 * Whether an object envelops a secured credential or presentation as the standard prescribes: a context that defines the terms,
 * and a `data:` URL.
 *
 * Reasons: `format.context_unsupported`, `format.property_missing`, `format.property_malformed`.
 * @see VCDM 2.0 §4.13.1 and §4.13.2
 */
export function checkEnvelopedShape(document: JsonObject): Held {
  const contexts = document['@context']
  if (contexts === undefined) return missing('@context')
  if (!toList(contexts).includes(VCDM2_CONTEXT)) return err(problem('format.context_unsupported'))
  if (document.id === undefined) return missing('id')
  return typeof document.id === 'string' && document.id.startsWith('data:') ? HELD : malformed('id')
}

/** What a presentation presents: secured credentials as objects, never as texts. */
const holdsPresented = (document: JsonObject, path: string): Held =>
  isEnveloped(document, 'EnvelopedVerifiableCredential')
    ? checkEnvelopedShape(document)
    : holdsType(document, `${path}.type`, 'VerifiableCredential')

/** Nothing may be presented; then the list is empty or left out. */
const isNothing = (presented: unknown): boolean =>
  presented === undefined || (Array.isArray(presented) && presented.length === 0)

/**
 * Whether a document is a presentation by VCDM 2.0, whatever secures it. What it presents is judged by itself.
 *
 * Reasons: `format.context_unsupported`, `format.property_missing`, `format.property_malformed`.
 * @see VCDM 2.0 §4.13 https://www.w3.org/TR/vc-data-model-2.0/#verifiable-presentations
 */
export function checkPresentationShape(presentation: JsonObject): Held {
  const { holder, verifiableCredential } = presentation
  return allHold([
    () => holdsContexts(presentation),
    () => holdsId(presentation, 'id'),
    () => holdsType(presentation, 'type', 'VerifiablePresentation'),
    () => (holder === undefined ? HELD : holdsParty(holder, 'holder')),
    () =>
      isNothing(verifiableCredential)
        ? HELD
        : holdsEach(verifiableCredential, 'verifiableCredential', holdsPresented),
    () => holdsExtensions(presentation),
  ])
}

/** The credentials in a presentation, in their order. Only objects: a shape check comes first. */
export const presentedCredentials = ({ verifiableCredential }: JsonObject): readonly JsonObject[] =>
  toList(verifiableCredential ?? []).filter(isJsonObject)
