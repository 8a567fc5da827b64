// Races between two changes of one status: the database decides, and writes all of a change or nothing.
import { beforeEach, describe, expect, it } from 'vitest'
import { decodeBitstring } from '../../../shared/status/bitstring.ts'
import type { CredentialState } from '../../../shared/status/state-table.ts'
import { readValue } from '../../../shared/status/status-values.ts'
import { createCredentials } from '../../../worker/storage/credentials.ts'
import { createStatusChanges, succeedsUnlessMoved } from '../../../worker/storage/status-changes.ts'
import { createStatusLists } from '../../../worker/storage/status-lists.ts'
import { payloadOf } from '../support/jws.ts'
import { env, NOON, startServer, textOf } from '../support/server.ts'
import { changeStatus, found, type Issued, issue } from '../support/world.ts'

const server = startServer()
const issuer = await found(server)
const credentials = createCredentials(env.DB, () => NOON)
const changes = createStatusChanges(env.DB, () => NOON)
const lists = createStatusLists(env.DB, () => NOON)
let issued: Issued

beforeEach(async () => {
  issued = await issue(server, issuer)
})

/** Writes a change that was decided on when so many had been made before. */
const write = (version: number, state: CredentialState, alongside: D1PreparedStatement[] = []) =>
  succeedsUnlessMoved(
    env.DB.batch([
      ...changes.change({
        credentialId: issued.uuid,
        version,
        state,
        effectiveAt: NOON,
        changedBy: 'api_key:hash',
        reasonCode: 'other',
        sealedReason: 'sealed',
      }),
      ...alongside,
    ]),
  )

/** The state that a list publishes of the credential. */
async function listedState({
  statusListCredential,
  statusListIndex,
}: Issued['status'][number]): Promise<CredentialState> {
  const list = await lists.find(statusListCredential)
  const placed = list ? await lists.placedStates(list) : []
  return placed.find(({ index }) => String(index) === statusListIndex)?.state ?? 'active'
}

async function recorded() {
  const db = env.DB
  const id = issued.uuid
  const history = await db
    .prepare('SELECT state FROM status_changes WHERE credential_id = ? ORDER BY id')
    .bind(id)
    .all<{ state: string }>()
  return {
    state: (await credentials.find(issuer.slug, id))?.state,
    listed: [...new Set(await Promise.all(issued.status.map(listedState)))],
    history: history.results.map((row) => row.state),
  }
}

const revisions = async () => {
  const rows = await Promise.all(
    issued.status.map(({ statusListCredential }) => lists.find(statusListCredential)),
  )
  return rows.map((row) => row?.revision ?? -1)
}

describe('a change from the state that is there', () => {
  it('writes state, history and a new revision of all its lists', async () => {
    const before = await revisions()
    expect(await write(0, 'suspended')).toBe(true)
    expect(await recorded()).toEqual({
      state: 'suspended',
      listed: ['suspended'],
      history: ['suspended'],
    })
    expect(await revisions()).toEqual(before.map((revision) => revision + 1))
  })

  it('touches no other credential of the same lists', async () => {
    const other = issued
    issued = await issue(server, issuer)
    await write(0, 'revoked')
    issued = other
    expect(await recorded()).toEqual({
      state: 'active',
      listed: ['active'],
      history: [],
    })
  })
})

describe('a change from a state that has passed', () => {
  it('writes nothing at all', async () => {
    await write(0, 'suspended')
    const before = await revisions()
    expect(await write(0, 'revoked')).toBe(false)
    expect(await recorded()).toEqual({
      state: 'suspended',
      listed: ['suspended'],
      history: ['suspended'],
    })
    expect(await revisions()).toEqual(before)
  })
})

describe('statements alongside a change', () => {
  const forget = () => env.DB.prepare('DELETE FROM signed_status_lists')
  const fail = () => env.DB.prepare('INSERT INTO issuers SELECT * FROM issuers')

  it('are refused with it where the state has passed', async () => {
    const path = issued.status[0]?.statusListCredential.split('8787')[1] ?? ''
    await textOf(await server.get(path))
    await write(1, 'suspended', [forget()])
    const kept = await env.DB.prepare('SELECT count(*) AS kept FROM signed_status_lists').first()
    expect(kept?.kept).not.toBe(0)
  })

  it('undo it where they fail', async () => {
    await expect(write(0, 'revoked', [fail()])).rejects.toThrow('UNIQUE')
    expect((await recorded()).state).toBe('active')
  })
})

describe('changes at the same time', () => {
  it('are won by one, whose state is the one that counts', async () => {
    const states = ['suspended', 'revoked'] as const
    for (let round = 0; round < 10; round++) {
      issued = await issue(server, issuer)
      const won = await Promise.all(states.map((state) => write(0, state)))
      expect(won.filter(Boolean)).toHaveLength(1)
      const winner = states[won.indexOf(true)]
      expect(await recorded()).toEqual({
        state: winner,
        listed: [winner],
        history: [winner],
      })
    }
  })

  it('never undo a revocation, however many arrive', async () => {
    const wishes = ['suspended', 'revoked', 'suspended', 'active', 'suspended', 'revoked'] as const
    const responses = await Promise.all(
      wishes.map((state) => changeStatus(server, issuer, issued.uuid, state)),
    )
    for (const { status } of responses) expect([200, 409]).toContain(status)
    const { state, listed, history } = await recorded()
    expect(history.at(-1) ?? 'active').toBe(state)
    expect(listed).toEqual([state])
    await changeStatus(server, issuer, issued.uuid, 'revoked')
    expect((await recorded()).listed).toEqual(['revoked'])
  })

  it('are seen by the next fetch of the list even while the list is being signed', async () => {
    const url = issued.status[1]?.statusListCredential ?? ''
    const path = url.slice(url.indexOf('/issuers'))
    const fetchList = async () => textOf(await server.get(path))
    await Promise.all([
      fetchList(),
      changeStatus(server, issuer, issued.uuid, 'suspended'),
      fetchList(),
      fetchList(),
    ])
    const { credentialSubject } = payloadOf(await fetchList())
    const bitstring = await decodeBitstring(credentialSubject.encodedList)
    const index = Number(issued.status[1]?.statusListIndex)
    expect(bitstring && readValue(bitstring, index, 1, 'msb')).toBe(1)
  })
})
