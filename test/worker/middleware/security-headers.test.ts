// Headers that every answer carries.
import { expect, it } from 'vitest'
import { startServer } from '../support/server.ts'

const server = startServer()

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

it.each([
  '/',
  '/verify',
  '/registry',
  '/docs',
  '/healthz',
  '/openapi.json',
  '/v1/trust-list',
  '/nothing',
])('%s loads nothing from elsewhere and is framed by nobody', async (path) => {
  const response = await server.get(path)
  await response.body?.cancel()
  const header = (name: string) => response.headers.get(name)
  expect(header('content-security-policy')).toBe(POLICY)
  expect(header('x-content-type-options')).toBe('nosniff')
  expect(header('x-frame-options')).toBe('DENY')
  expect(header('referrer-policy')).toBe('no-referrer')
  expect(header('cross-origin-opener-policy')).toBe('same-origin')
  expect(header('strict-transport-security')).toMatch(/^max-age=\d{7,}/)
  expect(header('set-cookie')).toBeNull()
  expect(header('server')).toBeNull()
})

it.each(['/', '/verify', '/registry', '/docs'])(
  '%s has no script and no style of its own',
  async (path) => {
    const html = await (await server.get(path)).text()
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/i)
    for (const [, attributes] of html.matchAll(/<script([^>]*)>/g)) {
      expect(attributes).toMatch(/ src="\/assets\//)
    }
    for (const [, address] of html.matchAll(/(?:src|href|action)="([^"]*)"/g)) {
      expect(address).toMatch(/^[/#]/)
    }
  },
)
