// Credentials inside a JSON or JSON-LD text. Pure; imports nothing outside its folder.
import { detectEnvelope } from './envelope.ts'

const JSON_LIMITS = {
  textChars: 1_000_000,
  /** Credentials taken out of one text. */
  credentials: 50,
} as const

const ENVELOPED_PREFIXES = [
  'data:application/vc+jwt,',
  'data:application/vc+sd-jwt,',
  'data:application/dc+sd-jwt,',
]

/** Whether a parsed JSON value says that it is a verifiable credential, secured or enveloped. */
export function isJsonCredential(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const type = (value as Record<string, unknown>).type
  const types: readonly unknown[] = Array.isArray(type) ? type : [type]
  return types.includes('VerifiableCredential') || types.includes('EnvelopedVerifiableCredential')
}

/** The compact text inside an `EnvelopedVerifiableCredential`, or null. */
export function openEnvelopedCredential(value: Record<string, unknown>): string | null {
  const { id } = value
  if (typeof id !== 'string') return null
  const prefix = ENVELOPED_PREFIXES.find((start) => id.startsWith(start))
  return prefix === undefined ? null : id.slice(prefix.length)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * The credentials of a text: one compact credential, a JSON credential, or a list or `@graph` of them.
 *
 * Each comes back as the text to verify; an enveloped one as the compact text inside.
 */
export function findCredentialTexts(text: string): readonly string[] {
  const trimmed = text.length > JSON_LIMITS.textChars ? '' : text.trim()
  if (detectEnvelope(trimmed) !== null) return [trimmed]
  if (!trimmed.startsWith('{') && !trimmed.startsWith('[')) return []
  const value = parseJson(trimmed)
  const graph = (value as { '@graph'?: unknown } | undefined)?.['@graph']
  const items: readonly unknown[] = [value, graph].flat()
  return items
    .filter(isJsonCredential)
    .slice(0, JSON_LIMITS.credentials)
    .map((item) => openEnvelopedCredential(item) ?? JSON.stringify(item))
}
