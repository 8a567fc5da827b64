// GET …/audit, …/export, …/verify and …/sample: for who may read the issuer's log, and nobody else.
import { describe, expect, it } from 'vitest'
import { toHex } from '../../../shared/encoding/bytes.ts'
import type { AuditEntry } from '../../../worker/audit/chain.ts'
import type { OperatorRole } from '../../../worker/storage/operators.ts'
import { signIn } from '../support/operators.ts'
import { degreeOrder } from '../support/orders.ts'
import { ADMIN_KEY, bodyOf, problemOf, startServer, textOf } from '../support/server.ts'
import { accredit, found, issue } from '../support/world.ts'

const server = startServer()
type Call = NonNullable<Parameters<typeof server.get>[1]>
const issuer = await found(server, { trustAnchor: true })
const other = await found(server)
const issued = await issue(server, issuer, degreeOrder())
const accredited = await accredit(server, issuer, other.did)

interface Page {
  readonly entries: readonly AuditEntry[]
  readonly next?: number
}
const path = `/v1/issuers/${issuer.slug}/audit`
const read = async <T = Page>(rest = '', status = 200) =>
  bodyOf<T>(await server.get(path + rest, { key: issuer.apiKey }), status)

describe('the log', () => {
  it('tells what was done, by whom and to what, and holds no claim and no reason', async () => {
    const { entries } = await read()
    expect(entries.map(({ action, target }) => [action, target])).toEqual([
      ['accreditation.made', accredited.id],
      ['credential.issued', issued.id],
      ['api_key.made', expect.stringMatching(/^api_key:[0-9a-f]{64}$/)],
    ])
    expect(entries.map(({ actor }) => actor.split(':')[0])).toEqual([
      'administrator',
      'api_key',
      'administrator',
    ])
    const text = JSON.stringify(entries)
    for (const secret of ['Amina', 'Medicine', issuer.apiKey]) {
      expect(text).not.toContain(secret)
    }
  })

  it('is read page by page, newest first', async () => {
    const first = await read('?limit=2')
    expect(first.entries.map(({ number }) => number)).toEqual([3, 2])
    const second = await read(`?limit=2&before=${first.next}`)
    expect(second).toMatchObject({ entries: [{ number: 1 }] })
    expect(second.next).toBeUndefined()
  })

  it.each(['?limit=0', '?limit=501', '?before=x', '/sample?seed=a', '/sample?seed=&size=1'])(
    'is not asked for with %s',
    async (rest) => {
      const response = await server.get(path + rest, { key: issuer.apiKey })
      expect((await problemOf(response)).code).toBe('request.invalid')
    },
  )

  it('is verified, and says how far', async () => {
    const [newest] = (await read()).entries
    expect(await read('/verify')).toEqual({ ok: true, entries: 3, hash: newest?.hash })
  })
})

describe('a sample', () => {
  it('is drawn again by the same seed, also when the log has grown', async () => {
    const sample = await read<Page & { upTo: number }>('/sample?seed=audit-2026&size=2')
    expect(sample.entries).toHaveLength(2)
    await issue(server, issuer, degreeOrder())
    expect(await read(`/sample?seed=audit-2026&size=2&upTo=${sample.upTo}`)).toEqual(sample)
  })

  it('is drawn as its documentation says', async () => {
    const upTo = 3
    const wanted = new Set<number>()
    for (let i = 0; wanted.size < 2; i++) {
      const bytes = new TextEncoder().encode(`another seed:${i}`)
      const hex = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
      wanted.add((Number.parseInt(hex.slice(0, 12), 16) % upTo) + 1)
    }
    const { entries } = await read(`/sample?seed=another%20seed&size=2&upTo=${upTo}`)
    expect(entries.map(({ number }) => number)).toEqual([...wanted].sort())
  })

  it('of more than there is holds everything once', async () => {
    const { entries } = await read('/sample?seed=a&size=500&upTo=3')
    expect(entries.map(({ number }) => number)).toEqual([1, 2, 3])
  })
})

describe('an export', () => {
  it('holds every entry on a line of its own, and itself', async () => {
    const response = await server.get(`${path}/export`, { key: issuer.apiKey })
    expect(response.headers.get('content-type')).toBe('application/x-ndjson')
    const lines = (await textOf(response)).trimEnd().split('\n')
    const entries = lines.map((line) => JSON.parse(line) as AuditEntry)
    expect(entries.map(({ number }) => number)).toEqual(entries.map((_, i) => i + 1))
    expect(entries.at(-1)).toMatchObject({ action: 'export.made' })
    expect(await read('/verify')).toMatchObject({ entries: entries.length, ok: true })
  })
})

const OWN = issuer.slug
const OTHER = other.slug
const asOperator = async (slug: string, role: OperatorRole) => ({
  headers: { cookie: (await signIn(server, slug, role)).cookie },
})

describe.each(['', '/export', '/verify', '/sample?seed=a&size=1'])('GET …/audit%s', (rest) => {
  it.each<[string, () => Call | Promise<Call>, number, string]>([
    ['nobody', () => ({}), 401, 'auth.missing'],
    ['a key that is not ours', () => ({ key: 'licet_none' }), 401, 'auth.invalid'],
    ['the administrator’s key', () => ({ key: ADMIN_KEY }), 401, 'auth.invalid'],
    ['a key of another issuer', () => ({ key: other.apiKey }), 403, 'auth.forbidden'],
    ['an auditor of another issuer', () => asOperator(OTHER, 'auditor'), 403, 'auth.forbidden'],
    ['an admin of another issuer', () => asOperator(OTHER, 'admin'), 403, 'auth.forbidden'],
    ['a proposer', () => asOperator(OWN, 'proposer'), 403, 'auth.forbidden'],
    ['an approver', () => asOperator(OWN, 'approver'), 403, 'auth.forbidden'],
  ])('refuses %s', async (_, caller, status, code) => {
    const response = await server.get(path + rest, await caller())
    expect(response.status).toBe(status)
    expect((await problemOf(response)).code).toBe(code)
  })

  it.each(['auditor', 'admin'] as const)('answers an operator of role %s', async (role) => {
    const response = await server.get(path + rest, await asOperator(OWN, role))
    expect(response.status).toBe(200)
    await response.body?.cancel()
  })
})
