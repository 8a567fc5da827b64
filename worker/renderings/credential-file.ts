// A credential as a file: its name and media type. Pure.

export interface CredentialFile {
  readonly text: string
  readonly name: string
  readonly mediaType: string
}

/** @see VC-JOSE-COSE §6.1, SD-JWT VC §3.1, VCDM 2.0 §C.1 */
export function credentialFile(credential: string | object): CredentialFile {
  const text = typeof credential === 'string' ? credential.trim() : JSON.stringify(credential)
  if (text.startsWith('{')) return { text, name: 'credential.json', mediaType: 'application/vc' }
  return text.includes('~')
    ? { text, name: 'credential.sd-jwt', mediaType: 'application/dc+sd-jwt' }
    : { text, name: 'credential.jwt', mediaType: 'application/vc+jwt' }
}
