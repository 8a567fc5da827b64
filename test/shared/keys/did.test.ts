import { describe, expect, it } from 'vitest'
import { didOfUrl, parseDid } from '../../../shared/keys/did.ts'
import { didWebHost, didWebUrl } from '../../../shared/keys/did-web.ts'

describe('DID Core §3.1: syntax', () => {
  it.each(['did:web:a.xm', 'did:key:z6Mk', 'did:x:%41', 'did:web:a.xm%3A8443:b'])(
    'reads %s',
    (did) => {
      expect(parseDid(did)).not.toBeNull()
    },
  )
  it.each([
    '',
    'did:web',
    'did:web:',
    'did:WEB:a.xm',
    'DID:web:a.xm',
    'did:web:a.xm:',
    'did:web:a.xm#key',
    'did:web:a.xm/path',
    'did:web:a.xm?query',
    'did:web:ä.xm',
    ' did:web:a.xm',
    'did:web:a.xm\n',
    `did:web:${'a'.repeat(2_001)}`,
    'https://a.xm',
  ])('refuses "%s"', (text) => {
    expect(parseDid(text)).toBeNull()
  })
  it('knows the DID of a DID URL, and takes nothing off one without fragment', () => {
    expect(didOfUrl('did:web:a.xm#key-1')).toBe('did:web:a.xm')
    expect(didOfUrl('did:web:a.xm')).toBe('did:web:a.xm')
  })
})

describe('did:web §2.5.2: from identifier to address', () => {
  const development = new Set(['localhost:8787'])
  it.each([
    ['did:web:a.xm', 'https://a.xm/.well-known/did.json'],
    ['did:web:A.XM', 'https://a.xm/.well-known/did.json'],
    ['did:web:a.xm:issuers:b', 'https://a.xm/issuers/b/did.json'],
    ['did:web:a.xm%3A8443', 'https://a.xm:8443/.well-known/did.json'],
    ['did:web:a.xm%3a8443:b', 'https://a.xm:8443/b/did.json'],
    ['did:web:localhost%3A8787:issuers:b', 'http://localhost:8787/issuers/b/did.json'],
    ['did:web:localhost:8787', 'https://localhost/8787/did.json'],
    ['did:web:a.xm:...', 'https://a.xm/.../did.json'],
  ])('maps %s to %s', (did, url) => {
    expect(didWebUrl(did, development)?.href).toBe(url)
  })

  it.each([
    ['a path upwards', 'did:web:a.xm:..:secret'],
    ['a path to itself', 'did:web:a.xm:.'],
    ['an encoded path upwards', 'did:web:a.xm:%2e%2e'],
    ['an encoded slash in the path', 'did:web:a.xm:a%2Fb'],
    ['an encoded slash in the host', 'did:web:a.xm%2Fb'],
    ['an encoded user', 'did:web:user%40a.xm'],
    ['an encoded fragment', 'did:web:a.xm%23'],
    ['an encoded question mark', 'did:web:a.xm%3F'],
    ['two ports', 'did:web:a.xm%3A80%3A90'],
    ['an empty port', 'did:web:a.xm%3A'],
    ['a port of letters', 'did:web:a.xm%3Aport'],
    ['a port of six digits', 'did:web:a.xm%3A844300'],
    ['a port past every port', 'did:web:a.xm%3A99999'],
    ['digits that are no address', 'did:web:1.2.3.999'],
    ['an empty path segment', 'did:web:a.xm::b'],
    ['an empty label', 'did:web:a..xm'],
    ['a trailing dot', 'did:web:a.xm.'],
    ['an underscore in the host', 'did:web:a_b.xm'],
    ['a label of 64 characters', `did:web:${'a'.repeat(64)}.xm`],
    ['a host of 254 characters', `did:web:${'a.'.repeat(126)}xm`],
    ['another method', 'did:key:z6Mk'],
    ['no DID', 'a.xm'],
  ])('refuses %s', (_, did) => {
    expect(didWebUrl(did, development)).toBeNull()
  })

  it('shows the host, with its port, in lower case', () => {
    expect(didWebHost('did:web:Council.XM%3A8443:issuers:b')).toBe('council.xm:8443')
    expect(didWebHost('did:key:z6Mk')).toBeNull()
  })
})
