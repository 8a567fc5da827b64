// How status lists of either kind are asked for, now and for a past moment. Pure.

import type { StatusListKind } from '../deps.ts'
import { formatDateTime } from '../encoding/time.ts'
import type { Expected } from '../http/fetch-bounded.ts'
import { STATUS_LIST_MAX_BYTES } from '../limits.ts'

/** Static hosts know neither media type; a credential may also be secured by a proof inside it. */
const ANY_HOST = ['application/jwt', 'text/plain']

export const STATUS_LISTS: Readonly<Record<StatusListKind, Expected>> = {
  bitstring: {
    accept: 'application/vc+jwt, application/vc, application/ld+json;q=0.9, application/json;q=0.8',
    contentTypes: [
      'application/vc+jwt',
      'application/vc',
      'application/ld+json',
      'application/json',
      ...ANY_HOST,
    ],
    maxBytes: STATUS_LIST_MAX_BYTES,
  },
  token: {
    accept: 'application/statuslist+jwt',
    contentTypes: ['application/statuslist+jwt', ...ANY_HOST],
    maxBytes: STATUS_LIST_MAX_BYTES,
  },
}

/** @see Bitstring Status List §2.2, Token Status List §8.4 */
const PARAMETERS: Readonly<Record<StatusListKind, (atSeconds: number) => [string, string]>> = {
  bitstring: (atSeconds) => ['timestamp', formatDateTime(atSeconds)],
  token: (atSeconds) => ['time', String(Math.floor(atSeconds))],
}

/** The address at which a list is asked for as it stood at a moment. */
export function historyUrl(url: string, kind: StatusListKind, atSeconds: number): URL {
  const asked = new URL(url)
  asked.searchParams.set(...PARAMETERS[kind](atSeconds))
  return asked
}
