// Bodies by which an issuer links a domain. Uses zod.
import { z } from 'zod'
import { plainHost } from '../keys/did-web.ts'

/** A host name such as `board.example`, in small letters. */
export const linkDomainSchema = z.strictObject({
  domain: z
    .string()
    .trim()
    .toLowerCase()
    .max(253)
    .refine((host) => plainHost(host) === host, {
      message: 'Expected a domain such as board.example',
    }),
})
