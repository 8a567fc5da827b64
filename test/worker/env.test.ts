// Settings: read once, refused with words that an operator can act on.
import { describe, expect, it } from 'vitest'
import { type Env, readSettings } from '../../worker/env.ts'
import { env } from './support/server.ts'

const read = (changes: Partial<Record<keyof Env, unknown>>) =>
  readSettings({ ...env, ...changes } as Env)

describe('settings', () => {
  it('of production are the origin, the secrets, and lists that are kept for five minutes', () => {
    const settings = read({
      LICET_ORIGIN: 'https://licet.example',
      LICET_DEMO_ORIGIN: undefined,
      LICET_DEVELOPMENT_HOSTS: undefined,
    })
    expect(settings).toEqual({
      origin: 'https://licet.example',
      developmentHosts: new Set(),
      hasConformanceIssuer: false,
      sealingKey: env.LICET_SEALING_KEY,
      adminKeyHash: env.LICET_ADMIN_KEY_HASH,
      statusTtlSeconds: 300,
    })
  })

  it('of development add hosts, a demo, and lists that are kept for a second', () => {
    const settings = read({ LICET_DEVELOPMENT_HOSTS: 'localhost:8787,localhost:8788' })
    expect(settings.developmentHosts).toEqual(new Set(['localhost:8787', 'localhost:8788']))
    expect(settings.demoOrigin).toBe('http://127.0.0.1:8787')
    expect(settings.statusTtlSeconds).toBe(1)
  })

  it.each<[string, keyof Env, unknown]>([
    ['an origin with a path', 'LICET_ORIGIN', 'https://licet.example/registry'],
    ['an origin with a slash', 'LICET_ORIGIN', 'https://licet.example/'],
    ['an origin in capitals', 'LICET_ORIGIN', 'https://LICET.example'],
    ['no origin', 'LICET_ORIGIN', undefined],
    ['a demo origin that is no address', 'LICET_DEMO_ORIGIN', 'demo-hunter2'],
    ['an empty sealing key', 'LICET_SEALING_KEY', ''],
    ['a sealing key that is too short', 'LICET_SEALING_KEY', 'aHVudGVyMg'],
    ['a sealing key that is no base64url', 'LICET_SEALING_KEY', `hunter2${'+'.repeat(36)}`],
    ['no sealing key', 'LICET_SEALING_KEY', undefined],
    ['an admin key instead of its hash', 'LICET_ADMIN_KEY_HASH', 'licet_hunter2'],
    ['a hash in capitals', 'LICET_ADMIN_KEY_HASH', 'AB'.repeat(32)],
    ['no hash', 'LICET_ADMIN_KEY_HASH', undefined],
    ['a conformance issuer that is neither on nor off', 'LICET_CONFORMANCE_ISSUER', 'hunter2'],
  ])('with %s are refused, by name and without the value', (_, name, value) => {
    const attempt = () => read({ [name]: value })
    expect(attempt).toThrow(new RegExp(`^Settings: ${name} `))
    if (typeof value === 'string' && value !== '') {
      expect(attempt).not.toThrow(value)
      expect(attempt).not.toThrow('hunter2')
    }
  })
})
