// From a pasted pin to a registry in use: permission, key, list, and only then the change. Uses chrome.permissions.
import {
  jwkThumbprint,
  type PublicJwk,
  type TrustPin,
  type TrustSnapshot,
} from '../../shared/index.ts'
import { DID_DOCUMENT_MAX_BYTES } from '../../shared/limits.ts'
import type { FetchText } from '../platform/fetch-text.ts'
import { readOrigin, readPin } from '../platform/pin.ts'

export type ConnectFailure =
  | 'pin_malformed'
  | 'not_allowed'
  | 'unreachable'
  | 'key_mismatch'
  | 'list_refused'

export interface PastedPin {
  readonly origin: string
  /** RFC 7638 thumbprint of the registry's key. */
  readonly thumbprint: string
}

const THUMBPRINT = /^[A-Za-z0-9_-]{43}$/

/** Reads `<origin>#<thumbprint>`, or null where it is none. */
export function readPastedPin(text: string): PastedPin | null {
  const [address = '', thumbprint = '', ...rest] = text.trim().split('#')
  const origin = readOrigin(address)
  if (origin === null || rest.length > 0 || !THUMBPRINT.test(thumbprint)) return null
  return { origin, thumbprint }
}

export interface ConnectDeps {
  readonly fetchText: FetchText
  /** Asks the reader for the right to ask this origin. */
  readonly requestAccess: (origin: string) => Promise<boolean>
  /** Fetches and verifies the registry's list under a pin. */
  readonly trustListFor: (
    pin: TrustPin,
  ) => Promise<{ readonly ok: boolean; readonly value?: TrustSnapshot }>
}

export type Connected = { readonly pin: TrustPin } | { readonly failure: ConnectFailure }

/** The key that a DID document publishes under a thumbprint: the pin decides, not the document. */
async function findKey({ origin, thumbprint }: PastedPin, text: string): Promise<TrustPin | null> {
  const document: unknown = JSON.parse(text)
  const methods = (document as { verificationMethod?: unknown } | null)?.verificationMethod
  for (const method of Array.isArray(methods) ? methods : []) {
    const registryKey: unknown = (method as { publicKeyJwk?: unknown } | null)?.publicKeyJwk
    const pin = readPin({ origin, registryKey })
    if (pin !== null && (await jwkThumbprint(pin.registryKey as PublicJwk)) === thumbprint)
      return pin
  }
  return null
}

/** Finds out whether a pasted pin leads to a registry that proves itself. Changes nothing. */
export async function connect(text: string, deps: ConnectDeps): Promise<Connected> {
  const pasted = readPastedPin(text)
  if (pasted === null) return { failure: 'pin_malformed' }
  if (!(await deps.requestAccess(pasted.origin))) return { failure: 'not_allowed' }
  const url = `${pasted.origin}/registry/did.json`
  const fetched = await deps.fetchText(url, DID_DOCUMENT_MAX_BYTES)
  if (!fetched.ok) return { failure: 'unreachable' }
  const pin = await findKey(pasted, fetched.value.text).catch(() => undefined)
  if (pin === undefined) return { failure: 'unreachable' }
  if (pin === null) return { failure: 'key_mismatch' }
  const list = await deps.trustListFor(pin)
  return list.ok ? { pin } : { failure: 'list_refused' }
}
