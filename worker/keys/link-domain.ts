// An issuer's own domain: what it has to serve there, and whether both say that they belong together. Asks the domain itself.

import type { JsonObject } from '../../shared/encoding/json.ts'
import { buildDidConfiguration, signDomainLinkage } from '../../shared/issue/domain-linkage.ts'
import {
  type LinkageFault,
  namesOrigin,
  verifyDomainLinkage,
} from '../../shared/keys/domain-linkage.ts'
import { DOMAIN_LINKAGE_LIFETIME_SECONDS } from '../../shared/limits.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Actor } from '../auth/actor.ts'
import { hostedDidDocument } from '../look-ups/own-documents.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'
import type { IssuerDomain } from '../storage/issuer-domains.ts'
import type { Issuer } from '../storage/issuers.ts'
import { originOf } from './domain-origin.ts'

const LIFETIME_SECONDS = 365 * 86_400

const DETAILS = {
  unreachable: 'The file could not be fetched: it must be served as JSON, with status 200.',
  malformed: 'What is served there is no DID configuration.',
  credential_missing: 'The file holds no credential of your DID for this domain.',
  expired: 'The credential in the file is not in force.',
  forged: 'The credential in the file is not signed by a key of your DID.',
  service_missing:
    'Your DID document does not name this domain in a service of type LinkedDomains.',
} as const satisfies Record<LinkageFault | 'unreachable', string>

const unlinked = (fault: keyof typeof DETAILS): Result<never, Refusal> =>
  err({ code: 'domain.unlinked', detail: DETAILS[fault] })

/**
 * What an issuer serves at `https://<host>/.well-known/did-configuration.json`. Throws `KeyIsElsewhere` where it keeps its key to itself:
 * then it signs that credential, too.
 */
export async function configurationFor(
  services: Services,
  { did }: Issuer,
  host: string,
): Promise<JsonObject> {
  const fromSeconds = services.platform.now()
  const linkage = {
    origin: originOf(services, host),
    fromSeconds,
    untilSeconds: fromSeconds + LIFETIME_SECONDS,
  }
  return buildDidConfiguration([
    await signDomainLinkage(linkage, await services.custody.signer(did)),
  ])
}

/**
 * Asks the domain, and believes it for 90 days where it names the DID. A DID that is hosted here names the domain from then on; one at a
 * domain of its own must name it before.
 *
 * Refusals: `domain.unlinked`. A link that no longer holds is taken back.
 */
export async function linkDomain(
  services: Services,
  { did, slug }: Issuer,
  host: string,
  actor: Actor,
): Promise<Result<IssuerDomain, Refusal>> {
  const { audit, issuerDomains, platform, trustList } = services
  const checkedSeconds = platform.now()
  const judged = await judge(services, did, originOf(services, host), checkedSeconds)
  if (!judged.ok) {
    const known = await issuerDomains.find(slug)
    if (known?.host === host) await unlinkDomain(services, slug, known, actor)
    return unlinked(judged.error)
  }
  const validUntilSeconds = Math.min(judged.value, checkedSeconds + DOMAIN_LINKAGE_LIFETIME_SECONDS)
  const domain = { issuerSlug: slug, host, checkedSeconds, validUntilSeconds }
  await audit.append(slug, { actor, action: 'domain.linked', target: host }, [
    issuerDomains.put(domain),
    trustList.advance(),
  ])
  return ok(domain)
}

async function judge(
  services: Services,
  did: string,
  origin: string,
  nowSeconds: number,
): Promise<Result<number, keyof typeof DETAILS>> {
  const { addresses, lookUps, platform } = services
  const isHosted = addresses.isOurs(did)
  const document = isHosted
    ? ok(await hostedDidDocument(services, did))
    : await lookUps.currentDidDocument(did)
  if (!document.ok) return document
  if (!isHosted && !namesOrigin(document.value, origin)) return err('service_missing')
  const configuration = await lookUps.didConfiguration(origin)
  if (!configuration.ok) return configuration
  return verifyDomainLinkage({
    did,
    origin,
    didDocument: document.value,
    configuration: configuration.value,
    nowSeconds,
    engine: platform.engine,
  })
}

/** People are shown the host of the DID again. */
export async function unlinkDomain(
  { audit, issuerDomains, trustList }: Services,
  slug: string,
  { host }: IssuerDomain,
  actor: Actor,
): Promise<void> {
  await audit.append(slug, { actor, action: 'domain.unlinked', target: host }, [
    issuerDomains.remove(slug),
    trustList.advance(),
  ])
}
