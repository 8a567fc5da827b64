// Publishes status lists, of either kind: signed when their entries changed or their signature grows old, or for a past moment.
import type { StatusListKind } from '../../shared/index.ts'
import {
  buildStatusListCredential,
  buildStatusListToken,
  type StatusListOrder,
} from '../../shared/issue/status-list-credential.ts'
import { signStatusListToken, signVcJwt } from '../../shared/issue/vc-jwt.ts'
import { STATUS_LIST_MAX_LIFETIME_SECONDS, STATUS_LIST_MIN_BITS } from '../../shared/limits.ts'
import type { PlacedState } from '../../shared/status/published-values.ts'
import type { Services } from '../services.ts'
import type { StatusListRow } from '../storage/status-lists.ts'
import { statusDelegation } from './status-delegation.ts'

/** Signed anew at half of its life: a reader always has hours left. */
const RESIGN_AFTER_SECONDS = STATUS_LIST_MAX_LIFETIME_SECONDS / 2

interface ListRequest {
  readonly kind: StatusListKind
  /** A past moment, seconds since the Unix epoch. */
  readonly atSeconds?: number
}

/**
 * The signed list at an address of ours, undefined where there is none: no such list, or none yet at the moment asked for, or a
 * moment that has not come.
 */
export async function publishStatusList(
  services: Services,
  url: string,
  { kind, atSeconds }: ListRequest,
): Promise<string | undefined> {
  const list = await services.statusLists.find(url)
  if (!list) return undefined
  return atSeconds === undefined
    ? publishCurrent(services, list, kind)
    : publishPast(services, list, kind, atSeconds)
}

async function publishCurrent(
  services: Services,
  list: StatusListRow,
  kind: StatusListKind,
): Promise<string> {
  const { statusLists, platform } = services
  const nowSeconds = platform.now()
  const signed = await statusLists.signed(list.url, kind)
  if (signed?.revision === list.revision && nowSeconds - signed.atSeconds < RESIGN_AFTER_SECONDS) {
    return signed.text
  }
  // The revision was read before the states: states newer than it make the list newer than it says, never older.
  const placed = await statusLists.placedStates(list)
  const untilSeconds = nowSeconds + STATUS_LIST_MAX_LIFETIME_SECONDS
  const text = await sign(services, list, kind, placed, { fromSeconds: nowSeconds, untilSeconds })
  await statusLists.saveSigned(list.url, kind, list.revision, text)
  return text
}

/** Says only how it was at that moment, for a lifetime that begins with it. */
async function publishPast(
  services: Services,
  list: StatusListRow,
  kind: StatusListKind,
  atSeconds: number,
): Promise<string | undefined> {
  const { platform, settings, statusLists } = services
  if (atSeconds < list.openedAtSeconds || atSeconds > platform.now()) return undefined
  const placed = await statusLists.placedStatesAt(list.url, atSeconds)
  const untilSeconds = atSeconds + settings.statusTtlSeconds
  return sign(services, list, kind, placed, { fromSeconds: atSeconds, untilSeconds })
}

const SIGN: Readonly<
  Record<
    StatusListKind,
    (
      order: StatusListOrder,
      signer: Awaited<ReturnType<Services['custody']['signer']>>,
    ) => Promise<string>
  >
> = {
  bitstring: async (order, signer) => signVcJwt(await buildStatusListCredential(order), signer),
  token: async (order, signer) => signStatusListToken(await buildStatusListToken(order), signer),
}

async function sign(
  services: Services,
  { issuerSlug, purpose, url }: StatusListRow,
  kind: StatusListKind,
  placed: readonly PlacedState[],
  period: { readonly fromSeconds: number; readonly untilSeconds: number },
): Promise<string> {
  const { addresses, custody, issuers, settings } = services
  const issuer = await issuers.find(issuerSlug)
  if (!issuer) throw new Error('A status list has no issuer')
  const order = {
    ...period,
    url,
    purpose,
    placed,
    entries: STATUS_LIST_MIN_BITS,
    statusIssuer: addresses.statusDid,
    delegation: await statusDelegation(services, issuer),
    ttlSeconds: settings.statusTtlSeconds,
  }
  return SIGN[kind](order, await custody.signer(addresses.statusDid))
}
