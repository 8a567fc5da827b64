// What the words of the pinned contexts mean, so that no other context gives them, or what they mean, away. Pure.
import { isJsonObject, type JsonObject } from '../encoding/json.ts'
import type { ActiveContext, TermDefinition } from './active-context.ts'
import { CONTEXT_DOCUMENTS } from './contexts.ts'

/** Thrown through jsonld: a context of the document gives a known word, or what it means, another name. */
export class MeaningMoved extends Error {
  readonly term: string
  constructor(term: string) {
    super('A context renames what is known')
    this.term = term
  }
}

interface KnownTerms {
  readonly meanings: ReadonlyMap<string, ReadonlySet<string>>
  readonly names: ReadonlyMap<string, ReadonlySet<string>>
}

/** Words that are read although no pinned context has them. */
const READ_TERMS = [
  ...['fullName', 'given_name', 'givenName', 'firstName', 'middle_name', 'additionalName'],
  ...['family_name', 'familyName', 'lastName', 'identityHash', 'licenseNumber'],
]
/** What other addresses begin with says nothing by itself. */
const IS_PREFIX = /[#/:]$/
/** Under this vocabulary every word means what it spells, and has no other name. */
const SPELLED_OUT = 'https://w3id.org/licet/attestation#'
/** Of this vocabulary only those words are read that are named alike. */
const READ_BY_ITS_OWN_WORDS = 'https://schema.org/'

function collect(documents: readonly object[]): KnownTerms {
  const meanings = new Map(READ_TERMS.map((term) => [term, new Set<string>()]))
  const names = new Map<string, Set<string>>()
  const visit = (context: unknown, prefixes: JsonObject) => {
    if (!isJsonObject(context)) return
    const scope = { ...prefixes, ...context }
    for (const [term, definition] of Object.entries(context)) {
      const iri = meaningOf(definition)
      if (!term.startsWith('@') && typeof iri === 'string' && !iri.startsWith('@')) {
        const meaning = spellOut(iri, scope)
        if (IS_PREFIX.test(meaning)) continue
        meanings.set(term, (meanings.get(term) ?? new Set()).add(meaning))
        names.set(meaning, (names.get(meaning) ?? new Set()).add(term))
      }
      if (isJsonObject(definition)) visit(definition['@context'], scope)
    }
  }
  for (const document of documents) if ('@context' in document) visit(document['@context'], {})
  return { meanings, names }
}

const meaningOf = (definition: unknown): unknown =>
  isJsonObject(definition) ? definition['@id'] : definition

/** A prefix, or another word, is itself explained in the same context or around it. */
function spellOut(iri: string, scope: JsonObject): string {
  const [word = '', ...rest] = iri.split(':')
  const start = meaningOf(scope[word])
  return typeof start === 'string' && start !== iri ? spellOut(start, scope) + rest.join(':') : iri
}

/** How a status list of ours holds what entitles its signer, in a context of its own. */
const DELEGATION = {
  '@context': { verifiableCredential: 'https://w3id.org/licet/vocabulary#accreditation' },
}
const KNOWN = collect([...CONTEXT_DOCUMENTS.values(), DELEGATION])

/**
 * Throws `MeaningMoved` where a context that a document brings along could hide something from those who read it as JSON, or
 * show them what nobody signed. RDF knows no words, so that no proof over it covers them:
 * - a known meaning under another word, or read backwards, would be signed and not seen;
 * - a known word with another meaning would be seen and not signed as that, unless a namesake is meant;
 * - another word for a keyword could nest properties, or stand before a text that is not signed at all;
 * - a base, or a prefix for DIDs, would let an identifier be written as another text.
 */
export function refuseMovedMeanings(active: ActiveContext): void {
  if (typeof active['@base'] === 'string') throw new MeaningMoved('@base')
  const vocabulary = active['@vocab']
  if (typeof vocabulary === 'string' && splitsKnown(vocabulary)) throw new MeaningMoved('@vocab')
  for (const [term, mapping] of active.mappings) {
    if (mapping !== null && isMoved(term, mapping)) throw new MeaningMoved(term)
  }
}

/** `uid` is ODRL's; `checkPlainForm` refuses it as a key. */
const KEYWORD_WORDS: ReadonlySet<string> = new Set(['@id id', '@id uid', '@type type'])

function isMoved(term: string, { '@id': iri, reverse }: TermDefinition): boolean {
  const meaning = iri ?? ''
  if (meaning.startsWith('@')) return !KEYWORD_WORDS.has(`${meaning} ${term}`)
  if (meaning.startsWith('did:')) return true
  if (meaning.startsWith(SPELLED_OUT)) return reverse === true || meaning !== SPELLED_OUT + term
  const names = KNOWN.names.get(meaning)
  if (names) return reverse === true || !names.has(term)
  return KNOWN.meanings.has(term) && (reverse === true || localName(meaning) !== term)
}

const localName = (iri: string): string => iri.slice(iri.search(/[^#/:]*$/))

/** Behind such a vocabulary another word would mean something known. */
function splitsKnown(vocabulary: string): boolean {
  if (vocabulary.startsWith(SPELLED_OUT)) return vocabulary !== SPELLED_OUT
  for (const [meaning, names] of KNOWN.names) {
    const isUnder = meaning.startsWith(vocabulary) && meaning !== vocabulary
    const word = meaning.slice(vocabulary.length)
    if (isUnder && !/[#/:]/.test(word) && !names.has(word)) {
      if (vocabulary !== READ_BY_ITS_OWN_WORDS) return true
    }
  }
  return false
}
