// Random texts that open something: made once, shown once, kept as hashes. Uses WebCrypto.
import { encodeBase64Url } from '../../shared/encoding/base64url.ts'
import { toHex, utf8Encode } from '../../shared/encoding/bytes.ts'

const SECRET_BYTES = 32

/** 256 random bits, base64url. */
export const createSecret = (): string =>
  encodeBase64Url(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)))

/** SHA-256 in hexadecimal. Nobody guesses 256 random bits, so that one round without salt is enough. */
export const hashSecret = async (secret: string): Promise<string> =>
  toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8Encode(secret))))
