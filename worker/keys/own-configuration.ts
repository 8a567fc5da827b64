// Which DIDs say that this origin is theirs: the registry and the status service.
import type { JsonObject } from '../../shared/encoding/json.ts'
import { buildDidConfiguration, signDomainLinkage } from '../../shared/issue/domain-linkage.ts'
import { DOMAIN_LINKAGE_LIFETIME_SECONDS } from '../../shared/limits.ts'
import type { Services } from '../services.ts'

const DAY_SECONDS = 86_400

/** The same all day, so that caches can tell. */
export async function ownConfiguration({
  addresses,
  custody,
  platform,
  settings,
}: Services): Promise<JsonObject> {
  const fromSeconds = Math.floor(platform.now() / DAY_SECONDS) * DAY_SECONDS
  const untilSeconds = fromSeconds + DOMAIN_LINKAGE_LIFETIME_SECONDS
  const linkage = { origin: settings.origin, fromSeconds, untilSeconds }
  const dids = [addresses.registryDid, addresses.statusDid]
  const sign = async (did: string) => signDomainLinkage(linkage, await custody.signer(did))
  return buildDidConfiguration(await Promise.all(dids.map(sign)))
}
