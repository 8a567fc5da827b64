// What a row is about: the same person and the same award, however the row is written. Pure.
import type { AnyOrder } from '../../shared/wire/order-fields.ts'

/** One text for rows that say the same of the same person. From when to when it holds, and whose wallet gets it, makes no other award. */
export function contentOfRow({
  format: _format,
  validFrom: _from,
  validUntil: _until,
  holderKey: _key,
  claim: _claim,
  subject,
  ...award
}: AnyOrder): string {
  const name =
    typeof subject.name === 'string'
      ? foldName(subject.name)
      : subject.name.map(({ value }) => foldName(value))
  // A schema hands its fields out in its own order.
  return JSON.stringify({ ...award, name })
}

const foldName = (name: string): string =>
  name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
