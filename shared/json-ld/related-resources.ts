// Digests of what a credential relates to, compared where the bytes are known. Pure.
import { decodeBase58Btc } from '../encoding/base58btc.ts'
import { decodeBase64Url } from '../encoding/base64url.ts'
import { toHex } from '../encoding/bytes.ts'
import { isJsonObject, type JsonObject } from '../encoding/json.ts'
import { type Problem, problem, type ReasonCodeOf } from '../reasons.ts'
import { err, ok, type Result } from '../result.ts'
import { CONTEXT_PINS } from './context-pins.ts'

/** A digest as it is written, and what the known bytes hash to: both hexadecimal. */
type Digests = Readonly<Record<'sha256' | 'sha384', string>>

/**
 * Compares the digests of related resources with the contexts in the repository whose published bytes are known. What is not in
 * the repository is not fetched, and says nothing about the credential.
 *
 * Reasons: `format.related_resource_mismatch`.
 * @see VCDM 2.0 §5.3
 */
export function checkRelatedResources({
  relatedResource,
}: JsonObject): Result<true, Problem<ReasonCodeOf<'format'>>> {
  const resources: unknown[] = [relatedResource ?? []].flat()
  const wrong = resources.filter(isJsonObject).find(isMismatch)
  return wrong
    ? err(problem('format.related_resource_mismatch', { url: String(wrong.id) }))
    : ok(true)
}

function isMismatch({ id, digestSRI, digestMultibase }: JsonObject): boolean {
  const pin = typeof id === 'string' && Object.hasOwn(CONTEXT_PINS, id) ? CONTEXT_PINS[id] : null
  if (!pin?.published) return false
  const known: Digests = { sha256: pin.sha256, sha384: pin.published.sha384 }
  const written = [
    ...texts(digestSRI)
      .flatMap((text) => text.split(/\s+/))
      .map(readIntegrity),
    ...texts(digestMultibase).map(readMultihash),
  ]
  return written.some((digest) => digest !== null && known[digest.algorithm] !== digest.hex)
}

const texts = (value: unknown): readonly string[] =>
  [value].flat().filter((text) => typeof text === 'string')

interface Digest {
  readonly algorithm: keyof Digests
  readonly hex: string
}

const INTEGRITY = /^(sha256|sha384)-([A-Za-z0-9+/_-]{1,128})={0,2}$/
const HEX_CHARS = { sha256: 64, sha384: 96 } as const

/** `sha384-…` in base64; some write it in hexadecimal. @see Subresource Integrity §3.5 */
function readIntegrity(text: string): Digest | null {
  const [, name, value = ''] = INTEGRITY.exec(text) ?? []
  if (name !== 'sha256' && name !== 'sha384') return null
  if (value.length === HEX_CHARS[name]) return { algorithm: name, hex: value.toLowerCase() }
  const bytes = decodeBase64Url(value.replaceAll('+', '-').replaceAll('/', '_'))
  return { algorithm: name, hex: bytes ? toHex(bytes) : '' }
}

/** Multihash codes of the algorithms that are known, each with the length of its digest. */
const MULTIHASH: ReadonlyMap<string, keyof Digests> = new Map([
  ['1220', 'sha256'],
  ['2030', 'sha384'],
])

/** @see Controlled Identifiers §2.4, multihash */
function readMultihash(text: string): Digest | null {
  const value = text.slice(1)
  const bytes = text.startsWith('u') ? decodeBase64Url(value) : decodeBase58Btc(value)
  const hex = bytes && (text.startsWith('u') || text.startsWith('z')) ? toHex(bytes) : ''
  const algorithm = MULTIHASH.get(hex.slice(0, 4))
  return algorithm ? { algorithm, hex: hex.slice(4) } : null
}
