// A status list of the conformance issuer: signed by that issuer itself, with an embedded proof, as suites want to read it.
import type { JsonObject } from '../../shared/encoding/json.ts'
import { signDataIntegrity } from '../../shared/issue/data-integrity.ts'
import { buildStatusListCredential } from '../../shared/issue/status-list-credential.ts'
import { STATUS_LIST_MAX_LIFETIME_SECONDS, STATUS_LIST_MIN_BITS } from '../../shared/limits.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'

/** The signed list at an address of ours, undefined where this issuer has none there. */
export async function publishConformanceList(
  { custody, platform, settings, statusLists }: Services,
  issuer: Issuer,
  url: string,
): Promise<JsonObject | undefined> {
  const list = await statusLists.find(url)
  if (list?.issuerSlug !== issuer.slug) return undefined
  const nowSeconds = platform.now()
  const lastSeconds = nowSeconds + STATUS_LIST_MAX_LIFETIME_SECONDS
  const untilSeconds = Math.min(lastSeconds, (await statusLists.nextChange(url)) ?? lastSeconds)
  const credential = await buildStatusListCredential({
    url,
    statusIssuer: issuer.did,
    purpose: list.purpose,
    placed: await statusLists.placedStates(list),
    entries: STATUS_LIST_MIN_BITS,
    fromSeconds: nowSeconds,
    untilSeconds,
    ttlSeconds: Math.min(settings.statusTtlSeconds, untilSeconds - nowSeconds),
  })
  const signed = await signDataIntegrity(
    credential,
    { cryptosuite: 'eddsa-rdfc-2022', createdSeconds: nowSeconds },
    await custody.signer(issuer.did),
  )
  if (!signed.ok) throw new Error('A status list of ours could not be canonicalised')
  return signed.value
}
