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
import type { SignedStatusList, StatusListRow } from '../storage/status-lists.ts'
import { statusDelegation } from './status-delegation.ts'

/** Signed anew at half of its life: a reader always has hours left. */
const RESIGN_AFTER_SECONDS = STATUS_LIST_MAX_LIFETIME_SECONDS / 2

export interface PublishedList {
  readonly text: string
  readonly maxAgeSeconds: number
}

interface ListRequest {
  readonly kind: StatusListKind
  /** A past moment, seconds since the Unix epoch. */
  readonly atSeconds?: number
}

/** How long whoever does not sign waits for who does, before looking again … */
const WAIT_MS = 50
/** … and how often. Then that one is given up for dead. */
const WAITS = 40

/**
 * The signed list at an address of ours, undefined where there is none: no such list, or none yet at the moment asked for, or a
 * moment that has not come. Nobody may keep it for longer than it says: not beyond the next scheduled change of what it holds.
 *
 * A list is signed once in a second at most, however many ask and however often it changes: within the second in which it was signed
 * it may be older than the newest change, and then nobody may keep it at all.
 */
export async function publishStatusList(
  services: Services,
  url: string,
  { kind, atSeconds }: ListRequest,
): Promise<PublishedList | undefined> {
  if (atSeconds === undefined) return publishCurrent(services, url, kind)
  const list = await services.statusLists.find(url)
  return list && publishPast(services, list, kind, atSeconds)
}

async function publishCurrent(
  services: Services,
  url: string,
  kind: StatusListKind,
): Promise<PublishedList | undefined> {
  const { statusLists, platform } = services
  for (let waits = 0; ; waits++) {
    const list = await statusLists.find(url)
    if (!list) return undefined
    const signed = await statusLists.signed(url, kind)
    const nowSeconds = platform.now()
    const second = platform.signingSecond()
    if (signed && nowSeconds < signed.untilSeconds) {
      const isOld = nowSeconds - signed.atSeconds >= RESIGN_AFTER_SECONDS
      if (signed.revision === list.revision && !isOld) return published(services, signed)
      if (signed.second >= second) return { text: signed.text, maxAgeSeconds: 0 }
    }
    if (waits === WAITS || (await statusLists.claimSigning(url, kind, second))) {
      return published(services, await signCurrent(services, list, kind, second))
    }
    await platform.wait(WAIT_MS)
  }
}

async function signCurrent(
  services: Services,
  list: StatusListRow,
  kind: StatusListKind,
  second: number,
): Promise<SignedStatusList> {
  const { statusLists, platform } = services
  const atSeconds = platform.now()
  // Both are read after the revision: what is newer makes the list newer than it says, never older.
  const next = await statusLists.nextChange(list.url)
  if (next !== undefined && next <= atSeconds) {
    const settled = await statusLists.find(list.url)
    return signCurrent(services, settled ?? list, kind, second)
  }
  const placed = await statusLists.placedStates(list)
  const lastSeconds = atSeconds + STATUS_LIST_MAX_LIFETIME_SECONDS
  const untilSeconds = Math.min(lastSeconds, next ?? lastSeconds)
  const text = await sign(services, list, kind, placed, { fromSeconds: atSeconds, untilSeconds })
  const signed = { text, revision: list.revision, atSeconds, untilSeconds, second }
  await statusLists.saveSigned(list.url, kind, signed)
  return signed
}

/** How long a reader may keep it counts from now: it was not signed just for him. */
const published = (
  { platform, settings }: Services,
  { text, untilSeconds }: SignedStatusList,
): PublishedList => ({
  text,
  maxAgeSeconds: Math.max(0, Math.min(settings.statusTtlSeconds, untilSeconds - platform.now())),
})

/** Says only how it was at that moment, for a lifetime that begins with it. */
async function publishPast(
  services: Services,
  list: StatusListRow,
  kind: StatusListKind,
  atSeconds: number,
): Promise<PublishedList | undefined> {
  const { platform, settings, statusLists } = services
  if (atSeconds < list.openedAtSeconds || atSeconds > platform.now()) return undefined
  const placed = await statusLists.placedStatesAt(list.url, atSeconds)
  const maxAgeSeconds = settings.statusTtlSeconds
  const period = { fromSeconds: atSeconds, untilSeconds: atSeconds + maxAgeSeconds }
  return { text: await sign(services, list, kind, placed, period), maxAgeSeconds }
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
    ttlSeconds: Math.min(settings.statusTtlSeconds, period.untilSeconds - period.fromSeconds),
  }
  return SIGN[kind](order, await custody.signer(addresses.statusDid))
}
