// `npm run admin`: what may be typed, what is asked, what is printed.
import { describe, expect, it } from 'vitest'
import { ADMIN_HELP, readAdminArguments } from '../../scripts/admin-arguments.mjs'
import { runAdminCommand } from '../../scripts/admin-commands.mjs'
import { describeFailure } from '../../scripts/failure.mjs'

const KEY = 'licet_admin_0123'

/** Runs a command line against a deployment that gives one answer; says what it was asked. */
async function run(
  args: string[],
  answer: object,
  status = 200,
  adminKey: string | undefined = KEY,
) {
  const asked: { url: string; init: RequestInit }[] = []
  const fetch = async (url: string, init: RequestInit) => {
    asked.push({ url, init })
    return Response.json(answer, { status })
  }
  const order = readAdminArguments(args)
  if (order.help) throw new Error('This asks nobody')
  const lines = await runAdminCommand(order, { adminKey, fetch: fetch as typeof globalThis.fetch })
  return { asked, lines }
}
const failureOf = (args: string[], ...rest: [object, number?, string?]) =>
  run(args, ...rest).then(
    () => 'no failure',
    (error) => describeFailure(error),
  )

describe('npm run admin', () => {
  it('founds an issuer and prints its key once', async () => {
    const { asked, lines } = await run(
      ['create-issuer', '--slug', 'moh', '--name', 'Ministry', '--trust-anchor'],
      { did: 'did:web:x', apiKey: 'licet_abc' },
    )
    const [{ url = '', init = {} } = {}] = asked
    expect(url).toBe('http://localhost:8787/v1/issuers')
    expect(init.method).toBe('POST')
    expect(new Headers(init.headers).get('authorization')).toBe(`Bearer ${KEY}`)
    expect(JSON.parse(String(init.body))).toEqual({
      slug: 'moh',
      name: 'Ministry',
      trustAnchor: true,
    })
    expect(lines.join('\n')).toContain('licet_abc')
  })

  it('invites an admin unless another role is named', async () => {
    const { asked, lines } = await run(
      ['invite', '--issuer', 'moh', '--name', 'Ines', '--origin', 'https://licet.example/'],
      { url: 'https://licet.example/console/join#x' },
    )
    expect(asked[0]?.url).toBe('https://licet.example/v1/issuers/moh/operators/invites')
    expect(JSON.parse(String(asked[0]?.init.body))).toEqual({ name: 'Ines', role: 'admin' })
    expect(lines[0]).toBe('https://licet.example/console/join#x')
  })

  it('rotates the key of the status service, and says from when on it signs', async () => {
    const { asked, lines } = await run(['rotate-status-key'], {
      kid: 'did:web:x:status#next',
      signsFrom: '2026-11-23T12:00:00Z',
    })
    expect(asked[0]?.url).toBe('http://localhost:8787/v1/status-service/keys')
    expect(lines.join('\n')).toContain('signs from 2026-11-23T12:00:00Z')
  })

  it('rotates the key of the registry, and prints what newcomers pin', async () => {
    const answer = { kid: 'did:web:x:registry#next', fingerprint: 'abc' }
    const { asked, lines } = await run(['rotate-registry-key'], answer)
    expect(asked[0]?.url).toBe('http://localhost:8787/v1/registry/keys')
    expect(lines.join('\n')).toContain('new pins: abc')
  })

  it('lists issuers, one a line', async () => {
    const issuers = [
      { slug: 'moh', name: 'Ministry', did: 'did:web:a', trustAnchor: true },
      { slug: 'uni', name: 'University', did: 'did:web:b', trustAnchor: false },
    ]
    expect((await run(['list-issuers'], { issuers })).lines).toEqual([
      'moh\tMinistry\tdid:web:a\ttrust anchor',
      'uni\tUniversity\tdid:web:b',
    ])
    expect((await run(['list-issuers'], { issuers: [] })).lines).toEqual([
      'There are no issuers yet.',
    ])
  })

  it.each([[['--help']], [['invite', '--help']], [[]]])('explains itself for %j', (args) => {
    expect(readAdminArguments(args)).toEqual({ help: true })
    for (const command of ['create-issuer', 'invite', 'list-issuers', 'LICET_ADMIN_KEY']) {
      expect(ADMIN_HELP).toContain(command)
    }
  })

  it.each([
    ['a command that there is not', ['destroy'], /no command called destroy/],
    ['no slug', ['create-issuer', '--name', 'N'], /needs --slug/],
    ['nothing', ['invite'], /needs --issuer and --name/],
    ['an option of another command', ['list-issuers', '--slug', 'x'], /--slug/],
    ['the key as an argument', ['list-issuers', '--key', KEY], /--key/],
    ['plain http elsewhere', ['list-issuers', '--origin', 'http://licet.example'], /Not an origin/],
    ['a path', ['list-issuers', '--origin', 'https://licet.example/v1'], /Not an origin/],
    ['no address', ['list-issuers', '--origin', 'licet.example'], /Not an origin/],
  ])('refuses %s', (_, args, message) => {
    expect(() => readAdminArguments(args)).toThrow(message)
  })

  it.each(['', 'licet_admin_0 1', 'licet_admin_0\n'])(
    'asks nobody with %j for a key',
    async (key) => {
      expect(await failureOf(['list-issuers'], {}, 200, key)).toMatch(/LICET_ADMIN_KEY is/)
    },
  )

  it('says what was refused and why, and never the key', async () => {
    const problem = {
      title: 'The request does not have the expected form',
      code: 'request.invalid',
      errors: [{ field: 'slug', message: 'Expected lower-case letters' }],
    }
    const args = ['create-issuer', '--slug', 'X', '--name', 'N']
    const failure = await failureOf(args, problem, 400)
    expect(failure).toContain('Refused (400, request.invalid)')
    expect(failure).toContain('slug: Expected lower-case letters')
    expect(failure).not.toContain(KEY)
  })

  it('says that a deployment does not answer', async () => {
    const order = readAdminArguments(['list-issuers'])
    if (order.help) throw new Error('This asks nobody')
    const fetch = () => Promise.reject(new TypeError('fetch failed'))
    const asking = runAdminCommand(order, { adminKey: KEY, fetch })
    await expect(asking).rejects.toThrow('http://localhost:8787 does not answer.')
  })
})
