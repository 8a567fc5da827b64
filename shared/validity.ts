// Is the credential within its period of validity? Pure.
import { formatDateTime } from './encoding/time.ts'
import { CLOCK_SKEW_SECONDS } from './limits.ts'
import type { CredentialClaims } from './parse/credential.ts'
import { problem } from './reasons.ts'
import { type CheckResult, notPassed, passed } from './verdict.ts'

type Period = Pick<CredentialClaims, 'validFromSeconds' | 'validUntilSeconds' | 'signedAtSeconds'>

/**
 * Checks `validFrom` and `validUntil` (and `nbf`, `exp`). Clocks may differ by 60 s at the beginning; at the very second of
 * `validUntil` a credential is expired. A signature from the future is held against the clock: asked about another day, a
 * credential that was signed anew since then is still judged by its period.
 *
 * Reasons: `validity_period.not_yet_valid`, `validity_period.expired`.
 * @see VCDM 2.0 §4.9; RFC 7519 §4.1.4 ("on or after")
 */
export function checkValidityPeriod(
  { validFromSeconds: from, validUntilSeconds: until, signedAtSeconds: signedAt }: Period,
  nowSeconds: number,
  clockSeconds: number = nowSeconds,
): CheckResult {
  if (until !== undefined && nowSeconds >= until) {
    return notPassed(problem('validity_period.expired', { validUntil: formatDateTime(until) }))
  }
  if (from !== undefined && from > nowSeconds + CLOCK_SKEW_SECONDS) {
    return notPassed(problem('validity_period.not_yet_valid', { validFrom: formatDateTime(from) }))
  }
  if (signedAt !== undefined && signedAt > clockSeconds + CLOCK_SKEW_SECONDS) {
    return notPassed(
      problem('validity_period.not_yet_valid', { validFrom: formatDateTime(signedAt) }),
    )
  }
  return passed('validity_period')
}
