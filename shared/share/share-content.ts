// What is inside of a share: presentations, for whom and what for. Uses zod (mini: pages and the extension load this).
import * as z from 'zod/mini'
import { SHARE_CREDENTIALS_MAX_COUNT, SHARE_RECIPIENT_MAX_CHARS } from '../limits.ts'
import { SHARE_PURPOSES } from './share-purposes.ts'

/**
 * Presentations stand as they were bound: SD-JWT with key binding, JWT or JSON. Their nonce is the id of the share, their audience its
 * address.
 */
export const shareContentSchema = z.strictObject({
  version: z.literal(1),
  purpose: z.enum(SHARE_PURPOSES),
  /** For whom it was made: a name, or a domain. */
  recipient: z.string().check(z.trim(), z.minLength(1), z.maxLength(SHARE_RECIPIENT_MAX_CHARS)),
  /** RFC 3339, UTC. */
  createdAt: z.iso.datetime(),
  presentations: z
    .array(z.union([z.string().check(z.minLength(1)), z.record(z.string(), z.unknown())]))
    .check(z.minLength(1), z.maxLength(SHARE_CREDENTIALS_MAX_COUNT)),
})
export type ShareContent = z.output<typeof shareContentSchema>
