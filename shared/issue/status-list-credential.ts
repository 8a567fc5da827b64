// The states of a list's credentials as a status list: a credential, or a Status List Token. Pure.
import type { JsonObject } from '../encoding/json.ts'
import { formatDateTime } from '../encoding/time.ts'
import { encodeBitstring } from '../status/bitstring.ts'
import { bitstringOf, type PlacedState, tokenValuesOf } from '../status/published-values.ts'
import { PUBLISHED_TOKEN_BITS, type PublishedPurpose } from '../status/state-table.ts'
import { encodeTokenList } from '../status/token-list.ts'
import { DELEGATION_EVIDENCE_TYPE, STATUS_LIST_TYPE } from '../trust/status-delegation.ts'
import { VCDM2_CONTEXT } from './contexts.ts'

export interface StatusListOrder {
  readonly url: string
  readonly statusIssuer: string
  /** The issuer's accreditation of the status key, as `vc+jwt`; needless where the issuer signs its list itself. */
  readonly delegation?: string
  readonly purpose: PublishedPurpose
  /** All that are not in the state of a new credential. */
  readonly placed: Iterable<PlacedState>
  /** How many places there are. */
  readonly entries: number
  /** Seconds since the Unix epoch. */
  readonly fromSeconds: number
  readonly untilSeconds: number
  readonly ttlSeconds: number
}

const evidenceOf = ({ delegation }: StatusListOrder): JsonObject =>
  delegation === undefined
    ? {}
    : { evidence: [{ type: [DELEGATION_EVIDENCE_TYPE], verifiableCredential: delegation }] }

/** What is ours in a list; everything else is defined by the data model. */
const DELEGATION_CONTEXT = {
  [DELEGATION_EVIDENCE_TYPE]: {
    '@id': `https://w3id.org/licet/vocabulary#${DELEGATION_EVIDENCE_TYPE}`,
    '@context': { verifiableCredential: 'https://w3id.org/licet/vocabulary#accreditation' },
  },
} as const

/** @see Bitstring Status List §2.2; `ttl` is in milliseconds there */
export async function buildStatusListCredential(order: StatusListOrder): Promise<JsonObject> {
  const { entries, placed, purpose, url } = order
  return {
    '@context': [VCDM2_CONTEXT, DELEGATION_CONTEXT],
    id: url,
    type: ['VerifiableCredential', STATUS_LIST_TYPE],
    issuer: order.statusIssuer,
    validFrom: formatDateTime(order.fromSeconds),
    validUntil: formatDateTime(order.untilSeconds),
    credentialSubject: {
      id: `${url}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      ttl: order.ttlSeconds * 1000,
      encodedList: await encodeBitstring(bitstringOf(placed, purpose, entries)),
    },
    ...evidenceOf(order),
  }
}

/** @see Token Status List §5.1; `ttl` is in seconds there, and `iss` and `evidence` are ours */
export const buildStatusListToken = async (order: StatusListOrder): Promise<JsonObject> => ({
  iss: order.statusIssuer,
  sub: order.url,
  iat: order.fromSeconds,
  exp: order.untilSeconds,
  ttl: order.ttlSeconds,
  status_list: {
    bits: PUBLISHED_TOKEN_BITS,
    lst: await encodeTokenList(tokenValuesOf(order.placed, order.entries)),
  },
  ...evidenceOf(order),
})
