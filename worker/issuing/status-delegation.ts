// An issuer's signed word that the status service may sign its lists: made when missing, renewed in good time.
import { formatDateTime, parseDateTime } from '../../shared/encoding/time.ts'
import { buildStatusDelegation } from '../../shared/issue/accreditation.ts'
import { signVcJwt } from '../../shared/issue/vc-jwt.ts'
import { parseCompactJws } from '../../shared/parse/compact-jws.ts'
import type { ListedKey } from '../keys/custody.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'

const LIFETIME_SECONDS = 365 * 86_400
/** Renewed while a month is left, so that lists signed today can be checked until they expire. */
const RENEW_BEFORE_SECONDS = 30 * 86_400

export const STATUS_SERVICE_NAME = 'Licet status service'

export async function statusDelegation(services: Services, issuer: Issuer): Promise<string> {
  const { accreditations, addresses, custody, platform, settings } = services
  const nowSeconds = platform.now()
  const stored = await accreditations.findDelegation(issuer.slug)
  const isLasting = stored && stored.validUntilSeconds - RENEW_BEFORE_SECONDS > nowSeconds
  if (isLasting && isSignedByAny(stored.text, await custody.publicKeys(issuer.did))) {
    return stored.text
  }

  const period = {
    validFrom: formatDateTime(nowSeconds),
    validUntil: formatDateTime(nowSeconds + LIFETIME_SECONDS),
  }
  const delegation = buildStatusDelegation(
    { did: addresses.statusDid, name: STATUS_SERVICE_NAME },
    period,
    { id: `urn:uuid:${platform.uuid()}`, origin: settings.origin, issuer, status: [] },
  )
  const text = await signVcJwt(delegation, await custody.signer(issuer.did))
  await accreditations.saveDelegation(issuer.slug, text, parseDateTime(period.validUntil) ?? 0)
  return text
}

/** False once its key is compromised: then nothing proves when it was signed. */
function isSignedByAny(text: string, keys: readonly ListedKey[]): boolean {
  const parsed = parseCompactJws(text)
  const kid = parsed.ok ? parsed.value.signatures[0]?.kid : undefined
  return keys.some((key) => key.kid === kid)
}
