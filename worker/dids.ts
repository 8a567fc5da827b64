// The DIDs and addresses of this deployment. Pure.
import type { PublishedPurpose } from '../shared/status/state-table.ts'

const PURPOSE_LETTER = { revocation: 'r', suspension: 's', message: 'm' } as const satisfies Record<
  PublishedPurpose,
  string
>

/** The slug of the conformance issuer. Nobody can found an issuer of this name: it is no slug by `slugSchema`. */
export const CONFORMANCE_SLUG = '_conformance'

export interface Addresses {
  /** Signs the trust list. */
  readonly registryDid: string
  /** Signs status lists for every issuer that is hosted here. */
  readonly statusDid: string
  readonly issuerDid: (slug: string) => string
  /** Whether a DID is the registry's, the status service's or of an issuer that is hosted here. */
  readonly isOurs: (did: string) => boolean
  /** The slug of a DID that is hosted here, undefined for any other. */
  readonly slugOf: (did: string) => string | undefined
  readonly statusListUrl: (slug: string, purpose: PublishedPurpose, number: number) => string
}

/** @param origin - the deployment's origin, which fixes the host in every DID */
export function createAddresses(origin: string): Addresses {
  const base = `did:web:${encodeURIComponent(new URL(origin).host)}`
  const issuerPrefix = `${base}:issuers:`
  return {
    registryDid: `${base}:registry`,
    statusDid: `${base}:status`,
    isOurs: (did) =>
      did === `${base}:registry` || did === `${base}:status` || did.startsWith(issuerPrefix),
    issuerDid: (slug) => issuerPrefix + slug,
    slugOf: (did) => (did.startsWith(issuerPrefix) ? did.slice(issuerPrefix.length) : undefined),
    statusListUrl: (slug, purpose, number) =>
      `${origin}/${listFolder(slug)}/${PURPOSE_LETTER[purpose]}${number}`,
  }
}

const listFolder = (slug: string): string =>
  slug === CONFORMANCE_SLUG ? 'conformance/status' : `issuers/${slug}/status`
