// Status lists as the status service signs them for an issuer. Pure.
import type { JsonObject } from '../../shared/encoding/json.ts'
import { buildStatusDelegation } from '../../shared/issue/accreditation.ts'
import {
  buildStatusListCredential,
  buildStatusListToken,
} from '../../shared/issue/status-list-credential.ts'
import { STATUS_LIST_MIN_BITS } from '../../shared/limits.ts'
import { encodeBitstring } from '../../shared/status/bitstring.ts'
import { type BitOrder, createValues, writeValue } from '../../shared/status/status-values.ts'
import { encodeTokenList } from '../../shared/status/token-list.ts'
import type { StatusPurpose } from '../../shared/verification-result.ts'
import { DAY_SECONDS, inDays, NOW } from './clock.ts'
import { listUrl, ORIGIN } from './credentials.ts'
import { type Issuer, signCompact } from './issuer.ts'
import { STATUS_SERVICE } from './parties.ts'

/** The issuer's word that the status service may sign its lists. */
export const delegate = (
  issuer: Issuer,
  changes: JsonObject = {},
  signer: Issuer = issuer,
): Promise<string> =>
  signCompact(
    {
      ...buildStatusDelegation(
        STATUS_SERVICE,
        { validFrom: inDays(-300), validUntil: inDays(300) },
        {
          id: `${issuer.did}#status-delegation`,
          origin: ORIGIN,
          issuer: { did: issuer.did, name: issuer.name },
          status: [],
        },
      ),
      ...changes,
    },
    signer,
  )

export interface ListOrder {
  /** Indices whose value is 1. */
  readonly set?: readonly number[]
  /** Values by index, where they are not 0. */
  readonly values?: Readonly<Record<number, number>>
  /** How many values there are, and the bits of each. */
  readonly entries?: number
  readonly size?: number
  readonly changes?: JsonObject
  readonly subject?: JsonObject
  readonly signer?: Issuer
  readonly delegation?: string
}

function valuesOf(order: ListOrder, size: number, bitOrder: BitOrder): Uint8Array<ArrayBuffer> {
  const values = createValues(order.entries ?? STATUS_LIST_MIN_BITS, size)
  for (const index of order.set ?? []) writeValue(values, index, 1, size, bitOrder)
  for (const [index, value] of Object.entries(order.values ?? {})) {
    writeValue(values, Number(index), value, size, bitOrder)
  }
  return values
}

const orderOf = async (issuer: Issuer, url: string, { delegation, signer }: ListOrder) => ({
  url,
  statusIssuer: (signer ?? STATUS_SERVICE).did,
  delegation: delegation ?? (await delegate(issuer)),
  placed: [],
  entries: 8,
  fromSeconds: NOW - DAY_SECONDS / 2,
  untilSeconds: NOW + DAY_SECONDS / 2,
  ttlSeconds: 300,
})

/** A list of one issuer for one purpose, in force for a day, not signed yet. */
export async function unsignedList(
  issuer: Issuer,
  purpose: StatusPurpose,
  order: ListOrder = {},
): Promise<JsonObject> {
  const common = await orderOf(issuer, listUrl(issuer, purpose), order)
  const credential = await buildStatusListCredential({ ...common, purpose: 'revocation' })
  const subject = {
    ...(credential.credentialSubject as JsonObject),
    statusPurpose: purpose,
    encodedList: await encodeBitstring(valuesOf(order, order.size ?? 1, 'msb')),
    ...order.subject,
  }
  return { ...credential, credentialSubject: subject, ...order.changes }
}

/** The same list as the status service, or another signer, signs it. */
export const statusList = async (
  issuer: Issuer,
  purpose: StatusPurpose,
  order: ListOrder = {},
): Promise<string> =>
  signCompact(await unsignedList(issuer, purpose, order), order.signer ?? STATUS_SERVICE)

/** A token list of one issuer, in force for a day. @param header - members to add or to replace */
export async function tokenList(
  issuer: Issuer,
  url: string,
  order: ListOrder = {},
  header: JsonObject = {},
): Promise<string> {
  const common = await orderOf(issuer, url, order)
  const token = await buildStatusListToken({ ...common, purpose: 'revocation' })
  const bits = order.size ?? 2
  const statusListClaim = {
    bits,
    lst: await encodeTokenList(valuesOf(order, bits, 'lsb')),
    ...order.subject,
  }
  return signCompact(
    { ...token, status_list: statusListClaim, ...order.changes },
    order.signer ?? STATUS_SERVICE,
    { typ: 'statuslist+jwt', cty: undefined, ...header },
  )
}
