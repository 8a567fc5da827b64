// How much one credential may make us ask of others. Pure but for the look-ups that are passed in.
import type { LookUp } from './deps.ts'
import { LOOK_UPS_PER_CREDENTIAL_MAX_COUNT } from './limits.ts'
import { err } from './result.ts'

/**
 * The same look-ups, each address for as often as anybody likes, and so many addresses: one that comes later is unreachable.
 * Credentials hold others with lists of their own, so that a short text could have us ask for thousands of documents.
 */
export function limitLookUps(lookUp: LookUp): LookUp {
  const asked = new Set<string>()
  const isRefused = (address: string): boolean => {
    if (asked.size >= LOOK_UPS_PER_CREDENTIAL_MAX_COUNT) return !asked.has(address)
    asked.add(address)
    return false
  }
  return {
    didDocument: async (did) => (isRefused(did) ? err('unreachable') : lookUp.didDocument(did)),
    keyDocument: async (url) => (isRefused(url) ? err('unreachable') : lookUp.keyDocument(url)),
    statusList: async (url, question) =>
      isRefused(url) ? err('unreachable') : lookUp.statusList(url, question),
  }
}
