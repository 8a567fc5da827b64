// Digests under a key of the deployment: who reads the database cannot try out what was digested. Uses @noble/hashes.
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { decodeBase64Url } from '../../shared/encoding/base64url.ts'
import { toHex, utf8Encode } from '../../shared/encoding/bytes.ts'

/** Hexadecimal. The same text under another context has another digest. */
export type KeyedDigest = (context: string, text: string) => string

/** @param secret - the sealing key: 32 bytes, base64url */
export function createKeyedDigest(secret: string): KeyedDigest {
  const bytes = decodeBase64Url(secret)
  if (bytes?.length !== 32) throw new Error('The sealing key is not 32 bytes of base64url')
  const key = hmac(sha256, bytes, utf8Encode('licet keyed digest'))
  return (context, text) => toHex(hmac(sha256, key, utf8Encode(JSON.stringify([context, text]))))
}
