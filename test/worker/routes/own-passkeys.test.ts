// /v1/me/passkeys and signing out: a second device, and its end, with authenticators in software.
import { beforeEach, describe, expect, it } from 'vitest'
import { type Authenticator, createAuthenticator } from '../support/authenticator.ts'
import { pageOf, wordsOf } from '../support/console.ts'
import { ADMIN_KEY, bodyOf, ORIGIN, problemOf, startServer } from '../support/server.ts'
import { found } from '../support/world.ts'

// The Worker loads it when it is first asked, which may take seconds on a busy machine.
await import('@simplewebauthn/server')

const server = startServer()
const issuer = await found(server)
const PATH = '/v1/me/passkeys'
let clients = 0

interface Person {
  readonly first: Authenticator
  readonly headers: Record<string, string>
}
interface Questions {
  readonly proof: { readonly challenge: string; readonly allowCredentials: { id: string }[] }
  readonly creation: { readonly challenge: string; readonly excludeCredentials: { id: string }[] }
}
const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? ''

/** Somebody who has joined with one passkey; each is a client of their own, within the rate of sign-ins. */
async function join(): Promise<Person> {
  const headers = { origin: ORIGIN, 'cf-connecting-ip': `2001:db8:1::${++clients}` }
  const invited = await server.post(`/v1/issuers/${issuer.slug}/operators/invites`, {
    key: ADMIN_KEY,
    body: { name: 'Ines Okafor', role: 'auditor' },
  })
  const token = (await bodyOf<{ url: string }>(invited, 201)).url.split('#')[1]
  const asked = await server.post('/v1/passkeys/options', { headers, body: { token } })
  const { challenge } = await bodyOf<{ challenge: string }>(asked, 200)
  const first = await createAuthenticator()
  const passkey = await first.register(challenge)
  const answer = await server.post('/v1/passkeys', { headers, body: { token, passkey } })
  return { first, headers: { ...headers, cookie: cookieOf(answer) } }
}

async function signInWith(authenticator: Authenticator, { headers }: Person) {
  const { cookie: _, ...page } = headers
  const asked = await server.post('/v1/sessions/options', { headers: page })
  const { challenge } = await bodyOf<{ challenge: string }>(asked, 200)
  const passkey = await authenticator.signIn(challenge)
  return server.post('/v1/sessions', { headers: page, body: { passkey } })
}

const askTo = async ({ headers }: Person) =>
  bodyOf<Questions>(await server.post(`${PATH}/options`, { headers }), 200)
const send = ({ headers }: Person, body: object) => server.post(PATH, { headers, body })
const codeOf = async (response: Response) => (await problemOf(response)).code

async function add(person: Person, second: Authenticator, name = 'Telephone') {
  const { proof, creation } = await askTo(person)
  return send(person, {
    name,
    proof: await person.first.signIn(proof.challenge),
    passkey: await second.register(creation.challenge),
  })
}
const remove = ({ headers }: Person, id: string) =>
  server.call('DELETE', `${PATH}/${id}`, { headers })
const list = async ({ headers }: Person) =>
  (
    await bodyOf<{ passkeys: { id: string; name: string }[] }>(
      await server.get(PATH, { headers }),
      200,
    )
  ).passkeys
const isSignedIn = async (cookie: string) =>
  (await server.get('/console', { headers: { cookie } })).status === 200

let person: Person
let second: Authenticator
beforeEach(async () => {
  person = await join()
  second = await createAuthenticator()
})

describe('another passkey', () => {
  it('is asked for beside those that are known', async () => {
    const { proof, creation } = await askTo(person)
    expect(proof.allowCredentials).toMatchObject([{ id: person.first.id }])
    expect(creation.excludeCredentials).toMatchObject([{ id: person.first.id }])
  })

  it('signs in as the same operator, and is told by its name', async () => {
    await bodyOf(await add(person, second), 201)
    expect((await list(person)).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['First passkey', 'Telephone']),
    )
    expect((await signInWith(second, person)).status).toBe(201)
    const { cookie = '' } = person.headers
    const document = await pageOf(await server.get('/console/account', { headers: { cookie } }))
    expect(wordsOf(document, '.rows')).toContain('Telephone')
  })

  it('is refused to a session alone: a stolen one has no passkey that answers', async () => {
    const thief = await createAuthenticator()
    const { proof, creation } = await askTo(person)
    const answer = await send(person, {
      name: 'Mine',
      proof: await thief.signIn(proof.challenge),
      passkey: await thief.register(creation.challenge),
    })
    expect(await codeOf(answer)).toBe('passkey.refused')
    expect(await list(person)).toHaveLength(1)
  })

  it('is refused where a colleague’s passkey answers', async () => {
    const colleague = await join()
    const { proof, creation } = await askTo(person)
    const answer = await send(person, {
      name: 'Mine',
      proof: await colleague.first.signIn(proof.challenge),
      passkey: await second.register(creation.challenge),
    })
    expect(await codeOf(answer)).toBe('passkey.refused')
  })

  it('is refused with the answer to a question of signing in', async () => {
    const asked = await server.post('/v1/sessions/options', { headers: person.headers })
    const { challenge } = await bodyOf<{ challenge: string }>(asked, 200)
    const { creation } = await askTo(person)
    const answer = await send(person, {
      name: 'Mine',
      proof: await person.first.signIn(challenge),
      passkey: await second.register(creation.challenge),
    })
    expect(await codeOf(answer)).toBe('passkey.refused')
  })

  it('is refused to whoever is not signed in, and to another site', async () => {
    const { cookie: _, ...stranger } = person.headers
    const asked = await server.post(`${PATH}/options`, { headers: stranger })
    expect(await codeOf(asked)).toBe('auth.missing')
    const headers = { ...person.headers, origin: 'https://elsewhere.example' }
    expect(await codeOf(await server.post(`${PATH}/options`, { headers }))).toBe('auth.forbidden')
  })
})

describe('the end of a passkey', () => {
  it('signs nobody in any more, and ends the other sessions', async () => {
    await bodyOf(await add(person, second), 201)
    const other = cookieOf(await signInWith(second, person))
    expect((await remove(person, second.id)).status).toBe(204)
    expect(await codeOf(await signInWith(second, person))).toBe('passkey.refused')
    expect(await isSignedIn(other)).toBe(false)
    expect(await isSignedIn(person.headers.cookie ?? '')).toBe(true)
  })

  it('is refused for the last one', async () => {
    expect(await codeOf(await remove(person, person.first.id))).toBe('passkey.last')
    expect((await signInWith(person.first, person)).status).toBe(201)
  })

  it('leaves one where both are removed at the same time', async () => {
    await bodyOf(await add(person, second), 201)
    const answers = await Promise.all([remove(person, person.first.id), remove(person, second.id)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409])
    expect(await list(person)).toHaveLength(1)
  })

  it('is refused for that of a colleague', async () => {
    const colleague = await join()
    await bodyOf(await add(colleague, second), 201)
    expect(await codeOf(await remove(person, second.id))).toBe('passkey.unknown')
  })

  it('is asked about first in the console', async () => {
    await bodyOf(await add(person, second), 201)
    const { cookie = '' } = person.headers
    const path = `/console/account/passkeys/${second.id}/removal`
    const document = await pageOf(await server.get(path, { headers: { cookie } }))
    expect(wordsOf(document, 'h1')).toBe('Remove Telephone?')
    const form = {
      headers: { ...person.headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: '',
    }
    const response = await server.post(path, form)
    expect(response.headers.get('location')).toBe('/console/account?done=removed')
    expect(await list(person)).toHaveLength(1)
  })
})

describe('signing out over the API', () => {
  it('ends the session, here and in the browser', async () => {
    const answer = await server.call('DELETE', '/v1/sessions', { headers: person.headers })
    expect(answer.status).toBe(204)
    expect(answer.headers.get('set-cookie')).toMatch(/^licet-session=; Max-Age=0/)
    expect(await isSignedIn(person.headers.cookie ?? '')).toBe(false)
  })

  it('is refused to another site', async () => {
    const headers = { ...person.headers, origin: 'https://elsewhere.example' }
    const answer = await server.call('DELETE', '/v1/sessions', { headers })
    expect(await codeOf(answer)).toBe('auth.forbidden')
    expect(await isSignedIn(person.headers.cookie ?? '')).toBe(true)
  })
})
