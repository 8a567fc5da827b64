// The audit log: what is written with what it tells of, and what of it can be spoilt unseen: nothing.
import { describe, expect, it } from 'vitest'
import { toHex } from '../../../shared/encoding/bytes.ts'
import { canonicalizeJson } from '../../../shared/encoding/jcs.ts'
import { type Audit, createAudit } from '../../../worker/audit/audit.ts'
import type { AuditEntry } from '../../../worker/audit/chain.ts'
import { verifyLog } from '../../../worker/audit/verify-log.ts'
import { createAuditLog } from '../../../worker/storage/audit.ts'
import { env, NOON, startServer } from '../support/server.ts'
import { found } from '../support/world.ts'

const server = startServer()
const clock = { now: NOON }
const audit: Audit = createAudit(createAuditLog(env.DB), () => clock.now)
const ACT = { actor: { kind: 'worker' }, action: 'batch.finished', detail: { rows: 3 } } as const

const entriesOf = (slug: string) => audit.after(slug, 0, 500)
const run = (sql: string, ...values: unknown[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .run()

/** A log of four entries; founding its issuer was the first. */
async function newLog(): Promise<string> {
  const { slug } = await found(server)
  for (let i = 0; i < 3; i++) await audit.append(slug, ACT, [])
  return slug
}

describe('an entry', () => {
  it('says who did what to whom and when, and continues the one before', async () => {
    const { slug } = await found(server)
    const results = await audit.append(slug, { ...ACT, target: 'batch:1' }, [
      env.DB.prepare('SELECT 7 AS seven'),
    ])
    expect(results).toHaveLength(1)
    expect(results[0]?.results).toEqual([{ seven: 7 }])
    const [first, second] = await entriesOf(slug)
    expect(first).toMatchObject({ number: 1, action: 'api_key.made', actor: 'administrator' })
    expect(first?.previous).toBe('0'.repeat(64))
    expect(second).toEqual({
      issuer: slug,
      number: 2,
      at: '2026-11-22T12:00:00Z',
      actor: 'worker',
      action: 'batch.finished',
      target: 'batch:1',
      detail: { rows: 3 },
      previous: first?.hash,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  it('has a hash that anybody can take again from its canonical form', async () => {
    const { slug } = await found(server)
    const [entry] = await entriesOf(slug)
    const { hash, ...rest } = entry as AuditEntry
    const bytes = new TextEncoder().encode(canonicalizeJson(rest) ?? '')
    const digest = await crypto.subtle.digest('SHA-256', bytes)
    expect(toHex(new Uint8Array(digest))).toBe(hash)
  })

  it('is not written where what it tells of failed, and the other way round', async () => {
    const { slug } = await found(server)
    const failing = env.DB.prepare('INSERT INTO trust_list SELECT * FROM trust_list')
    await expect(audit.append(slug, ACT, [failing])).rejects.toThrow('UNIQUE')
    expect(await entriesOf(slug)).toHaveLength(1)
    const touch = () =>
      env.DB.prepare("UPDATE issuers SET name = 'Renamed' WHERE slug = ?1").bind(slug)
    await expect(audit.append('nobody', ACT, [touch()])).rejects.toThrow('FOREIGN KEY')
    const row = await env.DB.prepare('SELECT name FROM issuers WHERE slug = ?1').bind(slug).first()
    expect(row?.name).not.toBe('Renamed')
  })

  it('is never dated before the one it follows, even where a clock runs behind', async () => {
    const slug = await newLog()
    clock.now = NOON - 60
    await audit.append(slug, ACT, [])
    clock.now = NOON
    expect((await entriesOf(slug)).at(-1)?.at).toBe('2026-11-22T12:00:00Z')
    expect(await verifyLog(audit, slug)).toMatchObject({ ok: true })
  })
})

describe('a hundred entries at the same time', () => {
  it('all get a number of their own, and the chain holds', async () => {
    const { slug } = await found(server)
    const reading = async () => {
      const { number } = await audit.head(slug)
      expect(await verifyLog(audit, slug)).toMatchObject({ ok: true })
      return number
    }
    await Promise.all(
      Array.from({ length: 100 }, (_, at) =>
        at % 20 === 0 ? reading() : audit.append(slug, ACT, []),
      ),
    )
    expect((await entriesOf(slug)).map(({ number }) => number)).toEqual(
      Array.from({ length: 96 }, (_, i) => i + 1),
    )
    expect(await verifyLog(audit, slug)).toMatchObject({ ok: true, entries: 96 })
  })
})

describe('the newest entry, that has no hash before the next one comes', () => {
  it.each([
    ['other words', "actor = 'nobody', previous_hash = 'a', hash = 'b'"],
    ['one hash alone', "hash = 'b'"],
  ])('cannot be given %s', async (_, change) => {
    const slug = await newLog()
    const sql = `UPDATE audit_entries SET ${change} WHERE issuer_slug = ?1 AND hash = ''`
    await expect(run(sql, slug)).rejects.toThrow('append-only')
  })

  it('is read with one, and keeps it', async () => {
    const slug = await newLog()
    const { number, hash } = await audit.head(slug)
    await audit.append(slug, ACT, [])
    const [, next] = await audit.after(slug, number - 1, 2)
    expect(next?.previous).toBe(hash)
  })
})

describe('the table', () => {
  it.each([
    ['changes', "UPDATE audit_entries SET actor = 'nobody' WHERE issuer_slug = ?1"],
    ['deletions', 'DELETE FROM audit_entries WHERE issuer_slug = ?1'],
    [
      'replacements',
      "REPLACE INTO audit_entries SELECT issuer_slug, number, at, 'x', action, target, detail, previous_hash, hash FROM audit_entries WHERE issuer_slug = ?1",
    ],
  ])('refuses %s', async (_, sql) => {
    const slug = await newLog()
    const before = await entriesOf(slug)
    await expect(run(sql, slug)).rejects.toThrow(/append-only|taken/)
    expect(await entriesOf(slug)).toEqual(before)
  })
})

describe('a log that somebody spoilt who could drop the triggers', () => {
  const TRIGGERS = ['audit_entries_stay', 'audit_entries_remain', 'audit_entries_follow']
  it('names the first broken entry and what is wrong with it', async () => {
    const spoilt = await Promise.all(Array.from({ length: 8 }, newLog))
    for (const name of TRIGGERS) await run(`DROP TRIGGER ${name}`)
    const set = (column: string, value: string | number, slug = '') =>
      run(
        `UPDATE audit_entries SET ${column} = ?2 WHERE issuer_slug = ?1 AND number = 3`,
        slug,
        value,
      )
    await set('actor', 'operator:somebody', spoilt[0])
    await set('detail', '{"rows":4}', spoilt[1])
    await set('detail', 'no JSON', spoilt[2])
    await set('previous_hash', '0'.repeat(64), spoilt[3])
    await set('at', NOON - 1, spoilt[4])
    await set('number', 9, spoilt[5])
    await run('DELETE FROM audit_entries WHERE issuer_slug = ?1 AND number = 1', spoilt[6])
    const verdicts = await Promise.all(spoilt.map((slug) => verifyLog(audit, slug)))
    expect(verdicts).toEqual([
      { ok: false, number: 3, fault: 'hash' },
      { ok: false, number: 3, fault: 'hash' },
      { ok: false, number: 3, fault: 'hash' },
      { ok: false, number: 3, fault: 'order' },
      { ok: false, number: 3, fault: 'order' },
      { ok: false, number: 4, fault: 'gap' },
      { ok: false, number: 2, fault: 'gap' },
      { ok: true, entries: 4, hash: expect.any(String) },
    ])
  })
})
