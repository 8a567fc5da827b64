// did:web: from identifier to address. Pure.
import { parseDid } from './did.ts'

const LABEL = /^[A-Za-z0-9-]{1,63}$/
const PATH_SEGMENT = /^[A-Za-z0-9._~-]{1,200}$/

/** The host (with port) of a `did:web`, or null. It is what people are shown, so only plain host names pass. */
export function didWebHost(did: string): string | null {
  const parsed = parseDid(did)
  if (parsed?.method !== 'web') return null
  const [encodedHost = ''] = parsed.specificId.split(':')
  return plainHost(encodedHost.replace(/%3A/i, ':'))
}

/** A host name, with its port where it has one, in small letters; null where it is anything but plain. */
export function plainHost(host: string): string | null {
  const [name = '', port, ...rest] = host.split(':')
  const labels = name.split('.')
  if (rest.length > 0 || name.length > 253 || !labels.every((label) => LABEL.test(label)))
    return null
  if (port === undefined) return name.toLowerCase()
  return /^\d{1,5}$/.test(port) ? `${name.toLowerCase()}:${port}` : null
}

/**
 * The address of the DID document of a `did:web`, or null where the identifier is malformed.
 *
 * @param developmentHosts - hosts (with port) that are asked by http; nobody else ever is
 * @see did:web §2.5.2 https://w3c-ccg.github.io/did-method-web/#read-resolve
 */
export function didWebUrl(did: string, developmentHosts: ReadonlySet<string>): URL | null {
  const host = didWebHost(did)
  const path = parseDid(did)?.specificId.split(':').slice(1)
  if (!host || !path?.every((part) => PATH_SEGMENT.test(part) && part !== '.' && part !== '..')) {
    return null
  }
  const scheme = developmentHosts.has(host) ? 'http' : 'https'
  const place = path.length === 0 ? '.well-known' : path.join('/')
  const address = `${scheme}://${host}/${place}/did.json`
  // `1.2.3.999` and `a.example:99999` look like hosts, and are none.
  return URL.canParse(address) ? new URL(address) : null
}
