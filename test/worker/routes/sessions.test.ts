// Joining by invitation and signing in, with an authenticator in software.
import { beforeEach, describe, expect, it } from 'vitest'
import { encodeBase64Url } from '../../../shared/encoding/base64url.ts'
import { createAuthenticator, type Lies } from '../support/authenticator.ts'
import { fromPage, signIn } from '../support/operators.ts'
import { ADMIN_KEY, bodyOf, env, ORIGIN, problemOf, startServer } from '../support/server.ts'
import { found } from '../support/world.ts'

// The Worker loads it when it is first asked, which may take seconds on a busy machine.
await import('@simplewebauthn/server')

const server = startServer()
const issuer = await found(server)
let page: Record<string, string> = { origin: ORIGIN }
let clients = 0
// A client of its own for every test, within the rate of sign-ins.
beforeEach(() => {
  page = { origin: ORIGIN, 'cf-connecting-ip': `2001:db8::${++clients}` }
})
const codeOf = async (response: Response) => (await problemOf(response)).code

async function invite(role = 'proposer'): Promise<string> {
  const answer = await server.post(`/v1/issuers/${issuer.slug}/operators/invites`, {
    key: ADMIN_KEY,
    body: { name: 'Ines Okafor', role },
  })
  const { url } = await bodyOf<{ url: string }>(answer, 201)
  return url.slice(`${ORIGIN}/console/join#`.length)
}
async function challengeOf(path: string, body?: object): Promise<string> {
  const answer = await server.post(path, { headers: page, ...(body && { body }) })
  return (await bodyOf<{ challenge: string }>(answer, 200)).challenge
}
const post = (path: string, body: object, headers: Record<string, string> = page) =>
  server.post(path, { headers, body })

async function join(lies: Lies = {}, token?: string) {
  const authenticator = await createAuthenticator()
  const invitation = token ?? (await invite())
  const challenge = await challengeOf('/v1/passkeys/options', { token: invitation })
  const passkey = await authenticator.register(challenge, lies)
  const answer = await post('/v1/passkeys', { token: invitation, passkey })
  return { authenticator, token: invitation, passkey, answer }
}
/** Whoever is signed in already is sent on. */
const isSignedIn = async (cookie: string) =>
  (await server.get('/console/sign-in', { headers: { cookie } })).status === 303
const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? ''

describe('joining', () => {
  it('makes an operator of the invited name and role, who is signed in', async () => {
    const { answer } = await join()
    expect(await bodyOf(answer, 201)).toEqual({
      id: expect.any(String),
      issuer: issuer.slug,
      name: 'Ines Okafor',
      role: 'proposer',
    })
    const cookie = answer.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(
      /^licet-session=[\w-]{43}; Max-Age=28800; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    expect(await isSignedIn(cookieOf(answer))).toBe(true)
  })

  it('asks for a discoverable passkey that verifies its user, at this host', async () => {
    const answer = await post('/v1/passkeys/options', { token: await invite() })
    expect(await bodyOf(answer, 200)).toMatchObject({
      rp: { id: 'localhost' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
    })
  })

  it('works once: the same link makes no second operator', async () => {
    const { token, passkey } = await join()
    expect(await codeOf(await post('/v1/passkeys/options', { token }))).toBe('invite.unknown')
    expect(await codeOf(await post('/v1/passkeys', { token, passkey }))).toBe('invite.unknown')
    expect(await codeOf(await post('/v1/invites/look-up', { token }))).toBe('invite.unknown')
  })

  it('is won by one of two at the same time', async () => {
    const token = await invite()
    const answers = await Promise.all([join({}, token), join({}, token)])
    expect(answers.map(({ answer }) => answer.status).sort()).toEqual([201, 404])
    const { results } = await env.DB.prepare(
      `SELECT id FROM operators LEFT JOIN passkeys ON operator_id = id
       WHERE issuer_slug = ?1 GROUP BY id HAVING count(credential_id) = 0`,
    )
      .bind(issuer.slug)
      .all()
    expect(results).toEqual([])
  })

  it('ends seven days after the invitation, to the second', async () => {
    const token = await invite()
    server.clock.now += 604_799
    expect(await bodyOf(await post('/v1/invites/look-up', { token }), 200)).toEqual({
      issuer: expect.stringMatching(/^Issuer /),
      name: 'Ines Okafor',
      role: 'proposer',
    })
    server.clock.now += 1
    expect(await codeOf(await post('/v1/invites/look-up', { token }))).toBe('invite.unknown')
    expect(await codeOf(await post('/v1/passkeys/options', { token }))).toBe('invite.unknown')
  })

  const LIES: readonly (readonly [string, Lies])[] = [
    ['was made for another site', { origin: 'https://evil.example' }],
    ['was made for another host', { rpId: 'evil.example' }],
    ['is an answer to something else', { type: 'webauthn.get' }],
    ['did not verify its user', { flags: 0x41 }],
    ['answers another question', { challenge: 'A'.repeat(43) }],
  ]
  it.each(LIES)('is refused where the passkey %s, and the link stays good', async (_, lies) => {
    const { answer, token } = await join(lies)
    expect(await codeOf(answer)).toBe('passkey.refused')
    expect((await join({}, token)).answer.status).toBe(201)
  })

  const bytes = (...values: readonly number[]) => encodeBase64Url(new Uint8Array(values))
  it.each([
    ['nothing but noise', bytes(255, 254, 253)],
    ['an empty map', bytes(0xa0)],
    ['a map that promises four billion entries', bytes(0xba, 255, 255, 255, 255)],
    ['a text that promises four gigabytes', bytes(0xa1, 0x7a, 255, 255, 255, 255)],
    ['49,000 nested lists', encodeBase64Url(new Uint8Array(49_000).fill(0x81))],
  ])('is refused where the attestation is %s', async (_, attestationObject) => {
    const authenticator = await createAuthenticator()
    const token = await invite()
    const honest = await authenticator.register(
      await challengeOf('/v1/passkeys/options', { token }),
    )
    const passkey = { ...honest, response: { ...honest.response, attestationObject } }
    expect(await codeOf(await post('/v1/passkeys', { token, passkey }))).toBe('passkey.refused')
  })

  it('is refused with a question of another invitation, and with one of signing in', async () => {
    const authenticator = await createAuthenticator()
    const token = await invite()
    for (const challenge of [
      await challengeOf('/v1/passkeys/options', { token: await invite() }),
      await challengeOf('/v1/sessions/options'),
    ]) {
      const passkey = await authenticator.register(challenge)
      expect(await codeOf(await post('/v1/passkeys', { token, passkey }))).toBe('passkey.refused')
    }
  })

  it('keeps neither invitation nor question in clear', async () => {
    const token = await invite()
    const challenge = await challengeOf('/v1/passkeys/options', { token })
    const tables = ['invites', 'passkey_challenges'].map((name) =>
      env.DB.prepare(`SELECT * FROM ${name}`).all(),
    )
    const text = JSON.stringify(await Promise.all(tables))
    expect(text).not.toContain(token)
    expect(text).not.toContain(challenge)
  })
})

describe('signing in', () => {
  it('gives a session of its own each time, and ends the one before', async () => {
    const { authenticator, answer } = await join()
    const before = cookieOf(answer)
    const passkey = await authenticator.signIn(await challengeOf('/v1/sessions/options'))
    const again = await post('/v1/sessions', { passkey }, { ...page, cookie: before })
    expect(await bodyOf(again, 201)).toMatchObject({ name: 'Ines Okafor', role: 'proposer' })
    expect(cookieOf(again)).not.toBe(before)
    expect(await isSignedIn(before)).toBe(false)
    expect(await isSignedIn(cookieOf(again))).toBe(true)
  })

  const LIES: readonly (readonly [string, Lies])[] = [
    ['is for another site', { origin: 'https://evil.example' }],
    ['is for another host', { rpId: 'evil.example' }],
    ['was given for a registration', { type: 'webauthn.create' }],
    ['did not verify its user', { flags: 0x01 }],
    ['answers another question', { challenge: 'A'.repeat(43) }],
    ['counts backwards: the passkey was copied', { counter: 1 }],
    ['is badly signed', { signature: new Uint8Array([0x30, 6, 2, 1, 1, 2, 1, 1]) }],
    ['is no signature', { signature: new Uint8Array([1]) }],
  ]
  it.each(LIES)('is refused where the answer %s', async (_, lies) => {
    const { authenticator } = await join()
    const passkey = await authenticator.signIn(await challengeOf('/v1/sessions/options'), lies)
    const answer = await post('/v1/sessions', { passkey })
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(await codeOf(answer)).toBe('passkey.refused')
  })

  it('counts an answer once', async () => {
    const { authenticator } = await join()
    const passkey = await authenticator.signIn(await challengeOf('/v1/sessions/options'))
    expect((await post('/v1/sessions', { passkey })).status).toBe(201)
    expect(await codeOf(await post('/v1/sessions', { passkey }))).toBe('passkey.refused')
  })

  it('wants the answer within five minutes', async () => {
    const { authenticator } = await join()
    const early = await authenticator.signIn(await challengeOf('/v1/sessions/options'))
    server.clock.now += 299
    expect((await post('/v1/sessions', { passkey: early })).status).toBe(201)
    const late = await authenticator.signIn(await challengeOf('/v1/sessions/options'))
    server.clock.now += 300
    expect(await codeOf(await post('/v1/sessions', { passkey: late }))).toBe('passkey.refused')
  })

  it('takes no question of an invitation', async () => {
    const { authenticator } = await join()
    const challenge = await challengeOf('/v1/passkeys/options', { token: await invite() })
    const passkey = await authenticator.signIn(challenge)
    expect(await codeOf(await post('/v1/sessions', { passkey }))).toBe('passkey.refused')
  })

  it('knows no passkey of a stranger', async () => {
    const stranger = await createAuthenticator()
    const passkey = await stranger.signIn(await challengeOf('/v1/sessions/options'))
    expect(await codeOf(await post('/v1/sessions', { passkey }))).toBe('passkey.refused')
  })

  it('is over for whoever was removed, sessions included', async () => {
    const { authenticator, answer } = await join()
    const { id } = await bodyOf<{ id: string }>(answer.clone(), 201)
    const admin = await signIn(server, issuer.slug, 'admin')
    const removed = await server.call('DELETE', `/v1/issuers/${issuer.slug}/operators/${id}`, {
      headers: fromPage(server, admin.cookie),
    })
    expect(removed.status).toBe(204)
    expect(await isSignedIn(cookieOf(answer))).toBe(false)
    const passkey = await authenticator.signIn(await challengeOf('/v1/sessions/options'))
    expect(await codeOf(await post('/v1/sessions', { passkey }))).toBe('passkey.refused')
  })
})

it.each(['/v1/passkeys/options', '/v1/passkeys', '/v1/sessions/options', '/v1/sessions'])(
  'POST %s takes nothing from another site',
  async (path) => {
    const authenticator = await createAuthenticator()
    const token = await invite()
    const passkey = path.includes('passkeys')
      ? await authenticator.register('AAAA')
      : await authenticator.signIn('AAAA')
    const body = { '/v1/passkeys/options': { token }, '/v1/passkeys': { token, passkey } }[path]
    const answer = await post(path, body ?? { passkey }, {
      ...page,
      origin: 'https://evil.example',
    })
    expect(await codeOf(answer)).toBe('auth.forbidden')
  },
)

it('wherever there is https the cookie is bound to the host', async () => {
  const origin = 'https://licet.example'
  const secure = startServer({ LICET_ORIGIN: origin }, origin)
  const ask = (path: string, body: object) => secure.post(path, { headers: { origin }, body })
  const token = await invite()
  const options = await ask('/v1/passkeys/options', { token })
  const { challenge } = await bodyOf<{ challenge: string }>(options, 200)
  const authenticator = await createAuthenticator()
  const passkey = await authenticator.register(challenge, { origin, rpId: 'licet.example' })
  const answer = await ask('/v1/passkeys', { token, passkey })
  expect(answer.headers.get('set-cookie')).toMatch(
    /^__Host-licet-session=[\w-]{43}; Max-Age=28800; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  )
})
