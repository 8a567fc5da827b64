// The Key Binding JWT at the end of a presented SD-JWT, taken apart and not checked. Pure.
import { readNumericDate } from '../../encoding/time.ts'
import { type Problem, problem, type ReasonCodeOf } from '../../reasons.ts'
import { err, ok, type Result } from '../../result.ts'
import { decodeCompactJws } from '../compact-jws.ts'
import type { ParsedKeyBinding } from '../credential.ts'

const TYPS: ReadonlySet<unknown> = new Set(['kb+jwt', 'application/kb+jwt'])

/**
 * Reads a KB-JWT.
 *
 * Reasons: `holder_binding.mismatch`.
 * @param presentedHash - the digest of the SD-JWT before it, with its last tilde
 * @see RFC 9901 §4.3
 */
export function readKeyBinding(
  text: string,
  presentedHash: string,
): Result<ParsedKeyBinding, Problem<ReasonCodeOf<'holder_binding'>>> {
  const jws = decodeCompactJws(text)
  if (!jws.ok || !TYPS.has(jws.value.header.typ)) return err(problem('holder_binding.mismatch'))
  const { nonce, aud, iat, sd_hash: sdHash } = jws.value.payload
  const issuedAtSeconds = readNumericDate(iat)
  const isComplete =
    typeof nonce === 'string' && typeof aud === 'string' && typeof sdHash === 'string'
  if (!isComplete || issuedAtSeconds === null) return err(problem('holder_binding.mismatch'))
  const signature = jws.value.signature('authentication')
  return ok({ signature, nonce, audience: aud, issuedAtSeconds, sdHash, presentedHash })
}
