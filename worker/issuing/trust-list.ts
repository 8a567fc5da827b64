// Publishes the trust list: signed when accreditations changed or its signature grows old.
import { formatDateTime } from '../../shared/encoding/time.ts'
import { buildTrustListCredential } from '../../shared/issue/trust-list-credential.ts'
import { signVcJwt } from '../../shared/issue/vc-jwt.ts'
import { TRUST_LIST_MAX_LIFETIME_SECONDS } from '../../shared/limits.ts'
import type { TrustedEntity } from '../../shared/trust/snapshot.ts'
import type { KeyListing, ListedKey } from '../keys/custody.ts'
import type { Services } from '../services.ts'
import type { IssuerDomain } from '../storage/issuer-domains.ts'
import { STATUS_SERVICE_NAME } from './status-delegation.ts'

const RESIGN_AFTER_SECONDS = TRUST_LIST_MAX_LIFETIME_SECONDS / 2

type Sources = Pick<
  Services,
  | 'accreditations'
  | 'addresses'
  | 'custody'
  | 'issuerDomains'
  | 'issuers'
  | 'platform'
  | 'registrySuccessions'
  | 'remarks'
  | 'settings'
  | 'trustList'
>

/** The signed trust list as `vc+jwt`. */
export async function publishTrustList(services: Sources): Promise<string> {
  const { trustList, addresses, custody, platform, remarks, settings, accreditations } = services
  const nowSeconds = platform.now()
  const { sequence, signed } = await trustList.read()
  if (signed?.sequence === sequence && nowSeconds - signed.atSeconds < RESIGN_AFTER_SECONDS) {
    return signed.text
  }
  const credential = buildTrustListCredential({
    origin: settings.origin,
    registry: addresses.registryDid,
    sequence,
    validFrom: formatDateTime(nowSeconds),
    validUntil: formatDateTime(nowSeconds + TRUST_LIST_MAX_LIFETIME_SECONDS),
    anchors: await listAnchors(services),
    entities: await listEntities(services),
    accreditations: (await accreditations.list()).map(({ text }) => text),
    successions: await services.registrySuccessions.list(),
    remarks: await remarks.list(),
  })
  const text = await signVcJwt(credential, await custody.signer(addresses.registryDid))
  await trustList.saveSigned(sequence, text)
  return text
}

export async function listAnchors({
  issuerDomains,
  issuers,
  custody,
}: Sources): Promise<TrustedEntity[]> {
  const anchors = (await issuers.list()).filter(({ isTrustAnchor }) => isTrustAnchor)
  const domains = await issuerDomains.list()
  return Promise.all(
    anchors.map(async ({ did, name, slug }) => ({
      did,
      name,
      ...domainOf(domains, slug),
      ...(await custody.listing(did)),
    })),
  )
}

/** What it has proved, so that people are shown that domain. */
function domainOf(domains: ReadonlyMap<string, IssuerDomain>, slug: string | undefined) {
  const domain = slug === undefined ? undefined : domains.get(slug)
  return domain && { domain: domain.host }
}

const NO_KEYS: KeyListing = { keys: [], compromised: [] }

/** Accredited organisations, those that accredit, and the status service. An issuer that nobody accredited is not listed. */
async function listEntities(services: Sources): Promise<TrustedEntity[]> {
  const { accreditations, addresses, custody, issuerDomains, issuers } = services
  const domains = await issuerDomains.list()
  const hosted = await issuers.list()
  const given = await accreditations.list()
  const listedKeys = await accreditations.listedKeys()
  const accreditors = new Set(given.map(({ accreditorSlug }) => accreditorSlug))
  const names = new Map(given.map(({ subject }) => [subject.did, subject.name]))
  for (const { slug, did, name, isTrustAnchor } of hosted) {
    if (names.has(did) || accreditors.has(slug) || isTrustAnchor) names.set(did, name)
  }
  names.set(addresses.statusDid, STATUS_SERVICE_NAME)
  const slugs = new Map(hosted.map(({ did, slug }) => [did, slug]))
  const ours = new Set([...slugs.keys(), addresses.statusDid])
  const entities = await Promise.all(
    [...names].map(async ([did, name]) => {
      const listing = ours.has(did) ? await custody.listing(did) : NO_KEYS
      const others = listedKeys.get(did) ?? []
      const isNew = ({ kid }: ListedKey) => !listing.keys.some((key) => key.kid === kid)
      const domain = domainOf(domains, slugs.get(did))
      return { did, name, ...domain, ...listing, keys: [...listing.keys, ...others.filter(isNew)] }
    }),
  )
  // Who has not registered a key yet has nothing to verify by.
  return entities.filter(({ keys, compromised }) => keys.length + compromised.length > 0)
}
