// Publishes status lists: signed when their entries changed or their signature grows old.
import { formatDateTime } from '../../shared/encoding/time.ts'
import { buildStatusListCredential } from '../../shared/issue/status-list-credential.ts'
import { signVcJwt } from '../../shared/issue/vc-jwt.ts'
import { STATUS_LIST_MAX_LIFETIME_SECONDS, STATUS_LIST_MIN_BITS } from '../../shared/limits.ts'
import { createBitstring, setBit } from '../../shared/status/bitstring.ts'
import type { Services } from '../services.ts'
import { statusDelegation } from './status-delegation.ts'

/** Signed anew at half of its life: a reader always has hours left. */
const RESIGN_AFTER_SECONDS = STATUS_LIST_MAX_LIFETIME_SECONDS / 2

/** The signed list at an address of ours as `vc+jwt`, undefined where there is none. */
export async function publishStatusList(
  services: Services,
  url: string,
): Promise<string | undefined> {
  const { statusLists, issuers, addresses, custody, platform, settings } = services
  const list = await statusLists.find(url)
  const issuer = list && (await issuers.find(list.issuerSlug))
  if (!list || !issuer) return undefined
  const nowSeconds = platform.now()
  const { signed } = list
  if (signed?.revision === list.revision && nowSeconds - signed.atSeconds < RESIGN_AFTER_SECONDS) {
    return signed.text
  }
  // The revision was read before the entries: entries newer than it make the list newer than it says, never older.
  const bitstring = createBitstring(STATUS_LIST_MIN_BITS)
  for (const index of await statusLists.setIndices(url)) setBit(bitstring, index)
  const credential = await buildStatusListCredential({
    url,
    statusIssuer: addresses.statusDid,
    delegation: await statusDelegation(services, issuer),
    purpose: list.purpose,
    bitstring,
    validFrom: formatDateTime(nowSeconds),
    validUntil: formatDateTime(nowSeconds + STATUS_LIST_MAX_LIFETIME_SECONDS),
    ttlSeconds: settings.statusTtlSeconds,
  })
  const text = await signVcJwt(credential, await custody.signer(addresses.statusDid))
  await statusLists.saveSigned(url, list.revision, text)
  return text
}
