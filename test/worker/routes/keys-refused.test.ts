// Who may not touch the keys of an issuer: every route against every stranger.
import { beforeAll, expect, it } from 'vitest'
import { fromPage, signIn } from '../support/operators.ts'
import { bodyOf, problemOf, startServer } from '../support/server.ts'
import { type Founded, found } from '../support/world.ts'

const server = startServer()
let issuer: Founded
let headersOf: Readonly<Record<string, Record<string, string>>>
let fragment = ''

const COMPROMISE = { since: '2026-11-01T00:00:00Z', reason: 'x' }
interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: object
}
const ROUTES: readonly Route[] = [
  { method: 'GET', path: '' },
  { method: 'POST', path: '' },
  { method: 'POST', path: '/{kid}/retirement' },
  { method: 'POST', path: '/{kid}/compromise', body: COMPROMISE },
  { method: 'GET', path: '/{kid}/credentials' },
]

beforeAll(async () => {
  issuer = await found(server)
  const other = await found(server)
  const session = async (slug: string, role: Parameters<typeof signIn>[2]) =>
    fromPage(server, (await signIn(server, slug, role)).cookie)
  const { cookie } = await signIn(server, issuer.slug, 'admin')
  headersOf = {
    'nobody in particular': {},
    'an API key of the issuer with every scope': { authorization: `Bearer ${issuer.apiKey}` },
    'the admin of another issuer': await session(other.slug, 'admin'),
    'a proposer of the issuer': await session(issuer.slug, 'proposer'),
    'an approver of the issuer': await session(issuer.slug, 'approver'),
    'an auditor of the issuer': await session(issuer.slug, 'auditor'),
    'a page of another site': { cookie, origin: 'https://evil.example' },
  }
  const document = await bodyOf<{ assertionMethod: string[] }>(
    await server.get(`/issuers/${issuer.slug}/did.json`),
    200,
  )
  fragment = document.assertionMethod[0]?.split('#')[1] ?? ''
})

const call = ({ method, path, body }: Route, who: string) =>
  server.call(method, `/v1/issuers/${issuer.slug}/keys${path.replace('{kid}', fragment)}`, {
    headers: headersOf[who] ?? {},
    ...(body && { body }),
  })

const STRANGERS = [
  ['nobody in particular', 'auth.missing'],
  ['an API key of the issuer with every scope', 'auth.missing'],
  ['the admin of another issuer', 'auth.forbidden'],
  ['a proposer of the issuer', 'auth.forbidden'],
] as const
/** They may look, and change nothing. */
const READERS = [
  ['an approver of the issuer', 'auth.forbidden'],
  ['an auditor of the issuer', 'auth.forbidden'],
  ['a page of another site', 'auth.forbidden'],
] as const

const REFUSED = ROUTES.flatMap((route) =>
  [...STRANGERS, ...(route.method === 'POST' ? READERS : [])].map(([who, code]) => ({
    ...route,
    who,
    code,
  })),
)

it.each(REFUSED)('$method …/keys$path is not for $who', async ({ who, code, ...route }) => {
  expect((await problemOf(await call(route, who))).code).toBe(code)
})

it('leaves the keys as they were', async () => {
  const auditor = headersOf['an auditor of the issuer'] ?? {}
  const answer = await server.get(`/v1/issuers/${issuer.slug}/keys`, { headers: auditor })
  const { keys } = await bodyOf<{ keys: { state: string }[] }>(answer, 200)
  expect(keys.map(({ state }) => state)).toEqual(['active'])
})

it('says which key it does not know', async () => {
  const admin = fromPage(server, (await signIn(server, issuer.slug, 'admin')).cookie)
  const answer = await server.post(`/v1/issuers/${issuer.slug}/keys/other/retirement`, {
    headers: admin,
  })
  expect((await problemOf(answer)).code).toBe('key.unknown')
})
