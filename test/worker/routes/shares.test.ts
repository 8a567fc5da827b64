// What a holder does with a share: make, read, change, withdraw.
import { describe, expect, it } from 'vitest'
import { bodyOf, env, problemOf, startServer } from '../support/server.ts'
import { DAY, inSeconds, makeShare, randomText, shareBody } from '../support/shares.ts'

const server = startServer()
const codeOf = async (response: Response) => (await problemOf(response)).code
const make = (body: object, key = randomText(32)) => server.post('/v1/shares', { key, body })

describe('making a share', () => {
  it('answers how it stands', async () => {
    const body = shareBody({ maxLooks: 3 })
    expect(await bodyOf(await make(body), 201)).toEqual({
      id: body.id,
      state: 'open',
      createdAt: inSeconds(0),
      expiresAt: inSeconds(DAY),
      looks: 0,
      maxLooks: 3,
      wrongPins: 0,
    })
  })

  it('allows no more looks than a log may hold, where its holder sets no limit', async () => {
    expect(await bodyOf(await make(shareBody()), 201)).toMatchObject({ maxLooks: 100_000 })
  })

  it('is refused where the id is taken, whoever asks', async () => {
    const { id, control } = await makeShare(server)
    expect(await codeOf(await make(shareBody({ id }), control))).toBe('share.exists')
    expect(await codeOf(await make(shareBody({ id })))).toBe('share.exists')
  })

  it.each([
    ['none', undefined],
    ['a short one', randomText(31)],
    ['two', `${randomText(32)} ${randomText(32)}`],
  ])('is refused with %s for a control token', async (_, key) => {
    const answer = await server.post('/v1/shares', { body: shareBody(), ...(key && { key }) })
    expect(await problemOf(answer)).toMatchObject({ status: 401, code: 'share.control_missing' })
  })

  it.each([
    ['an id that is too short', { id: randomText(15) }],
    ['an id with spare bits', { id: `${'A'.repeat(21)}B` }],
    ['ciphertext that is no base64url', { ciphertext: 'not secret' }],
    ['ciphertext beyond the cap', { ciphertext: 'A'.repeat(699_052) }],
    ['a time that is over', { expiresAt: inSeconds(0) }],
    ['a time more than a year away', { expiresAt: inSeconds(365 * DAY + 1) }],
    ['a time that is none', { expiresAt: 'tomorrow' }],
    ['no looks', { maxLooks: 0 }],
    ['half a look', { maxLooks: 1.5 }],
    ['a member that nobody knows', { key: randomText(32) }],
    ['a PIN itself', { pinProofHash: '1234' }],
  ])('is refused with %s', async (_, change) => {
    expect(await codeOf(await make(shareBody(change)))).toBe('request.invalid')
  })
})

describe('a share', () => {
  it.each(['GET', 'PATCH', 'DELETE'])('does not exist for %s of anybody else', async (method) => {
    const { path } = await makeShare(server)
    const body = method === 'PATCH' ? { maxLooks: 1 } : undefined
    const call = (key?: string) => server.call(method, path, { body, ...(key && { key }) })
    expect(await codeOf(await call(randomText(32)))).toBe('share.unknown')
    expect(await codeOf(await call())).toBe('share.control_missing')
  })

  it('tells nobody else who looked', async () => {
    const { path } = await makeShare(server)
    const answer = await server.get(`${path}/looks`, { key: randomText(32) })
    expect(await codeOf(answer)).toBe('share.unknown')
  })

  it('is extended by its holder', async () => {
    const { path, control } = await makeShare(server)
    const body = { expiresAt: inSeconds(2 * DAY), maxLooks: 7 }
    expect(await bodyOf(await server.patch(path, { key: control, body }), 200)).toMatchObject({
      expiresAt: inSeconds(2 * DAY),
      maxLooks: 7,
    })
  })

  it('is not extended beyond a year, and not without saying how', async () => {
    const { path, control } = await makeShare(server)
    for (const body of [{ expiresAt: inSeconds(365 * DAY + 1) }, {}]) {
      expect(await codeOf(await server.patch(path, { key: control, body }))).toBe('request.invalid')
    }
  })

  it('cannot be allowed fewer looks than there were', async () => {
    const { path, control } = await makeShare(server)
    for (const _ of [1, 2]) await bodyOf(await server.post(`${path}/looks`, { body: {} }), 200)
    const patch = (maxLooks: number) => server.patch(path, { key: control, body: { maxLooks } })
    expect(await codeOf(await patch(1))).toBe('share.over')
    expect(await bodyOf(await patch(2), 200)).toMatchObject({ state: 'used_up', looks: 2 })
  })

  it('does not come back once it has expired', async () => {
    const later = startServer()
    const { path, control } = await makeShare(later)
    later.clock.now += DAY
    const body = { expiresAt: inSeconds(3 * DAY) }
    expect(await codeOf(await later.patch(path, { key: control, body }))).toBe('share.over')
    expect(await bodyOf(await later.get(path, { key: control }), 200)).toMatchObject({
      state: 'expired',
    })
  })

  it('is withdrawn for good, and its ciphertext with it', async () => {
    const { id, path, control } = await makeShare(server)
    await bodyOf(await server.post(`${path}/looks`, { body: {} }), 200)
    for (const _ of [1, 2]) {
      expect((await server.call('DELETE', path, { key: control })).status).toBe(204)
    }
    const kept = await env.DB.prepare(
      'SELECT count(*) AS n FROM share_contents WHERE share_id = ?1',
    )
      .bind(id)
      .first()
    expect(kept).toEqual({ n: 0 })
    expect(await bodyOf(await server.get(path, { key: control }), 200)).toMatchObject({
      state: 'revoked',
      looks: 1,
    })
    const body = { expiresAt: inSeconds(2 * DAY) }
    expect(await codeOf(await server.patch(path, { key: control, body }))).toBe('share.over')
    const { looks } = await bodyOf<{ looks: object[] }>(
      await server.get(`${path}/looks`, { key: control }),
      200,
    )
    expect(looks).toHaveLength(1)
  })

  it('is forgotten half a year after its end, whoever looked included', async () => {
    const later = startServer()
    const { id, path, control } = await makeShare(later)
    await bodyOf(await later.post(`${path}/looks`, { body: {} }), 200)
    later.clock.now += DAY + 180 * DAY - 1
    const make = () =>
      makeShare(later, { expiresAt: inSeconds(later.clock.now - server.clock.now + DAY) })
    await make()
    expect((await later.get(path, { key: control })).status).toBe(200)
    later.clock.now += 1
    await make()
    expect(await codeOf(await later.get(path, { key: control }))).toBe('share.unknown')
    const looks = await env.DB.prepare('SELECT count(*) AS n FROM share_looks WHERE share_id = ?1')
      .bind(id)
      .first()
    expect(looks).toEqual({ n: 0 })
  })
})
