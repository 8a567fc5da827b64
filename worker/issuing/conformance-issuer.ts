// An issuer for outside test suites: a did:key that needs no API key. It exists only where a deployment switches it on.
import { CONFORMANCE_SLUG } from '../dids.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'

/**
 * The conformance issuer, made with its key at the first question; undefined unless it is switched on. Nobody can accredit it: no
 * trust list ever holds it.
 */
export async function conformanceIssuer({
  custody,
  issuers,
  settings,
}: Pick<Services, 'custody' | 'issuers' | 'settings'>): Promise<Issuer | undefined> {
  if (!settings.hasConformanceIssuer) return undefined
  const known = await issuers.find(CONFORMANCE_SLUG)
  if (known) return known
  const did = await custody.createDidKey()
  await issuers.addWithoutKey({
    slug: CONFORMANCE_SLUG,
    did,
    name: 'Conformance issuer',
    isTrustAnchor: false,
  })
  // Another request may have been faster: then its key counts.
  return issuers.find(CONFORMANCE_SLUG)
}
