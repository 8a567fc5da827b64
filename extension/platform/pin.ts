// Which registry the extension believes: the pin of the build, or one that the reader pasted. Uses storage.
import type { OkpJwk, TrustAnchor, TrustPin } from '../../shared/index.ts'
import type { StorageArea } from './storage.ts'

const PIN_KEY = 'pin'
const LOOPBACK = ['localhost', '127.0.0.1']

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null

/** An origin that may be asked: https, or this very machine. */
export function readOrigin(value: unknown): string | null {
  if (typeof value !== 'string' || !URL.canParse(value)) return null
  const { hostname, origin, protocol } = new URL(value)
  const isAllowed = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname))
  return isAllowed && (value === origin || value === `${origin}/`) ? origin : null
}

function readKey(value: unknown): OkpJwk | null {
  if (!isFields(value) || typeof value.x !== 'string' || value.x.length !== 43) return null
  const isEd25519 = value.kty === 'OKP' && value.crv === 'Ed25519'
  return isEd25519 ? { kty: 'OKP', crv: 'Ed25519', x: value.x } : null
}

function readAnchor(value: unknown): TrustAnchor | null {
  if (!isFields(value) || !Array.isArray(value.keys)) return null
  const { did, name } = value
  if (typeof did !== 'string' || typeof name !== 'string') return null
  const keys = value.keys.map(readKey).filter((key) => key !== null)
  return keys.length === value.keys.length && keys.length > 0 ? { did, name, keys } : null
}

/** A pin as `pin.json` writes it. Null rather than half a pin: a dropped anchor would change whom we believe. */
export function readPin(value: unknown): TrustPin | null {
  if (!isFields(value)) return null
  const origin = readOrigin(value.origin)
  const registryKey = readKey(value.registryKey)
  if (origin === null || registryKey === null) return null
  if (value.anchors === undefined) return { origin, registryKey }
  if (!Array.isArray(value.anchors)) return null
  const anchors = value.anchors.map(readAnchor).filter((anchor) => anchor !== null)
  return anchors.length === value.anchors.length ? { origin, registryKey, anchors } : null
}

/** The pin that a build was given in `PLASMO_PUBLIC_LICET_PIN`: `pin.json` as base64url. */
export function builtInPin(encoded = process.env.PLASMO_PUBLIC_LICET_PIN): TrustPin {
  const bytes = atob((encoded ?? '').replaceAll('-', '+').replaceAll('_', '/'))
  const json = new TextDecoder().decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)))
  const pin = readPin(JSON.parse(json))
  if (pin === null) throw new TypeError('This build has no usable pin.')
  return pin
}

export async function readPinInForce(area: StorageArea, builtIn = builtInPin()): Promise<TrustPin> {
  return readPin((await area.get(PIN_KEY))[PIN_KEY]) ?? builtIn
}

/** Whether the reader chose a registry of their own. */
export const isPinChosen = async (area: StorageArea) => PIN_KEY in (await area.get(PIN_KEY))

export const choosePin = (area: StorageArea, pin: TrustPin) => area.set({ [PIN_KEY]: pin })
export const forgetChosenPin = (area: StorageArea) => area.remove(PIN_KEY)

/** One registry under one key: what a kept trust list and its sequence belong to. */
export const pinName = ({ origin, registryKey }: TrustPin) => `${origin}#${registryKey.x}`
