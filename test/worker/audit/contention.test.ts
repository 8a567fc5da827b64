// Many at once in one issuer's name: everything is done, and told in one whole chain.
import { expect, it } from 'vitest'
import { degreeOrder } from '../support/orders.ts'
import { bodyOf, startServer } from '../support/server.ts'
import { found, issue } from '../support/world.ts'

const SIDE_BY_SIDE = 25
/** A second where nothing else runs. */
const BUSY_MACHINE_MS = 30_000

it(
  'fifty status changes and issues side by side are all done, and the log tells of each',
  async () => {
    const server = startServer()
    const issuer = await found(server)
    const credentials = await Promise.all(
      Array.from({ length: SIDE_BY_SIDE }, () => issue(server, issuer)),
    )
    const path = `/v1/issuers/${issuer.slug}`
    const answers = await Promise.all(
      credentials.flatMap(({ uuid }) => [
        server.patch(`${path}/credentials/${uuid}/status`, {
          key: issuer.apiKey,
          body: { state: 'revoked', reason: 'Issued in error' },
        }),
        server.post(`${path}/credentials`, { key: issuer.apiKey, body: degreeOrder() }),
      ]),
    )
    expect(answers.map(({ status }) => status)).toEqual(
      Array.from({ length: SIDE_BY_SIDE }, () => [200, 201]).flat(),
    )
    const log = await bodyOf<{ ok: boolean; entries: number }>(
      await server.get(`${path}/audit/verify`, { key: issuer.apiKey }),
      200,
    )
    expect(log).toMatchObject({ ok: true, entries: 1 + 3 * SIDE_BY_SIDE })
    const { entries } = await bodyOf<{ entries: { action: string; target: string }[] }>(
      await server.get(`${path}/audit?limit=500`, { key: issuer.apiKey }),
      200,
    )
    const changed = entries.filter(({ action }) => action === 'credential.status_changed')
    expect(new Set(changed.map(({ target }) => target)).size).toBe(SIDE_BY_SIDE)
  },
  BUSY_MACHINE_MS,
)
