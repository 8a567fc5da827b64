// The parts of a DID and of a DID URL. Pure.

export interface Did {
  readonly method: string
  readonly specificId: string
}

const DID = /^did:([a-z0-9]{1,32}):([A-Za-z0-9._:%-]{1,2000})$/

/** @see DID Core §3.1 */
export function parseDid(text: string): Did | null {
  const match = DID.exec(text)
  const [, method, specificId] = match ?? []
  return method && specificId && !specificId.endsWith(':') ? { method, specificId } : null
}

/** The absolute form of a verification method id: `#key-1` in a document of `did:web:x` is `did:web:x#key-1`. */
export const absoluteDidUrl = (id: string, did: string): string =>
  id.startsWith('#') ? did + id : id

/** The DID of a DID URL: what stands before the fragment. */
export function didOfUrl(didUrl: string): string {
  const end = didUrl.indexOf('#')
  return end < 0 ? didUrl : didUrl.slice(0, end)
}
