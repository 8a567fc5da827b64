// Pages of an issuer's credentials: whole, in order, nobody else's, and read through an index whatever the filter.
import { beforeAll, describe, expect, it } from 'vitest'
import type { CredentialState } from '../../../shared/status/state-table.ts'
import {
  type CredentialFilter,
  createCredentialPages,
  credentialPageQuery,
} from '../../../worker/storage/credential-pages.ts'
import { env, NOON, startServer } from '../support/server.ts'
import { found } from '../support/world.ts'

const server = startServer()
const issuer = await found(server)
const other = await found(server)
const pages = createCredentialPages(env.DB, () => 0)

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

interface Row {
  readonly number: number
  readonly slug?: string
  readonly state?: CredentialState
  readonly kind?: string
  readonly at?: number
}

const insert = (rows: readonly Row[]) =>
  env.DB.batch(
    rows.map(({ number, slug = issuer.slug, state = 'active', kind = 'degree', at = NOON }) =>
      env.DB.prepare(
        'INSERT INTO credentials (id, issuer_slug, kind, format, state, issued_at) VALUES (?, ?, ?, ?, ?, ?)',
      ).bind(idOf(number), slug, kind, 'vc+jwt', state, at),
    ),
  )

/** All pages, one after the other, as numbers. */
async function readAll(filter: CredentialFilter, count: number): Promise<readonly number[]> {
  const seen: number[] = []
  let after: string | undefined
  do {
    const page = await pages.read(issuer.slug, filter, after, count)
    seen.push(...page.credentials.map(({ id }) => Number(id.slice(-12))))
    after = page.next
  } while (after !== undefined)
  return seen
}

beforeAll(() =>
  insert([
    { number: 1 },
    { number: 2, state: 'revoked' },
    { number: 3, kind: 'licence' },
    { number: 4, kind: 'licence', state: 'suspended', at: NOON + 1 },
    { number: 5, kind: 'licence', at: NOON - 1 },
    { number: 6, slug: other.slug, at: NOON + 2 },
  ]),
)

describe('pages', () => {
  it.each([1, 2, 5, 100])('of %i hold every credential once, newest first', async (count) => {
    expect(await readAll({}, count)).toEqual([4, 3, 2, 1, 5])
  })

  it.each([
    [{ state: 'active' }, [3, 1, 5]],
    [{ state: 'revoked' }, [2]],
    [{ state: 'lapsed' }, []],
    [{ kind: 'licence' }, [4, 3, 5]],
    [{ kind: 'licence', state: 'active' }, [3, 5]],
    [{ kind: 'licence', state: 'suspended' }, [4]],
    [{ kind: 'unheard-of' }, []],
  ] satisfies [CredentialFilter, number[]][])('filter by %j', async (filter, expected) => {
    expect(await readAll(filter, 1)).toEqual(expected)
  })

  it('say when a credential was issued, and nothing of what it says', async () => {
    const { credentials } = await pages.read(issuer.slug, { state: 'revoked' }, undefined, 1)
    expect(credentials).toEqual([
      {
        id: idOf(2),
        issuerSlug: issuer.slug,
        kind: 'degree',
        format: 'vc+jwt',
        state: 'revoked',
        issuedAt: NOON,
      },
    ])
  })

  it.each([idOf(6), idOf(999)])('behind %s, which is not of this issuer, are empty', async (id) => {
    expect((await pages.read(issuer.slug, {}, id, 10)).credentials).toEqual([])
  })
})

describe('every page is read through an index', () => {
  const FILTERS: readonly (readonly [CredentialFilter, string])[] = [
    [{}, 'credentials_by_issuer'],
    [{ state: 'active' }, 'credentials_by_issuer'],
    [{ state: 'revoked' }, 'credentials_by_state'],
    [{ kind: 'degree' }, 'credentials_by_kind'],
    [{ kind: 'degree', state: 'active' }, 'credentials_by_kind'],
  ]

  it.each(
    FILTERS.flatMap(([filter, index]) =>
      [undefined, { id: idOf(1), issued_at: NOON }].map((after) => [filter, after, index] as const),
    ),
  )('%j after %j: by %s', async (filter, after, index) => {
    const { sql, values } = credentialPageQuery(issuer.slug, filter, after)
    const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .bind(...values, 51)
      .all<{ detail: string }>()
    const plan = results.map(({ detail }) => detail).join('\n')
    expect(plan).toContain(`SEARCH credentials USING INDEX ${index}`)
    expect(plan).not.toContain('TEMP B-TREE')
    expect(plan).not.toContain('SCAN credentials')
    if (after !== undefined) expect(plan).toContain('(issued_at,id)<(?,?)')
  })
})
