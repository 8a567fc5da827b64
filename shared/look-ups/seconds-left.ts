// For how long a fetched document may be kept. Pure.
import type { FetchedDocument } from '../http/fetch-bounded.ts'

/** What is left of the life that the origin allows, at most our own bound: a list may ask for less, never for more. */
export function secondsLeft(
  { cacheControl, ageSeconds }: FetchedDocument,
  mostSeconds: number,
): number {
  if (/\bno-(?:store|cache)\b/i.test(cacheControl)) return 0
  const allowed = /\bmax-age=(\d{1,9})\b/i.exec(cacheControl)?.[1]
  const left = Number(allowed ?? mostSeconds) - ageSeconds
  return Math.max(0, Math.min(left, mostSeconds))
}
