// The credential on which an order leans: whatever ends that one ends the new one, because both share its status entries.
import type { CredentialType } from '../../shared/credential-types/credential-type.ts'
import type { StatusPlace } from '../../shared/issue/credential-frame.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { CredentialState } from '../../shared/status/state-table.ts'
import type { IssueCredential } from '../../shared/wire/issue-credential.ts'
import type { Refusal } from '../middleware/problem-details.ts'
import type { Services } from '../services.ts'

const BASE_KIND = 'licence'
/** What has ended cannot be extended, and what is suspended waits for its decision. */
const EXTENSIBLE: readonly CredentialState[] = ['active', 'conditions']

const refused = (detail: string) => err<Refusal>({ code: 'base_credential.refused', detail })

/**
 * The status places of the licence that an order extends; undefined where its kind leans on nothing. The licence must be one
 * of the same issuer, and in force.
 *
 * Refused by: `base_credential.refused`.
 */
export async function findBaseStatus(
  { credentials }: Pick<Services, 'credentials'>,
  issuerSlug: string,
  order: IssueCredential,
  { baseOf }: CredentialType,
): Promise<Result<readonly StatusPlace[] | undefined, Refusal>> {
  if (!baseOf) return ok(undefined)
  const id = baseOf(order).slice('urn:uuid:'.length)
  const base = await credentials.find(issuerSlug, id)
  if (base?.kind !== BASE_KIND) return refused('baseLicence names no licence of this issuer.')
  if (!EXTENSIBLE.includes(base.state)) return refused('The base licence is not in force.')
  return ok(await credentials.places(id))
}
