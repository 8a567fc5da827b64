// A pasted text or a chosen file → a credential in the vault, once. Uses the vault.
import { unbakeCredential } from '../../../shared/baking/unbake-credential.ts'
import { encodeBase64Url } from '../../../shared/encoding/base64url.ts'
import { utf8Encode } from '../../../shared/encoding/bytes.ts'
import { CREDENTIAL_MAX_CHARS } from '../../../shared/limits.ts'
import { parseSecured } from '../../../shared/parse/parse-secured.ts'
import type { ReasonCode } from '../../../shared/reasons.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { put } from './vault.ts'

/** Whoever keeps it as it is can still show it: only what cannot be read at all is refused. @returns `format.*` */
export async function addCredential(file: Blob): Promise<Result<undefined, ReasonCode>> {
  const unbaked = await unbakeCredential(new Uint8Array(await file.arrayBuffer()))
  if (!unbaked.ok) return err(unbaked.error.code)
  const text = unbaked.value.replaceAll(/[\s"]+$|^[\s"]+/g, '')
  const parsed = await parseSecured(text, { maxChars: CREDENTIAL_MAX_CHARS })
  if (!parsed.ok) return err(parsed.error.code)
  const digest = await crypto.subtle.digest('SHA-256', utf8Encode(text))
  const id = encodeBase64Url(new Uint8Array(digest))
  await put('credentials', { id, addedAt: new Date().toISOString(), copies: [{ text }] })
  return ok(undefined)
}
