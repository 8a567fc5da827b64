// The picture that a content script sends → the credential in it. Pure.
import { unbakeCredential } from '../../shared/baking/unbake-credential.ts'

/**
 * Takes the credential out of a baked image.
 * @param base64 - the whole file
 * @returns an empty text, which the verifier rejects, where there is no credential to be read
 */
export async function credentialInImage(base64: string): Promise<string> {
  const bytes = readBase64(base64)
  const unbaked = bytes && (await unbakeCredential(bytes))
  return unbaked?.ok ? unbaked.value : ''
}

function readBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
  } catch {
    return null
  }
}
