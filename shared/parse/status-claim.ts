// The `status` claim of a JWT: where it stands in a token status list. Pure.
import { isJsonObject, type JsonObject } from '../encoding/json.ts'
import type { Problem, ReasonCodeOf } from '../reasons.ts'
import { ok, type Result } from '../result.ts'
import { malformed } from './properties.ts'

/**
 * Reads `status` as status entries. Every mechanism that it names counts; one that we do not know is an entry of a type that we
 * do not know.
 *
 * Reasons: `format.property_malformed`.
 * @see Token Status List §6.2
 */
export function readStatusClaim({
  status,
}: JsonObject): Result<readonly JsonObject[], Problem<ReasonCodeOf<'format'>>> {
  if (status === undefined) return ok([])
  if (!isJsonObject(status) || Object.keys(status).length === 0) return malformed('status')
  const entries: JsonObject[] = []
  for (const [mechanism, value] of Object.entries(status)) {
    if (mechanism !== 'status_list') {
      entries.push({ type: mechanism })
      continue
    }
    const { uri, idx } = isJsonObject(value) ? value : {}
    if (typeof uri !== 'string' || !Number.isSafeInteger(idx) || Number(idx) < 0) {
      return malformed('status.status_list')
    }
    entries.push({ type: 'TokenStatusListEntry', uri, idx })
  }
  return ok(entries)
}
