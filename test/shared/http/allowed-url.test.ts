import { describe, expect, it } from 'vitest'
import { isAllowedUrl } from '../../../shared/http/allowed-url.ts'

const DEVELOPMENT = new Set(['localhost:8787', 'status.test:81'])
const NONE: ReadonlySet<string> = new Set()

describe('which addresses may be asked', () => {
  it.each([
    'https://council.xm/',
    'https://council.xm:443/did.json',
    'https://a.b.council.xm/.well-known/did.json?x#y',
    'https://xn--bcher-kva.xm/',
    'https://1.council.xm/',
    'https://localhost.xm/',
    'https://example.com/',
  ])('%s', (url) => {
    expect(isAllowedUrl(new URL(url), NONE)).toBe(true)
  })

  it.each([
    ['http', 'http://council.xm/'],
    ['another scheme', 'ftp://council.xm/'],
    ['a file', 'file:///etc/passwd'],
    ['data', 'data:text/plain,x'],
    ['another port', 'https://council.xm:8443/'],
    ['port 80', 'https://council.xm:80/'],
    ['a user', 'https://user@council.xm/'],
    ['a user and a password', 'https://user:secret@council.xm/'],
    ['a password alone', 'https://:secret@council.xm/'],
    ['the loopback address', 'https://127.0.0.1/'],
    ['a loopback address in one number', 'https://2130706433/'],
    ['a loopback address in hexadecimal', 'https://0x7f000001/'],
    ['a loopback address in octal', 'https://0177.0.0.1/'],
    ['a loopback address cut short', 'https://127.1/'],
    ['a loopback address with a trailing dot', 'https://127.0.0.1./'],
    ['a loopback address in wide digits', 'https://１２７.０.０.１/'],
    ['a private address', 'https://10.0.0.1/'],
    ['the address of cloud metadata', 'https://169.254.169.254/'],
    ['any public address', 'https://203.0.113.7/'],
    ['an IPv6 address', 'https://[2001:db8::1]/'],
    ['the IPv6 loopback', 'https://[::1]/'],
    ['an IPv4 address inside IPv6', 'https://[::ffff:127.0.0.1]/'],
    ['a name without dot', 'https://council/'],
    ['localhost', 'https://localhost/'],
    ['localhost with a trailing dot', 'https://localhost./'],
    ['a name under localhost', 'https://council.localhost/'],
    ['localhost in capitals', 'https://LOCALHOST/'],
    ['localhost in wide letters', 'https://ｌｏｃａｌｈｏｓｔ/'],
    ['a trailing dot', 'https://council.xm./'],
    ['.local', 'https://printer.local/'],
    ['.internal', 'https://metadata.google.internal/'],
    ['.invalid', 'https://status.invalid/'],
    ['.test', 'https://status.test/'],
    ['.example', 'https://status.example/'],
    ['.onion', 'https://abc.onion/'],
    ['.alt', 'https://abc.alt/'],
    ['.home.arpa', 'https://router.home.arpa/'],
    ['.lan', 'https://router.lan/'],
    ['.corp', 'https://intra.corp/'],
  ])('never %s', (_, url) => {
    expect(isAllowedUrl(new URL(url), NONE)).toBe(false)
  })

  it('names of development hosts go by http and on their own port, and on no other', () => {
    const allowed = (url: string) => isAllowedUrl(new URL(url), DEVELOPMENT)
    expect(allowed('http://localhost:8787/x')).toBe(true)
    expect(allowed('https://localhost:8787/x')).toBe(true)
    expect(allowed('http://status.test:81/')).toBe(true)
    expect(allowed('http://localhost:8788/')).toBe(false)
    expect(allowed('http://localhost/')).toBe(false)
    expect(allowed('http://user@localhost:8787/')).toBe(false)
    expect(allowed('ftp://localhost:8787/')).toBe(false)
    expect(allowed('http://council.xm/')).toBe(false)
  })
})
