// Which addresses may be asked at all. Pure.

/** Names that never belong to a public host: RFC 6761, RFC 6762, RFC 7686, RFC 8375, RFC 9476, and habits of local networks. */
const SPECIAL_USE_DOMAINS: ReadonlySet<string> = new Set([
  'alt',
  'corp',
  'example',
  'home',
  'home.arpa',
  'internal',
  'intranet',
  'invalid',
  'lan',
  'local',
  'localdomain',
  'localhost',
  'onion',
  'private',
  'test',
])

/**
 * True for an address that a stranger's document may make us ask: https, port 443, a public-looking host name, nothing that
 * names a user. Names that resolve to private addresses cannot be seen from here.
 *
 * @param developmentHosts - hosts (with port) that may also be asked by http and on any port
 */
export function isAllowedUrl(url: URL, developmentHosts: ReadonlySet<string>): boolean {
  if (url.username !== '' || url.password !== '') return false
  if (developmentHosts.has(url.host)) return url.protocol === 'http:' || url.protocol === 'https:'
  return url.protocol === 'https:' && url.port === '' && isPublicHostName(url.hostname)
}

function isPublicHostName(hostname: string): boolean {
  const labels = hostname.split('.')
  const last = labels.at(-1) ?? ''
  // A URL parser turns every spelling of an IPv4 address into digits, and leaves the brackets of IPv6.
  if (labels.length < 2 || last === '' || /^\d+$/.test(last) || hostname.startsWith('['))
    return false
  return !SPECIAL_USE_DOMAINS.has(last) && !SPECIAL_USE_DOMAINS.has(labels.slice(-2).join('.'))
}
