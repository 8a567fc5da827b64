// Who looked at a share, for its holder. Uses storage and the sealer.
import { utf8Decode } from '../../shared/encoding/bytes.ts'
import { formatDateTime } from '../../shared/encoding/time.ts'
import { SHARE_LOOKS_PAGE_MAX_COUNT } from '../../shared/limits.ts'
import type { SharePurpose } from '../../shared/share/share-purposes.ts'
import type { Services } from '../services.ts'
import type { StoredLook } from '../storage/shares.ts'
import { organisationContext } from './take-look.ts'

export interface LookView {
  /** Counts from 1, for each share. */
  readonly number: number
  /** RFC 3339, UTC. */
  readonly at: string
  readonly purpose?: SharePurpose
  /** As whoever looked stated it: nobody checked it. */
  readonly organisation?: string
  /** ISO 3166-1 alpha-2. */
  readonly country?: string
}

/** One page, oldest first. */
export async function readLooks(
  { sealer, shares }: Pick<Services, 'sealer' | 'shares'>,
  id: string,
  afterNumber: number,
): Promise<readonly LookView[]> {
  const toView = async (look: StoredLook): Promise<LookView> => {
    const { number, lookedAt, purpose, sealedOrganisation, country } = look
    const organisation =
      sealedOrganisation === null
        ? null
        : utf8Decode(await sealer.unseal(sealedOrganisation, organisationContext(id)))
    return {
      number,
      at: formatDateTime(lookedAt),
      ...(purpose !== null && { purpose }),
      ...(organisation !== null && { organisation }),
      ...(country !== null && { country }),
    }
  }
  const looks = await shares.looks(id, afterNumber, SHARE_LOOKS_PAGE_MAX_COUNT)
  return Promise.all(looks.map(toView))
}
