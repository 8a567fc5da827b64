// Founds an issuer: its row, its first API key and its first signing key. Uses storage and custody.
import { didWebHost } from '../../shared/keys/did-web.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { CreateIssuer } from '../../shared/wire/administration.ts'
import { API_SCOPES } from '../../shared/wire/operators.ts'
import type { Actor } from '../auth/actor.ts'
import { createApiKey } from '../auth/api-keys.ts'
import { hashSecret } from '../auth/secret.ts'
import type { Services } from '../services.ts'
import { succeedsUnlessTaken } from '../storage/unique.ts'

export const ADMINISTRATOR: Actor = { kind: 'administrator' }

export interface FoundedIssuer {
  readonly did: string
  /** Shown this once. */
  readonly apiKey: string
}

/**
 * In the name of the administrator of the deployment, who was asked for the key before.
 *
 * @returns `ambiguous` where the DID is at our own domain and not the one that the slug gives, `taken` where the slug is
 */
export async function foundIssuer(
  services: Services,
  order: CreateIssuer,
): Promise<Result<FoundedIssuer, 'ambiguous' | 'taken'>> {
  const { addresses, audit, custody, issuers } = services
  const { slug, name, url, trustAnchor, did = addresses.issuerDid(slug) } = order
  if (isAmbiguous(services, did, slug)) return err('ambiguous')
  const apiKey = createApiKey()
  const keyHash = await hashSecret(apiKey)
  // One transaction: where the slug is taken nothing is written, above all no key to somebody else's issuer.
  const added = audit.append(
    slug,
    {
      actor: ADMINISTRATOR,
      action: 'api_key.made',
      target: `api_key:${keyHash}`,
      detail: { scopes: API_SCOPES.join(' ') },
    },
    issuers.inserts(
      { slug, did, name, ...(url !== undefined && { url }), isTrustAnchor: trustAnchor },
      { keyHash, issuerSlug: slug, scopes: API_SCOPES },
    ),
  )
  if (!(await succeedsUnlessTaken(added))) return err('taken')
  await custody.publicKeys(did)
  return ok({ did, apiKey })
}

/** Whether a DID is at our own domain and not the one that its slug gives it: somebody else's, or nobody's. */
const isAmbiguous = ({ addresses, settings }: Services, did: string, slug: string): boolean =>
  did !== addresses.issuerDid(slug) && didWebHost(did) === new URL(settings.origin).host
