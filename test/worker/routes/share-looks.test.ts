// Looking at a share, and what its holder reads of it.
import { describe, expect, it } from 'vitest'
import { deriveShareKeys, hashPinProof } from '../../../shared/share/share-keys.ts'
import { bodyOf, env, problemOf, startServer } from '../support/server.ts'
import {
  DAY,
  inSeconds,
  type MadeShare,
  makeShare,
  randomText,
  shareBody,
} from '../support/shares.ts'

const server = startServer()
const look = (path: string, body: object = {}, headers: Record<string, string> = {}) =>
  server.post(`${path}/looks`, { body, headers })
const codeOf = async (response: Response) => (await problemOf(response)).code
const looksOf = async ({ path, control }: MadeShare, after = 0) =>
  bodyOf<{ looks: { number: number; organisation?: string }[]; next?: number }>(
    await server.get(`${path}/looks?after=${after}`, { key: control }),
    200,
  )

describe('a look', () => {
  it('is answered with the ciphertext and until when it may be kept', async () => {
    const body = shareBody()
    await bodyOf(await server.post('/v1/shares', { key: randomText(32), body }), 201)
    const answer = await look(`/v1/shares/${body.id}`)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await bodyOf(answer, 200)).toEqual({
      ciphertext: body.ciphertext,
      expiresAt: inSeconds(DAY),
      recheckAfterSeconds: 300,
    })
  })

  it('is read by the holder: when, what for, for whom, from where', async () => {
    const share = await makeShare(server)
    const stated = { purpose: 'employment', organisation: 'Lakeside Hospital' }
    await bodyOf(await look(share.path, stated, { 'cf-ipcountry': 'NO' }), 200)
    await bodyOf(await look(share.path, {}, { 'cf-ipcountry': 'XX' }), 200)
    expect(await looksOf(share)).toEqual({
      looks: [
        { number: 1, at: inSeconds(0), ...stated, country: 'NO' },
        { number: 2, at: inSeconds(0) },
      ],
    })
  })

  it('is written down exactly once each, however many come at the same time', async () => {
    const share = await makeShare(server, { maxLooks: 20 })
    const answers = await Promise.all(Array.from({ length: 30 }, () => look(share.path)))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(20)
    expect(statuses.filter((status) => status === 410)).toHaveLength(10)
    const { looks } = await looksOf(share)
    expect(looks.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
  })

  it('is listed a hundred at a time', async () => {
    const share = await makeShare(server)
    await env.DB.prepare(
      `INSERT INTO share_looks (share_id, number, looked_at)
       SELECT ?1, value, 1 FROM json_each(?2)`,
    )
      .bind(share.id, JSON.stringify(Array.from({ length: 101 }, (_, at) => at + 1)))
      .run()
    const first = await looksOf(share)
    expect(first.looks).toHaveLength(100)
    expect(await looksOf(share, first.next)).toEqual({
      looks: [expect.objectContaining({ number: 101 })],
    })
  })

  it('leaves no organisation in clear in the database', async () => {
    const share = await makeShare(server)
    await bodyOf(await look(share.path, { organisation: 'Lakeside Hospital' }), 200)
    const { results } = await env.DB.prepare('SELECT * FROM share_looks').all()
    expect(JSON.stringify(results)).not.toContain('Lakeside')
  })
})

describe('a share that is over', () => {
  const ends: readonly (readonly [
    string,
    string,
    object,
    (share: MadeShare) => Promise<unknown>,
  ])[] = [
    [
      'withdrawn',
      'share.revoked',
      {},
      ({ path, control }) => server.call('DELETE', path, { key: control }),
    ],
    ['used up', 'share.used_up', { maxLooks: 1 }, ({ path }) => look(path)],
  ]
  it.each(ends)('answers 410 and nothing else once it is %s', async (_, code, terms, end) => {
    const share = await makeShare(server, terms)
    await end(share)
    const problem = await problemOf(await look(share.path))
    expect(problem).toEqual({ type: 'about:blank', title: expect.any(String), status: 410, code })
  })

  it('answers 410 from the very second of its end', async () => {
    const later = startServer()
    const { path } = await makeShare(later)
    const lookLater = () => later.post(`${path}/looks`, { body: {} })
    later.clock.now += DAY - 1
    expect((await lookLater()).status).toBe(200)
    later.clock.now += 1
    expect(await codeOf(await lookLater())).toBe('share.expired')
  })

  it('is unknown where there never was one', async () => {
    expect(await codeOf(await look(`/v1/shares/${randomText(16)}`))).toBe('share.unknown')
  })
})

describe('what a holder asks first', () => {
  it('is told all at once, and no look is counted', async () => {
    const asks = { purpose: true, organisation: true }
    const share = await makeShare(server, { asks, pinProofHash: randomText(32) })
    const problem = await problemOf(await look(share.path))
    expect(problem).toMatchObject({ status: 422, code: 'share.answers_missing' })
    expect(problem.errors?.map(({ field }) => field)).toEqual([
      'purpose',
      'organisation',
      'pinProof',
    ])
    expect(await looksOf(share)).toEqual({ looks: [] })
  })

  it.each([
    ['a purpose that nobody knows', { purpose: 'marketing' }],
    ['an empty organisation', { organisation: ' ' }],
    ['a fragment', { key: randomText(32) }],
    ['a PIN itself', { pinProof: '1234' }],
  ])('is not answered with %s', async (_, body) => {
    const { path } = await makeShare(server)
    expect(await codeOf(await look(path, body))).toBe('request.invalid')
  })
})

describe('a PIN', () => {
  const key = crypto.getRandomValues(new Uint8Array(32))
  async function withPin(pin: string, id = randomText(16)) {
    const { pinProof = '' } = await deriveShareKeys({ key, id, pin })
    return { id, pinProof }
  }
  async function locked() {
    const { id, pinProof } = await withPin('4711')
    const share = await makeShare(server, { id, pinProofHash: await hashPinProof(pinProof) })
    return { share, pinProof }
  }
  const guess = () => ({ pinProof: randomText(32) })

  it('opens a share', async () => {
    const { share, pinProof } = await locked()
    expect((await look(share.path, { pinProof })).status).toBe(200)
  })

  it('is asked for where none was sent', async () => {
    const { share } = await locked()
    expect(await codeOf(await look(share.path))).toBe('share.answers_missing')
  })

  it('is not needed where there is none', async () => {
    const { path } = await makeShare(server)
    expect((await look(path, guess())).status).toBe(200)
  })

  it('locks the share after five wrong ones, which its holder reads and forgives', async () => {
    const { share, pinProof } = await locked()
    for (let tried = 0; tried < 5; tried++) {
      expect(await codeOf(await look(share.path, guess()))).toBe('share.pin_wrong')
    }
    expect(await codeOf(await look(share.path, { pinProof }))).toBe('share.locked')
    const { path, control } = share
    expect(await bodyOf(await server.get(path, { key: control }), 200)).toMatchObject({
      state: 'locked',
      wrongPins: 5,
      looks: 0,
    })
    await bodyOf(await server.patch(path, { key: control, body: { unlock: true } }), 200)
    expect((await look(path, { pinProof })).status).toBe(200)
  })

  it('is not found by a crowd of guesses at the same time', async () => {
    const { share, pinProof } = await locked()
    const guesses = [...Array.from({ length: 20 }, guess), { pinProof }]
    const answers = await Promise.all(guesses.map((body) => look(share.path, body)))
    const codes = await Promise.all(answers.slice(0, 20).map(codeOf))
    expect(codes.filter((code) => code === 'share.pin_wrong')).toHaveLength(5)
    expect(codes.filter((code) => code === 'share.locked')).toHaveLength(15)
  })

  it('says nothing any more once the share is withdrawn', async () => {
    const { share } = await locked()
    await server.call('DELETE', share.path, { key: share.control })
    expect(await codeOf(await look(share.path, guess()))).toBe('share.revoked')
    expect(await codeOf(await look(share.path))).toBe('share.revoked')
  })
})

describe('the state of a share', () => {
  it('is told without a look', async () => {
    const share = await makeShare(server, { maxLooks: 1 })
    await bodyOf(await look(share.path), 200)
    expect(await bodyOf(await server.get(`${share.path}/state`), 200)).toEqual({
      expiresAt: inSeconds(DAY),
      recheckAfterSeconds: 300,
    })
    expect((await looksOf(share)).looks).toHaveLength(1)
  })

  it('is gone once its holder has withdrawn it', async () => {
    const { path, control } = await makeShare(server)
    await server.call('DELETE', path, { key: control })
    expect(await codeOf(await server.get(`${path}/state`))).toBe('share.revoked')
  })
})
