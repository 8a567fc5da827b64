// Bodies about shares: ciphertext, what its holder allows, and what whoever looks says. Never a key, a PIN or a claim. Uses zod.
import { z } from 'zod'
import { decodeBase64Url } from '../encoding/base64url.ts'
import {
  SHARE_CIPHERTEXT_MAX_BYTES,
  SHARE_LOOKS_MAX_COUNT,
  SHARE_ORGANISATION_MAX_CHARS,
} from '../limits.ts'
import { isShareId } from '../share/share-link.ts'
import { SHARE_PURPOSES } from '../share/share-purposes.ts'

export const shareIdSchema = z
  .string()
  .refine(isShareId, 'Expected 128 bits, base64url')
  .meta({ description: '128 random bits, base64url', example: 'mB9Gm2tQeKjW6Zq0q3Yb0A' })

const PROOF_BYTES = 32
/** 256 bits, base64url. */
const proof = z.string().refine((text) => decodeBase64Url(text)?.length === PROOF_BYTES, {
  message: 'Expected 256 bits, base64url',
})
const expiresAt = z.iso
  .datetime()
  .meta({ description: 'RFC 3339, UTC; at most a year ahead', example: '2026-12-22T12:00:00Z' })
const maxLooks = z.int().min(1).max(SHARE_LOOKS_MAX_COUNT)
const base64UrlCharsOf = (bytes: number) => Math.ceil((bytes * 4) / 3)

export const createShareSchema = z.strictObject({
  id: shareIdSchema,
  ciphertext: z
    .string()
    .regex(/^[\w-]+$/)
    .max(base64UrlCharsOf(SHARE_CIPHERTEXT_MAX_BYTES))
    .meta({ description: 'AES-256-GCM under a key that stays in the link’s fragment; base64url' }),
  expiresAt,
  maxLooks: maxLooks.optional(),
  /** SHA-256 of the proof that whoever knows PIN and link can derive, base64url. */
  pinProofHash: proof.optional(),
  /** What whoever looks has to say first. */
  asks: z
    .strictObject({ purpose: z.boolean(), organisation: z.boolean() })
    .default({ purpose: false, organisation: false }),
})
export type CreateShare = z.output<typeof createShareSchema>

export const changeShareSchema = z
  .strictObject({
    expiresAt: expiresAt.optional(),
    maxLooks: maxLooks.optional(),
    /** Forgives the wrong PINs that locked it. */
    unlock: z.literal(true).optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), {
    message: 'Expected something to change',
  })
export type ChangeShare = z.output<typeof changeShareSchema>

export const lookSchema = z.strictObject({
  purpose: z.enum(SHARE_PURPOSES).optional(),
  organisation: z.string().trim().min(1).max(SHARE_ORGANISATION_MAX_CHARS).optional(),
  pinProof: proof.optional(),
})
export type Look = z.output<typeof lookSchema>
