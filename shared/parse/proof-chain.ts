// Which proofs another proof seals. Pure.
import type { JsonObject } from '../encoding/json.ts'
import type { EmbeddedProof } from './read-proof.ts'

/** The proofs of a document that are named, in the document's order, or null where one of them is not there. */
export function sealedBy(
  names: readonly string[],
  all: readonly JsonObject[],
): readonly JsonObject[] | null {
  const sealed = all.filter(({ id }) => typeof id === 'string' && names.includes(id))
  return sealed.length === new Set(names).size ? sealed : null
}

/** Whether a proof seals itself, at whatever distance: no honest signer can have made it. */
export function loops(proofs: readonly EmbeddedProof[]): boolean {
  const open = new Set(proofs)
  for (;;) {
    const names = new Set([...open].map(({ id }) => id))
    const free = [...open].filter(({ previous }) => !previous.some((name) => names.has(name)))
    if (free.length === 0) return open.size > 0
    for (const proof of free) open.delete(proof)
  }
}
