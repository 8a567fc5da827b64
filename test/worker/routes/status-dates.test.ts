// A status that holds from a date on, or until one: everybody sees it then, and nobody has to do anything.
import { beforeEach, describe, expect, it } from 'vitest'
import { formatDateTime } from '../../../shared/encoding/time.ts'
import type { OperatorRole } from '../../../worker/storage/operators.ts'
import { approve, foundFourEyes, proposalIn } from '../support/four-eyes.ts'
import { payloadOf } from '../support/jws.ts'
import { fromPage, signIn } from '../support/operators.ts'
import { degreeOrder } from '../support/orders.ts'
import {
  ADMIN_KEY,
  bodyOf,
  type Call,
  NOON,
  ORIGIN,
  problemOf,
  startServer,
  textOf,
} from '../support/server.ts'
import { found, foundAccredited, type Issued, issue, problemsIn, verify } from '../support/world.ts'

const server = startServer()
const { issuer } = await foundAccredited(server)
const DAY = 86_400
const at = (seconds: number) => formatDateTime(seconds)

let issued: Issued
beforeEach(async () => {
  server.clock.now = NOON
  issued = await issue(server, issuer)
})

const path = (rest = '') => `/v1/issuers/${issuer.slug}/credentials/${issued.uuid}/status${rest}`
const change = (body: object) =>
  server.patch(path(), { key: issuer.apiKey, body: { reason: 'Decision of the board', ...body } })
const changed = async (body: object) => bodyOf(await change(body), 200)
const cancel = (number: number) =>
  server.post(path('/cancellations'), { key: issuer.apiKey, body: { change: number } })

interface Change {
  readonly change: number
  readonly state: string
  readonly effectiveFrom: string
  readonly reason: string
  readonly cancelledAt?: string
}
const read = async () =>
  bodyOf<{ state: string; scheduled: Change[]; history: Change[] }>(
    await server.get(path(), { key: issuer.apiKey }),
    200,
  )

/** What the issuer's own record says at a moment, and what a verifier finds wrong with the status. */
async function seenAt(seconds: number): Promise<readonly unknown[]> {
  server.clock.now = seconds
  const result = await verify(server, issued.credential)
  const problems = problemsIn(result).filter((problem) => problem.includes(' status.'))
  return [(await read()).state, ...problems]
}

describe('a change with a date to come', () => {
  it('takes effect by itself on the second, and not before', async () => {
    await seenAt(NOON)
    expect(await changed({ state: 'suspended', effectiveFrom: at(NOON + DAY) })).toEqual({
      id: issued.id,
      state: 'suspended',
      effectiveFrom: at(NOON + DAY),
    })
    expect(await seenAt(NOON + DAY - 1)).toEqual(['active'])
    expect(await seenAt(NOON + DAY)).toEqual(['suspended', 'fail status.suspended'])
  })

  it('is scheduled until then and history afterwards, with its reason', async () => {
    await changed({ state: 'lapsed', effectiveFrom: at(NOON + DAY), reasonCode: 'fees_unpaid' })
    const entry = {
      change: expect.any(Number),
      state: 'lapsed',
      effectiveFrom: at(NOON + DAY),
      recordedAt: at(NOON),
      by: expect.stringMatching(/^api_key:/),
      reasonCode: 'fees_unpaid',
      reason: 'Decision of the board',
    }
    expect(await read()).toEqual({
      id: issued.id,
      state: 'active',
      scheduled: [entry],
      history: [],
    })
    server.clock.now = NOON + DAY
    expect(await read()).toMatchObject({ state: 'lapsed', scheduled: [], history: [entry] })
  })

  it('is never outlived by a signed list: of either kind, nor by what a reader may keep', async () => {
    const { statusListCredential = '' } = issued.status[1] ?? {}
    await changed({ state: 'suspended', effectiveFrom: at(NOON + 100) })
    server.clock.now = NOON + 99
    const listPath = statusListCredential.slice(ORIGIN.length)
    const bitstring = await server.get(listPath)
    expect(bitstring.headers.get('cache-control')).toBe('public, max-age=1')
    const list = payloadOf(await textOf(bitstring))
    expect(list.validUntil).toBe(at(NOON + 100))
    expect(list.credentialSubject.ttl).toBeLessThanOrEqual(1000)
    const headers = { accept: 'application/statuslist+jwt' }
    const token = payloadOf(await textOf(await server.get(listPath, { headers })))
    expect(token.exp).toBe(NOON + 100)
  })

  it('can be cancelled, and then never happens', async () => {
    await changed({ state: 'suspended', effectiveFrom: at(NOON + DAY), until: at(NOON + 2 * DAY) })
    const [first] = (await read()).scheduled
    expect(await bodyOf(await cancel(first?.change ?? 0), 200)).toEqual({
      id: issued.id,
      cancelled: first?.change,
    })
    expect(await seenAt(NOON + DAY)).toEqual(['active'])
    const { scheduled, history } = await read()
    expect(scheduled).toEqual([])
    expect(history.map(({ cancelledAt }) => cancelledAt)).toEqual([at(NOON), at(NOON)])
  })

  it('cannot be cancelled once it has taken effect, nor by the number of another credential', async () => {
    await changed({ state: 'lapsed', effectiveFrom: at(NOON + DAY) })
    const number = (await read()).scheduled[0]?.change ?? 0
    const mine = issued
    issued = await issue(server, issuer)
    expect((await problemOf(await cancel(number))).code).toBe('status.conflict')
    issued = mine
    server.clock.now = NOON + DAY
    expect((await problemOf(await cancel(number))).code).toBe('status.conflict')
    expect((await read()).state).toBe('lapsed')
  })
})

describe('a suspension with an end', () => {
  it('ends by itself, in the state that was there before', async () => {
    await changed({ state: 'conditions' })
    await changed({ state: 'suspended', until: at(NOON + DAY) })
    expect(await seenAt(NOON + DAY - 1)).toEqual(['suspended', 'fail status.suspended'])
    expect((await seenAt(NOON + DAY))[0]).toBe('conditions')
  })

  it('can be made longer', async () => {
    await changed({ state: 'suspended', until: at(NOON + DAY) })
    await changed({ state: 'suspended', until: at(NOON + 2 * DAY) })
    expect((await seenAt(NOON + DAY))[0]).toBe('suspended')
    expect((await seenAt(NOON + 2 * DAY))[0]).toBe('active')
  })

  it('does not end a later one that has none', async () => {
    await changed({ state: 'suspended', until: at(NOON + DAY) })
    await changed({ state: 'active' })
    await changed({ state: 'suspended' })
    expect((await seenAt(NOON + 2 * DAY))[0]).toBe('suspended')
  })

  it('that is scheduled keeps its end, whatever happens before', async () => {
    await changed({ state: 'suspended', effectiveFrom: at(NOON + DAY), until: at(NOON + 2 * DAY) })
    await changed({ state: 'conditions' })
    expect((await seenAt(NOON + DAY))[0]).toBe('suspended')
    expect((await seenAt(NOON + 2 * DAY))[0]).not.toBe('suspended')
  })

  it('never ends a revocation', async () => {
    await changed({ state: 'suspended', until: at(NOON + DAY) })
    await changed({ state: 'revoked' })
    expect(await seenAt(NOON + DAY)).toEqual(['revoked', 'fail status.revoked'])
    expect((await read()).scheduled).toEqual([])
  })

  it('is refused where another change is scheduled before its end', async () => {
    await changed({ state: 'lapsed', effectiveFrom: at(NOON + DAY) })
    const response = await change({ state: 'suspended', until: at(NOON + 2 * DAY) })
    const { code, detail } = await problemOf(response)
    expect([code, detail]).toEqual(['status.conflict', expect.stringContaining('cancel it first')])
  })
})

describe('a change with a past date', () => {
  it('shows in lists of that time', async () => {
    server.clock.now = NOON + 10 * DAY
    await changed({ state: 'suspended', effectiveFrom: at(NOON + 5 * DAY) })
    const verdictAt = async (seconds: number) =>
      problemsIn(await verify(server, issued.credential, at(seconds)))
    expect(await verdictAt(NOON + 5 * DAY - 1)).toEqual([])
    expect(await verdictAt(NOON + 5 * DAY)).toEqual(['fail status.suspended'])
    expect((await seenAt(NOON + 10 * DAY))[0]).toBe('suspended')
  })

  it('reaches back to the issuance at most', async () => {
    const response = await change({ state: 'suspended', effectiveFrom: at(NOON - 1) })
    expect((await problemOf(response)).code).toBe('status.date_refused')
    await changed({ state: 'suspended', effectiveFrom: at(NOON) })
  })

  it('does not go behind a change that took effect since, unless it is a revocation', async () => {
    server.clock.now = NOON + 2 * DAY
    await changed({ state: 'conditions' })
    const response = await change({ state: 'suspended', effectiveFrom: at(NOON + DAY) })
    expect((await problemOf(response)).code).toBe('status.conflict')
    await changed({ state: 'revoked', effectiveFrom: at(NOON + DAY) })
    expect((await seenAt(NOON + 2 * DAY))[0]).toBe('revoked')
  })
})

describe('dates that make no sense', () => {
  it.each([
    ['an end that is over', { state: 'suspended', until: at(NOON) }],
    [
      'an end before the beginning',
      { state: 'suspended', effectiveFrom: at(NOON + 2), until: at(NOON + 1) },
    ],
    ['an end of something else', { state: 'lapsed', until: at(NOON + DAY) }],
  ])('are refused: %s', async (_, body) => {
    expect((await problemOf(await change(body))).code).toBe('status.date_refused')
    expect((await read()).history).toEqual([])
  })

  it.each([
    ['no date', { state: 'suspended', effectiveFrom: 'tomorrow' }, 'effectiveFrom'],
    ['no time zone', { state: 'suspended', until: '2027-01-01T00:00:00' }, 'until'],
    ['a reason code that is not on the list', { state: 'revoked', reasonCode: 'x' }, 'reasonCode'],
  ])('are named: %s', async (_, body, field) => {
    expect((await problemOf(await change(body))).errors?.[0]?.field).toBe(field)
  })
})

describe('a revocation', () => {
  it('is final also where it is only scheduled: nothing can be put behind it', async () => {
    await changed({ state: 'revoked', effectiveFrom: at(NOON + DAY), reasonCode: 'reissued' })
    const response = await change({ state: 'suspended', effectiveFrom: at(NOON + 2 * DAY) })
    expect((await problemOf(response)).code).toBe('status.conflict')
    await changed({ state: 'suspended' })
    expect((await seenAt(NOON + 3 * DAY))[0]).toBe('revoked')
  })
})

const STATES = ['suspended', 'conditions', 'lapsed', 'surrendered'] as const

describe('changes at the same time', () => {
  it('are all done, and stand in the history and the log in one order', {
    timeout: 30_000,
  }, async () => {
    const states = [...STATES, ...STATES, ...STATES]
    const responses = await Promise.all(states.map((state) => change({ state })))
    expect(responses.map(({ status }) => status)).toEqual(states.map(() => 200))
    const { state, history } = await read()
    // What comes behind its like changes nothing.
    const followed = history.map(({ state: next }, at) => next !== history[at - 1]?.state)
    expect(followed).not.toContain(false)
    expect(new Set(history.map(({ state: made }) => made))).toEqual(new Set(STATES))
    expect(history.at(-1)?.state).toBe(state)
    const log = await bodyOf<{ entries: { action: string; target?: string }[] }>(
      await server.get(`/v1/issuers/${issuer.slug}/audit?limit=40`, { key: issuer.apiKey }),
      200,
    )
    const told = log.entries.filter(
      ({ action, target }) => action === 'credential.status_changed' && target === issued.id,
    )
    expect(told).toHaveLength(history.length)
  })
})

describe('under four eyes', () => {
  it('neither a date nor a cancellation counts before a second person approved it', async () => {
    const { issuer: careful, proposer, approver } = await foundFourEyes(server)
    const post = await server.post(`/v1/issuers/${careful.slug}/credentials`, {
      key: careful.apiKey,
      body: degreeOrder(),
    })
    const approved = await approve(server, careful, await proposalIn(post), approver)
    const { result } = await bodyOf<{ result: Issued }>(approved, 200)
    const status = `/v1/issuers/${careful.slug}/credentials/${result.id.slice(9)}/status`
    const scheduled = async () =>
      (await bodyOf<{ scheduled: Change[] }>(await server.get(status, { headers: proposer }), 200))
        .scheduled

    const body = { state: 'revoked', reason: 'x', effectiveFrom: at(NOON + DAY) }
    const asked = await server.patch(status, { headers: proposer, body })
    expect(await scheduled()).toEqual([])
    await bodyOf(await approve(server, careful, await proposalIn(asked), approver), 200)
    const [change] = await scheduled()
    expect(change).toMatchObject({ state: 'revoked', effectiveFrom: at(NOON + DAY) })

    const cancelled = await server.post(`${status}/cancellations`, {
      headers: proposer,
      body: { change: change?.change },
    })
    expect(await scheduled()).toHaveLength(1)
    await bodyOf(await approve(server, careful, await proposalIn(cancelled), approver), 200)
    expect(await scheduled()).toEqual([])
  })
})

it('an override has no other date than now', async () => {
  const body = {
    state: 'suspended',
    reason: 'x',
    effectiveFrom: at(NOON),
    override: { reasonCode: 'public_safety' },
  }
  const response = await server.patch(path(), { key: issuer.apiKey, body })
  expect((await problemOf(response)).errors?.map(({ field }) => field)).toContain('override')
})

it('a change is seen by a verifier within two seconds', async () => {
  expect((await seenAt(NOON))[0]).toBe('active')
  await changed({ state: 'suspended' })
  expect(await seenAt(NOON + 1)).toEqual(['suspended', 'fail status.suspended'])
})

describe('who reads and cancels', () => {
  const asOperator = async (slug: string, role: OperatorRole): Promise<Call> => ({
    headers: fromPage(server, (await signIn(server, slug, role)).cookie),
  })
  const other = found(server)
  it.each<[string, () => Promise<Call>, number, string]>([
    ['nobody', async () => ({}), 401, 'auth.missing'],
    ['the administrator’s key', async () => ({ key: ADMIN_KEY }), 401, 'auth.invalid'],
    ['another issuer’s key', async () => ({ key: (await other).apiKey }), 403, 'auth.forbidden'],
    [
      'another issuer’s admin',
      async () => asOperator((await other).slug, 'admin'),
      403,
      'auth.forbidden',
    ],
  ])('is not %s', async (_, caller, status, code) => {
    const call = await caller()
    const answers = [
      await server.get(path(), call),
      ...(call.headers
        ? []
        : [await server.post(path('/cancellations'), { ...call, body: { change: 1 } })]),
    ]
    for (const answer of answers) {
      expect(answer.status).toBe(status)
      expect((await problemOf(answer)).code).toBe(code)
    }
  })

  it('is no issuer for what another one issued', async () => {
    const { slug, apiKey } = await other
    const foreign = path().replace(issuer.slug, slug)
    const answers = [
      await server.get(foreign, { key: apiKey }),
      await server.post(`${foreign}/cancellations`, { key: apiKey, body: { change: 1 } }),
    ]
    for (const answer of answers) {
      expect((await problemOf(answer)).code).toBe('credential.unknown')
    }
  })

  it.each(['proposer', 'approver', 'auditor', 'admin'] as const)(
    'is a %s of the issuer',
    async (role) => {
      const answer = await server.get(path(), await asOperator(issuer.slug, role))
      expect(await bodyOf(answer, 200)).toMatchObject({ id: issued.id })
    },
  )
})

it('a degree takes dates, too', async () => {
  issued = await issue(server, issuer, degreeOrder())
  await changed({ state: 'revoked', effectiveFrom: at(NOON + DAY), reasonCode: 'issued_in_error' })
  expect(await seenAt(NOON + DAY - 1)).toEqual(['active'])
  expect(await seenAt(NOON + DAY)).toEqual(['revoked', 'fail status.revoked'])
})
