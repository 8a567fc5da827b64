// GET /v1/issuers/{slug}/credentials: an issuer's own credentials, page by page.
import { describe, expect, it } from 'vitest'
import { CREDENTIALS_PAGE_MAX_COUNT } from '../../../shared/limits.ts'
import { degreeOrder } from '../support/orders.ts'
import { bodyOf, env, problemOf, startServer } from '../support/server.ts'
import { changeStatus, found, issue } from '../support/world.ts'

const server = startServer()
const issuer = await found(server)
const licence = await issue(server, issuer)
server.clock.now += 1
const degree = await issue(server, issuer, degreeOrder())
const revoked = await issue(server, issuer, degreeOrder())
await changeStatus(server, issuer, revoked.uuid, 'revoked')

interface Page {
  readonly credentials: readonly {
    readonly id: string
    readonly kind: string
    readonly state: string
    readonly issuedAt: string
  }[]
  readonly next?: string
}

const list = (query = '', { slug, apiKey } = issuer) =>
  server.get(`/v1/issuers/${slug}/credentials${query}`, { key: apiKey })

describe('the list', () => {
  it('names every credential, its state and its day, and nothing that it says', async () => {
    const { credentials, next } = await bodyOf<Page>(await list(), 200)
    expect(credentials).toHaveLength(3)
    expect(credentials[2]).toEqual({
      id: licence.id,
      kind: 'licence',
      format: 'vc+jwt',
      state: 'active',
      issuedAt: '2026-11-22T12:00:00Z',
    })
    expect(next).toBeUndefined()
    expect(JSON.stringify(credentials)).not.toContain('Diallo')
  })

  it.each([
    ['?kind=licence', [licence.id]],
    ['?state=revoked', [revoked.id]],
    ['?kind=degree&state=active', [degree.id]],
  ])('filters by %s', async (query, ids) => {
    const { credentials } = await bodyOf<Page>(await list(query), 200)
    expect(credentials.map(({ id }) => id)).toEqual(ids)
  })

  it('goes on behind the last one of a page', async () => {
    const busy = await found(server)
    const count = CREDENTIALS_PAGE_MAX_COUNT + 1
    await env.DB.batch(
      Array.from({ length: count }, (_, number) =>
        env.DB.prepare(
          `INSERT INTO credentials (id, issuer_slug, kind, format, issued_at)
           VALUES (?, ?, 'degree', 'vc+jwt', 1)`,
        ).bind(`10000000-0000-4000-8000-${String(number).padStart(12, '0')}`, busy.slug),
      ),
    )
    const first = await bodyOf<Page>(await list('', busy), 200)
    expect(first.credentials).toHaveLength(CREDENTIALS_PAGE_MAX_COUNT)
    const last = await bodyOf<Page>(await list(`?after=${first.next}`, busy), 200)
    expect(last.credentials).toHaveLength(1)
    expect(last.next).toBeUndefined()
  })
})

describe('the list is refused', () => {
  it.each(['?state=unheard-of', '?after=1', `?kind=${'x'.repeat(65)}`])(
    'where it is asked for with %s',
    async (query) => {
      const response = await list(query)
      expect(response.status).toBe(400)
      expect((await problemOf(response)).code).toBe('request.invalid')
    },
  )

  it('without a key', async () => {
    const response = await server.get(`/v1/issuers/${issuer.slug}/credentials`)
    expect((await problemOf(response)).code).toBe('auth.missing')
  })

  it('to another issuer', async () => {
    const { apiKey } = await found(server)
    const response = await list('', { ...issuer, apiKey })
    expect((await problemOf(response)).code).toBe('auth.forbidden')
  })
})
