// Everything of a vault in one file, under a passphrase; and back. Keys of holders cannot leave: issuers give fresh copies. Uses WebCrypto.
import * as z from 'zod/mini'
import { decodeBase64Url, encodeBase64Url } from '../../../shared/encoding/base64url.ts'
import { utf8Decode, utf8Encode } from '../../../shared/encoding/bytes.ts'
import { parseJson } from '../../../shared/encoding/json.ts'
import { SHARE_PIN_ITERATIONS_COUNT } from '../../../shared/limits.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { SHARE_PURPOSES } from '../../../shared/share/share-purposes.ts'
import type { Shelves } from './vault.ts'

const SALT_BYTES = 16
const IV_BYTES = 12
const KIND = 'licet-backup'

const copySchema = z.strictObject({ text: z.string(), shownIn: z.optional(z.string()) })
const contentSchema = z.strictObject({
  credentials: z.array(
    z.strictObject({
      id: z.string(),
      addedAt: z.string(),
      copies: z.tuple([copySchema], copySchema),
    }),
  ),
  shares: z.array(
    z.strictObject({
      id: z.string(),
      link: z.string(),
      control: z.string(),
      recipient: z.string(),
      purpose: z.enum(SHARE_PURPOSES),
      createdAt: z.string(),
      shown: z.array(z.string()),
    }),
  ),
})
const fileSchema = z.strictObject({
  kind: z.literal(KIND),
  version: z.literal(1),
  salt: z.string(),
  iv: z.string(),
  sealed: z.string(),
})

export type BackupContent = { readonly [S in keyof Shelves]: readonly Shelves[S][] }
export type BackupFault =
  /** No backup of ours, or not whole. */
  | 'not_a_backup'
  /** Another passphrase, or altered. */
  | 'wrong_passphrase'

async function keyOf(passphrase: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const typed = utf8Encode(passphrase.normalize('NFKC'))
  const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  const parameters = {
    name: 'PBKDF2',
    hash: 'SHA-256',
    salt,
    iterations: SHARE_PIN_ITERATIONS_COUNT,
  }
  const aes = { name: 'AES-GCM', length: 256 }
  return crypto.subtle.deriveKey(parameters, material, aes, false, ['encrypt', 'decrypt'])
}

/** The text of the file. */
export async function sealBackup(content: BackupContent, passphrase: string): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES))
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const key = await keyOf(passphrase, salt)
  const text = utf8Encode(JSON.stringify(content))
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text))
  const [saltText, ivText, sealedText] = [salt, iv, sealed].map(encodeBase64Url)
  return JSON.stringify({ kind: KIND, version: 1, salt: saltText, iv: ivText, sealed: sealedText })
}

export async function openBackup(
  text: string,
  passphrase: string,
): Promise<Result<BackupContent, BackupFault>> {
  const file = fileSchema.safeParse(parseJson(text.trim()))
  if (!file.success) return err('not_a_backup')
  const [salt, iv, sealed] = [file.data.salt, file.data.iv, file.data.sealed].map(decodeBase64Url)
  if (!salt || !iv || !sealed) return err('not_a_backup')
  const key = await keyOf(passphrase, salt)
  const opened = await crypto.subtle
    .decrypt({ name: 'AES-GCM', iv }, key, sealed)
    .catch(() => undefined)
  if (!opened) return err('wrong_passphrase')
  const content = contentSchema.safeParse(parseJson(utf8Decode(new Uint8Array(opened)) ?? ''))
  return content.success ? ok(content.data as BackupContent) : err('not_a_backup')
}
