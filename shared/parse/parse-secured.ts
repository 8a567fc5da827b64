// Text or object → credential or presentation: recognises the envelope and opens it. Loads what a rare envelope needs.
import type { Awaitable } from '../awaitable.ts'
import { isJsonObject, type JsonObject, parseJsonObject, toList } from '../encoding/json.ts'
import { lazily } from '../lazily.ts'
import { CREDENTIAL_MAX_CHARS } from '../limits.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, type Result } from '../result.ts'
import { decodeCompactJws, readCredentialJws } from './compact-jws.ts'
import type { ParsedCredential, ParsedPresentation } from './credential.ts'
import type { ReadBound } from './read-bound.ts'

type FormatProblem = Problem<ReasonCodeOf<'format'>>
type Parsed = Result<ParsedCredential | ParsedPresentation, FormatProblem>

const loadSdJwt = lazily(() => import('./sd-jwt.ts'))
const loadDataIntegrity = lazily(() => import('./data-integrity.ts'))
const loadPresentation = lazily(() => import('./presentation.ts'))
const loadElm = lazily(() => import('./elm.ts'))

/** Of a presentation, and of no credential, one can ask what it holds. */
export const isPresentation = (
  parsed: ParsedCredential | ParsedPresentation,
): parsed is ParsedPresentation => 'credentials' in parsed

/** VCDM 2.0 §4.13: what is enveloped is a data URL inside an object. */
const ENVELOPED_TYPES = {
  EnvelopedVerifiableCredential: ['data:application/vc+jwt,', 'data:application/dc+sd-jwt,'],
  EnvelopedVerifiablePresentation: ['data:application/vp+jwt,'],
} as const

/**
 * Takes a secured credential or presentation apart: a compact JWS, an SD-JWT, or an object (or its JSON text) that envelops
 * one or carries a proof.
 *
 * Reasons: every `format.*`.
 * @see VC-JOSE-COSE §3, RFC 9901 §4, Data Integrity §4.4
 */
export function parseSecured(
  input: string | object,
  bound: ReadBound = { maxChars: CREDENTIAL_MAX_CHARS },
): Awaitable<Parsed> {
  if (typeof input !== 'string') {
    return isJsonObject(input) ? parseObject(input, bound) : err(problem('format.unrecognized'))
  }
  if (input.length > bound.maxChars) {
    return err(problem('format.too_large', { chars: input.length, maxChars: bound.maxChars }))
  }
  const text = input.trim()
  if (!text.startsWith('{')) return parseCompact(text, bound)
  const object = parseJsonObject(text)
  return object ? parseObject(object, bound) : err(problem('format.encoding_malformed'))
}

const isPresentationTyp = (typ: unknown) => typ === 'vp+jwt' || typ === 'application/vp+jwt'
/** VCDM 1.1 tells credentials and presentations apart by their claim. */
const isPlainTyp = (typ: unknown) => typ === 'JWT' || typ === undefined

/** What is common is read at once; only what is rare has to be loaded, and waited for. */
function parseCompact(text: string, bound: ReadBound): Awaitable<Parsed> {
  if (text.includes('~')) return loadSdJwt().then(({ parseSdJwt }) => parseSdJwt(text, bound))
  const jws = decodeCompactJws(text, bound)
  if (!jws.ok) return isAboutSeal(jws.error) ? readSealed(text, jws.error) : jws
  const { typ } = jws.value.header
  if (!isPresentationTyp(typ) && !('vp' in jws.value.payload && isPlainTyp(typ))) {
    const credential = readCredentialJws(jws.value)
    return !credential.ok && isAboutSeal(credential.error)
      ? readSealed(text, credential.error)
      : credential
  }
  return loadPresentation().then(({ readPresentationJws }) => readPresentationJws(jws.value))
}

/** What the header of a JAdES seal is refused for. */
const isAboutSeal = ({ code }: FormatProblem): boolean =>
  code === 'format.critical_header_unknown' || code === 'format.typ_unsupported'

/** Europass credentials come inside a JWS of a kind that is otherwise refused. */
async function readSealed(
  sealed: JsonObject | string,
  otherwise: Problem<ReasonCodeOf<'format'>>,
): Promise<Parsed> {
  const { readSealedElm } = await loadElm()
  return readSealedElm(sealed) ?? err(otherwise)
}

async function parseObject(object: JsonObject, bound: ReadBound): Promise<Parsed> {
  const types: readonly unknown[] = toList(object.type)
  for (const [type, prefixes] of Object.entries(ENVELOPED_TYPES)) {
    if (types.includes(type)) return parseEnveloped(object, prefixes, bound)
  }
  if (types.includes('VerifiablePresentation')) {
    const { readPresentationObject } = await loadPresentation()
    return readPresentationObject(object, bound)
  }
  if (types.includes('EuropeanDigitalCredential') && !('proof' in object)) {
    const { readElm } = await loadElm()
    return readElm(object)
  }
  if (!types.includes('VerifiableCredential'))
    return readSealed(object, problem('format.unrecognized'))
  if (!('proof' in object)) return err(problem('format.unsecured'))
  const { readDataIntegrity } = await loadDataIntegrity()
  return readDataIntegrity(object, bound)
}

function parseEnveloped(
  { id }: JsonObject,
  prefixes: readonly string[],
  bound: ReadBound,
): Awaitable<Parsed> {
  if (typeof id !== 'string') return err(problem('format.property_missing', { path: 'id' }))
  const prefix = prefixes.find((start) => id.startsWith(start))
  return prefix === undefined
    ? err(problem('format.envelope_unsupported', { envelope: 'enveloped' }))
    : parseCompact(id.slice(prefix.length), bound)
}
