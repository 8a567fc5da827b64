// What this deployment publishes: DID documents and status lists, read from storage.
import { buildDidDocument } from '../../shared/issue/did-document.ts'
import { didWebUrl } from '../../shared/keys/did-web.ts'
import type { OwnDocuments } from '../../shared/look-ups/look-ups.ts'
import { err, ok } from '../../shared/result.ts'
import { publishStatusList } from '../issuing/status-list.ts'
import { originOf } from '../keys/domain-origin.ts'
import type { Services } from '../services.ts'

/** How long others may keep our own DID documents: short, as we know at once when a key changes. */
export const OWN_DID_DOCUMENT_TTL_SECONDS = 300

/** The DID document of a DID that is hosted here, undefined where nobody has it. */
export async function hostedDidDocument(
  services: Pick<Services, 'addresses' | 'custody' | 'issuerDomains' | 'issuers' | 'settings'>,
  did: string,
): Promise<object | undefined> {
  const { addresses, custody, issuerDomains, issuers, settings } = services
  const slug = addresses.slugOf(did)
  const isService = did === addresses.statusDid || did === addresses.registryDid
  if (!isService && (slug === undefined || (await issuers.find(slug))?.did !== did))
    return undefined
  const domain = slug === undefined ? undefined : await issuerDomains.find(slug)
  const origins = isService ? [settings.origin] : domain ? [originOf(services, domain.host)] : []
  return buildDidDocument(did, await custody.publicKeys(did), origins)
}

/**
 * Whatever names our host is ours, in any spelling: asking ourselves over the network could go round in circles.
 *
 * @param services - read only when asked: look-ups are themselves one of the services
 */
export function createOwnDocuments(services: () => Services): OwnDocuments {
  return {
    didDocument(did) {
      const { settings } = services()
      const host = didWebUrl(did, settings.developmentHosts)?.host
      if (host !== new URL(settings.origin).host) return undefined
      return hostedDidDocument(services(), did).then((document) =>
        document
          ? ok({ document, maxAgeSeconds: OWN_DID_DOCUMENT_TTL_SECONDS })
          : err('unreachable'),
      )
    },
    isOurs: (url) => new URL(url).host === new URL(services().settings.origin).host,
    statusList(url, question) {
      const { settings, platform } = services()
      if (new URL(url).origin !== settings.origin) return undefined
      return publishStatusList(services(), url, question).then((list) =>
        list ? ok({ ...list, fetchedAtSeconds: platform.now() }) : err('unreachable'),
      )
    },
  }
}
