// What the console calls keys and what becomes of them. Pure.
import type { KeyState } from '../storage/signing-keys.ts'

export const KEY_STATE_WORDS: Readonly<Record<KeyState, string>> = {
  active: 'Active',
  retired: 'Retired: what it signed keeps verifying',
  compromised: 'Compromised',
}

/** What stands behind the `#`: the name of a key in addresses of ours. */
export const fragmentOf = (kid: string): string => kid.slice(kid.indexOf('#') + 1)

export const keyPath = (kid: string): string =>
  `/console/keys/${encodeURIComponent(fragmentOf(kid))}`
