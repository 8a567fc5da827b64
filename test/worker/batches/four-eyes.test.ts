// A batch of an issuer that asks for four eyes: it waits until an approver starts it who did not upload it.
import { describe, expect, it } from 'vitest'
import {
  type BatchBody,
  batchPath,
  createHeldQueue,
  degreeRows,
  degreeTable,
  startBatch,
  stateOf,
  uploaded,
  workOffAll,
} from '../support/batches.ts'
import { foundFourEyes } from '../support/four-eyes.ts'
import { bodyOf, problemOf, startServer } from '../support/server.ts'

const queue = createHeldQueue()
const server = startServer({ BATCH_QUEUE: queue.queue })

describe('under four eyes a batch', () => {
  it('that an API key starts waits, however often it asks', async () => {
    const { issuer, approver } = await foundFourEyes(server)
    const batch = await uploaded(server, issuer, degreeRows(2))
    for (const _ of [1, 2]) {
      const waiting = await bodyOf<BatchBody>(await startBatch(server, issuer, batch), 202)
      expect(waiting.state).toBe('proposed')
    }
    expect(queue.messages).toEqual([])
    const start = batchPath(issuer, batch, '/start')
    await bodyOf(await server.post(start, { headers: approver }), 202)
    await workOffAll(server, queue)
    expect(await stateOf(server, issuer, batch)).toMatchObject({ state: 'done', signed: 2 })
  })

  it('is not started by a proposer', async () => {
    const people = await foundFourEyes(server)
    const batch = await uploaded(server, people.issuer, degreeRows(1))
    const start = batchPath(people.issuer, batch, '/start')
    const waiting = await bodyOf(await server.post(start, { headers: people.proposer }), 202)
    expect(waiting).toMatchObject({ state: 'proposed' })
  })

  it('is neither started nor proposed by an admin, who issues nothing', async () => {
    const people = await foundFourEyes(server)
    const batch = await uploaded(server, people.issuer, degreeRows(1))
    const start = batchPath(people.issuer, batch, '/start')
    const problem = await problemOf(await server.post(start, { headers: people.admin }))
    expect(problem).toMatchObject({ status: 403, code: 'auth.forbidden' })
  })

  it('is not started by the approver who uploaded it, but by another one', async () => {
    const { issuer, approver, second } = await foundFourEyes(server)
    const answer = await server.call('POST', `/v1/issuers/${issuer.slug}/batches?kind=degree`, {
      headers: { ...approver, 'content-type': 'text/csv' },
      body: degreeTable(degreeRows(1)),
    })
    const batch = await bodyOf<BatchBody>(answer, 201)
    const start = batchPath(issuer, batch, '/start')
    await bodyOf(await server.post(start, { headers: approver }), 202)
    const own = await server.post(start, { headers: approver })
    expect((await problemOf(own)).code).toBe('proposal.own')
    expect(await stateOf(server, issuer, batch)).toMatchObject({ state: 'proposed', signed: 0 })
    const started = await bodyOf(await server.post(start, { headers: second }), 202)
    expect(started).toMatchObject({ state: 'running' })
    await workOffAll(server, queue)
  })
})
