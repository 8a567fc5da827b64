// What a lost key signed, to be issued anew: a table to fill in, as claims are kept nowhere, and the end of what was replaced.

import type { CredentialType } from '../../shared/credential-types/credential-type.ts'
import { BATCH_ROWS_MAX_COUNT, REISSUED_MAX_COUNT } from '../../shared/limits.ts'
import type { Actor } from '../auth/actor.ts'
import { keyContext } from '../batches/judge-table.ts'
import { KEY_COLUMN } from '../batches/read-header.ts'
import { changeStatusOrPropose } from '../proposals/act-or-propose.ts'
import { isProposed } from '../proposals/propose.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'
import type { SigningKey } from '../storage/signing-keys.ts'

/** The key of the row that replaces a credential: a row with it is signed once. */
const rowKeyOf = (id: string): string => `urn:uuid:${id}`

const REASON = 'Issued anew: the key that signed it is not safe any more.'

/** Of credentials by their UUIDs, those that a table issued anew. */
async function replacedAmong(
  { keyedDigest, reissues }: Services,
  { slug }: Issuer,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const hashOf = (id: string) => keyedDigest(keyContext(slug), rowKeyOf(id))
  const signed = await reissues.signedKeys(slug, ids.map(hashOf))
  return new Set(ids.filter((id) => signed.has(hashOf(id))))
}

/**
 * The table of a kind, to be filled in from the issuer's own records and uploaded as a batch: a row for each credential by the key that
 * is not revoked and was not issued anew, with nothing but its id in the column of keys. At most as many as one upload takes.
 */
export async function reissueRows(
  services: Services,
  issuer: Issuer,
  { kid }: SigningKey,
  { kind, columns }: Pick<CredentialType, 'kind' | 'columns'>,
): Promise<readonly (readonly string[])[]> {
  const open = await services.reissues.open(kid, kind, BATCH_ROWS_MAX_COUNT)
  const replaced = await replacedAmong(services, issuer, open)
  const empty = columns.map(() => '')
  return [
    [...columns.map(({ name }) => name), KEY_COLUMN],
    ...open.filter((id) => !replaced.has(id)).map((id) => [...empty, rowKeyOf(id)]),
  ]
}

export interface Marked {
  /** Ids `urn:uuid:…` of what was revoked, with the reason code `reissued`. */
  readonly revoked: readonly string[]
  /** … of what waits for a second person. */
  readonly proposed: readonly string[]
  /** … of what could not be revoked. */
  readonly refused: readonly string[]
}

/** Revokes of what the key signed what a table has issued anew, some at a time: ask again until nothing comes back. */
export async function endReissued(
  services: Services,
  issuer: Issuer,
  { kid }: SigningKey,
  actor: Actor,
): Promise<Marked> {
  const open = await services.reissues.open(kid, undefined, BATCH_ROWS_MAX_COUNT)
  const replaced = [...(await replacedAmong(services, issuer, open))].slice(0, REISSUED_MAX_COUNT)
  const marked = { revoked: [], proposed: [], refused: [] } as Record<keyof Marked, string[]>
  for (const id of replaced) {
    const order = { id, state: 'revoked', reason: REASON, reasonCode: 'reissued' } as const
    const done = await changeStatusOrPropose(services, issuer, {
      actor,
      order,
      // Whoever asks again before somebody decided proposes nothing twice.
      idempotencyKey: `reissued:${id}`,
    })
    const fate = !done.ok ? 'refused' : isProposed(done.value) ? 'proposed' : 'revoked'
    marked[fate].push(rowKeyOf(id))
  }
  return marked
}
