// An issuer's signed word that the status service may sign its lists: made when missing, renewed in good time.
import { formatDateTime } from '../../shared/encoding/time.ts'
import { buildStatusDelegation } from '../../shared/issue/accreditation.ts'
import { signVcJwt } from '../../shared/issue/vc-jwt.ts'
import { parseCompactJws } from '../../shared/parse/compact-jws.ts'
import type { ListedKey } from '../keys/custody.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'
import { findClosed } from './closing.ts'

const LIFETIME_SECONDS = 365 * 86_400
/** Renewed while a month is left, so that lists signed today can be checked until they expire. */
const RENEW_BEFORE_SECONDS = 30 * 86_400

export const STATUS_SERVICE_NAME = 'Licet status service'

/**
 * The issuer's word, made and signed where it is missing and this deployment holds the key; an issuer signs its own elsewhere.
 * When that of an issuer that closed runs out, the word of who keeps its records takes its place.
 */
export async function statusDelegation(services: Services, issuer: Issuer): Promise<string> {
  const { accreditations, addresses, custody } = services
  const lasting = await findLastingDelegation(services, issuer)
  if (lasting !== undefined) return lasting
  const keeper = (await findClosed(services, issuer))?.keeper
  const kept = keeper && (await keptDelegation(services, keeper))
  if (kept !== undefined) return kept
  const old = addresses.isOurs(issuer.did)
    ? undefined
    : await accreditations.findDelegation(issuer.slug)
  // Whether one that ends soon still counts is for its readers to judge.
  if (old) return old.text
  const { credential, validUntilSeconds } = buildDelegation(services, issuer)
  const text = await signVcJwt(credential, await custody.signer(issuer.did))
  await accreditations.saveDelegation(issuer.slug, text, validUntilSeconds)
  return text
}

/** The word of who keeps the records, where it is there or can be given here. */
const keptDelegation = async (services: Services, keeper: Issuer): Promise<string | undefined> =>
  services.addresses.isOurs(keeper.did)
    ? statusDelegation(services, keeper)
    : findLastingDelegation(services, keeper)

/** The stored word, where it lasts for a good while and its key is not compromised. */
export async function findLastingDelegation(
  { accreditations, custody, platform }: Services,
  issuer: Issuer,
): Promise<string | undefined> {
  const stored = await accreditations.findDelegation(issuer.slug)
  if (!stored || stored.validUntilSeconds - RENEW_BEFORE_SECONDS <= platform.now()) return undefined
  return isSignedByAny(stored.text, await custody.publicKeys(issuer.did)) ? stored.text : undefined
}

/** An unsigned word for a year from now. */
export function buildDelegation({ addresses, platform, settings }: Services, issuer: Issuer) {
  const nowSeconds = platform.now()
  const validUntilSeconds = nowSeconds + LIFETIME_SECONDS
  const credential = buildStatusDelegation(
    { did: addresses.statusDid, name: STATUS_SERVICE_NAME },
    { validFrom: formatDateTime(nowSeconds), validUntil: formatDateTime(validUntilSeconds) },
    { id: `urn:uuid:${platform.uuid()}`, origin: settings.origin, issuer, status: [] },
  )
  return { credential, validUntilSeconds }
}

/** False once its key is compromised: then nothing proves when it was signed. */
function isSignedByAny(text: string, keys: readonly ListedKey[]): boolean {
  const parsed = parseCompactJws(text)
  const kid = parsed.ok ? parsed.value.signatures[0]?.kid : undefined
  return keys.some((key) => key.kid === kid)
}
