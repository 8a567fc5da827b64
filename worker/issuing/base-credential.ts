// The credential on which an order leans: whatever ends that one ends the new one, because both share its status entries.
import type { CredentialType } from '../../shared/credential-types/credential-type.ts'
import type { StatusPlace } from '../../shared/issue/credential-frame.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { CredentialState } from '../../shared/status/state-table.ts'
import type { AnyOrder } from '../../shared/wire/order-fields.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'

const BASE_KIND = 'licence'
/** What has ended cannot be extended, and what is suspended waits for its decision. */
const EXTENSIBLE: readonly CredentialState[] = ['active', 'conditions']

const refused = (detail: string) => err<Refusal>({ code: 'base_credential.refused', detail })

type Found = Result<readonly StatusPlace[] | undefined, Refusal>
type Sources = Pick<Services, 'baseCredentials'>

/**
 * For each order the status places of the licence that it extends; undefined where its kind leans on nothing. The licence must be one
 * of the same issuer, and in force.
 *
 * Refused by: `base_credential.refused`.
 */
export async function findBaseStatuses(
  { baseCredentials }: Sources,
  issuerSlug: string,
  orders: readonly AnyOrder[],
  { baseOf }: CredentialType,
): Promise<readonly Found[]> {
  if (!baseOf) return orders.map(() => ok(undefined))
  const ids = orders.map((order) => baseOf(order).slice('urn:uuid:'.length))
  const found = await baseCredentials.find(issuerSlug, ids)
  return ids.map((id) => {
    const base = found.get(id)
    if (base?.kind !== BASE_KIND) return refused('baseLicence names no licence of this issuer.')
    if (!EXTENSIBLE.includes(base.state)) return refused('The base licence is not in force.')
    return ok(base.places)
  })
}

/** As `findBaseStatuses`, of one order. */
export async function findBaseStatus(
  sources: Sources,
  issuerSlug: string,
  order: AnyOrder,
  type: CredentialType,
): Promise<Found> {
  const [found] = await findBaseStatuses(sources, issuerSlug, [order], type)
  return found ?? ok(undefined)
}
