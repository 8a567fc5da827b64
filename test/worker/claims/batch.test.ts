// A table whose rows become claim links: one for each holder, in the table of results, and good in a wallet.
import { describe, expect, it } from 'vitest'
import {
  batchPath,
  createHeldQueue,
  degreeRow,
  degreeRows,
  degreeTable,
  startBatch,
  stateOf,
  upload,
  uploaded,
  workOffAll,
} from '../support/batches.ts'
import { dumpOf } from '../support/dump.ts'
import { payloadOf } from '../support/jws.ts'
import { bodyOf, problemOf, startServer, textOf } from '../support/server.ts'
import { claimWithClient, createHolderKeys } from '../support/wallet.ts'
import { foundAccredited, problemsIn, verify } from '../support/world.ts'

const queue = createHeldQueue()
const server = startServer({ BATCH_QUEUE: queue.queue })
const { issuer } = await foundAccredited(server)
const QUERY = 'kind=degree&format=dc%2Bsd-jwt&claims=true'

describe('a table of degrees that are claimed', async () => {
  const rows = [...degreeRows(2), degreeRow(3, { name: 'Zubaydah Quillfeather' })]
  const batch = await uploaded(server, issuer, rows, QUERY)
  await startBatch(server, issuer, batch)
  await workOffAll(server, queue)
  const answer = await server.get(batchPath(issuer, batch, '/results.csv'), { key: issuer.apiKey })
  const [header, ...lines] = (await textOf(answer)).trim().split('\r\n')
  const cells = lines.map((line) => line.split(','))

  it('is done, and has a link and a code for every row', async () => {
    expect(await stateOf(server, issuer, batch)).toMatchObject({ state: 'done', claims: true })
    expect(header).toBe('row,id,claim_link,transaction_code,good_until')
    expect(cells.map(([row]) => row)).toEqual(['2', '3', '4'])
    for (const [, id, link, code] of cells) {
      expect(id).toMatch(/^urn:uuid:/)
      expect(link).toMatch(/^http:\/\/localhost:8787\/claim#[\w-]{43}$/)
      expect(code).toMatch(/^[1-9]\d{5}$/)
    }
    expect(new Set(cells.map(([, , link]) => link)).size).toBe(3)
  })

  it('has no archive, as nothing is signed yet', async () => {
    const archive = await server.get(batchPath(issuer, batch, '/results.zip'), {
      key: issuer.apiKey,
    })
    expect(await problemOf(archive)).toMatchObject({ code: 'batch.conflict' })
  })

  it('keeps names sealed, before a link is used and after', async () => {
    expect(await dumpOf()).not.toContain('Quillfeather')
  })

  it('is claimed row by row, each holder getting their own degree', async () => {
    const [, id = '', link = '', code = ''] = cells[2] ?? []
    const look = await server.post('/v1/claims/looks', { body: { code: link.split('#')[1] } })
    const { credentialOffer } = await bodyOf<{ credentialOffer: string }>(look, 200)
    const keys = await createHolderKeys(2)
    const { copies } = await claimWithClient(server, credentialOffer, code, keys)
    for (const copy of copies) {
      const result = await verify(server, copy)
      expect(problemsIn(result)).toEqual([])
      expect(result.credential.subject?.name).toBe('Zubaydah Quillfeather')
      expect(payloadOf(copy.split('~')[0] ?? '').jti).toBeUndefined()
    }
    const status = `/v1/issuers/${issuer.slug}/credentials/${id.slice(9)}/status`
    const revoked = { state: 'revoked', reason: 'A test.' }
    await bodyOf(await server.patch(status, { key: issuer.apiKey, body: revoked }), 200)
    server.clock.now += 2
    for (const copy of copies) {
      expect(problemsIn(await verify(server, copy))).toEqual(['fail status.revoked'])
    }
    expect(await dumpOf()).not.toContain('Quillfeather')
  })
})

it('is refused in a format that no wallet is handed', async () => {
  const answer = await upload(
    server,
    issuer,
    degreeTable(degreeRows(1)),
    'kind=degree&format=jwt_vc&claims=true',
  )
  expect(await problemOf(answer)).toMatchObject({ code: 'claim.refused' })
})
