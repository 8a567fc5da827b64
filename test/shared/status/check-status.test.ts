import { describe, expect, it } from 'vitest'
import type { LookUp } from '../../../shared/index.ts'
import { answers, expected } from '../../support/answers.ts'
import { at, NOW } from '../../support/clock.ts'
import { INDEX, licence, listUrl } from '../../support/credentials.ts'
import { signCompact } from '../../support/issuer.ts'
import { COUNCIL } from '../../support/parties.ts'
import {
  LICENCE,
  notInForce,
  URL_OF_LIST,
  unknown,
  verifyIn,
  withList,
} from '../../support/status-answers.ts'
import { statusList } from '../../support/status-lists.ts'
import { createWorld } from '../../support/world.ts'

const HISTORY = 'status.history_unavailable'

describe('what a set bit means', () => {
  it('is withdrawal on a revocation list, and ending on a suspension list', async () => {
    expect(await withList({ set: [INDEX] })).toEqual(notInForce('status.revoked'))
    const suspended = await statusList(COUNCIL, 'suspension', { set: [INDEX] })
    expect(await verifyIn({ lists: { [listUrl(COUNCIL, 'suspension')]: suspended } })).toEqual(
      notInForce('status.suspended'),
    )
  })

  it('concerns one credential, not its neighbours', async () => {
    expect(await withList({ set: [INDEX - 1, INDEX + 1, 0] })).toEqual(expected('verified'))
  })
})

describe('all entries count', () => {
  it('and revocation outweighs suspension', async () => {
    const lists = {
      [URL_OF_LIST]: await statusList(COUNCIL, 'revocation', { set: [INDEX] }),
      [listUrl(COUNCIL, 'suspension')]: await statusList(COUNCIL, 'suspension', { set: [INDEX] }),
    }
    expect(await verifyIn({ lists })).toEqual(notInForce('status.revoked'))
    const entries = licence().credentialStatus as readonly unknown[]
    const turned = licence({ credentialStatus: entries.toReversed() })
    expect(await verifyIn({ lists }, await signCompact(turned, COUNCIL))).toEqual(
      notInForce('status.revoked'),
    )
  })

  it.each(['revocation', 'suspension'] as const)(
    'and a known %s outweighs a list that nobody could read',
    async (purpose) => {
      const other = purpose === 'revocation' ? 'suspension' : 'revocation'
      const lists = {
        [listUrl(COUNCIL, purpose)]: await statusList(COUNCIL, purpose, { set: [INDEX] }),
        [listUrl(COUNCIL, other)]: null,
      }
      expect(await verifyIn({ lists })).toMatchObject({ verdict: 'not_in_force' })
    },
  )

  it('and one unread list is enough not to know', async () => {
    expect(await verifyIn({ lists: { [listUrl(COUNCIL, 'suspension')]: null } })).toEqual(
      unknown('status.list_unreachable'),
    )
  })

  it.each([
    ['first', (legacy: object, real: object) => [legacy, real]],
    ['last', (legacy: object, real: object) => [real, legacy]],
  ])('and a legacy entry that comes %s hides no other one', async (_, order) => {
    const real = [licence().credentialStatus].flat()[0] as object
    const legacy = { ...real, type: 'StatusList2021Entry' }
    const token = await signCompact(licence({ credentialStatus: order(legacy, real) }), COUNCIL)
    expect(await verifyIn({}, token)).toEqual(unknown('status.type_unsupported'))
    const lists = { [URL_OF_LIST]: await statusList(COUNCIL, 'revocation', { set: [INDEX] }) }
    expect(await verifyIn({ lists }, token)).toEqual(notInForce('status.revoked'))
  })

  it('and each is reported with its own answer, its list once', async () => {
    const [revocation, suspension] = licence().credentialStatus as readonly object[]
    const entries = [revocation, suspension, { ...revocation, statusListIndex: '5' }, { type: 'X' }]
    const token = await signCompact(licence({ credentialStatus: entries }), COUNCIL)
    const suspended = await statusList(COUNCIL, 'suspension', { set: [INDEX] })
    const url = listUrl(COUNCIL, 'suspension')
    const { evidence } = await (await createWorld({ lists: { [url]: suspended } })).verify(token)
    const code = 'status.suspended'
    expect(evidence.statusEntries).toEqual([
      { purpose: 'revocation', list: URL_OF_LIST, value: 0, outcome: 'pass' },
      { purpose: 'suspension', list: url, value: 1, outcome: 'fail', code },
      { purpose: 'revocation', list: URL_OF_LIST, value: 0, outcome: 'pass' },
      { outcome: 'unknown', code: 'status.type_unsupported' },
    ])
    expect(evidence.statusLists.map((list) => list.url)).toEqual([URL_OF_LIST, url])
  })

  it('but a credential without entries has no status', async () => {
    const token = await signCompact(licence({ credentialStatus: undefined }), COUNCIL)
    expect(await verifyIn({}, token)).toEqual(expected('verified', { status: 'not_applicable' }))
  })
})

describe('a moment that is not now', () => {
  const WEEK = 7 * 86_400
  type Question = Parameters<LookUp['statusList']>[1]

  /** A world whose lists speak of the given time only, and what was asked of it. */
  async function historic(fromSeconds: number, untilSeconds: number | undefined) {
    const asked: Question[] = []
    const changes = {
      validFrom: at(fromSeconds),
      validUntil: untilSeconds === undefined ? undefined : at(untilSeconds),
    }
    const lists = Object.fromEntries(
      await Promise.all(
        (['revocation', 'suspension'] as const).map(async (purpose) => [
          listUrl(COUNCIL, purpose),
          await statusList(COUNCIL, purpose, { changes }),
        ]),
      ),
    )
    const { deps } = await createWorld({ lists: { ...lists } })
    const lookUp: LookUp = {
      ...deps.lookUp,
      statusList: (url, question) => {
        if (url.includes('council')) asked.push(question)
        return deps.lookUp.statusList(url, question)
      },
    }
    return { asked, world: await createWorld({ deps: { lookUp } }) }
  }

  it('is asked about by name only where it is past', async () => {
    const { asked, world } = await historic(NOW - WEEK, NOW + WEEK)
    await world.verify(LICENCE)
    await world.verify(LICENCE, { atSeconds: NOW + 60 })
    await world.verify(LICENCE, { atSeconds: NOW - 60 })
    const [now, past] = [{ kind: 'bitstring' }, { kind: 'bitstring', atSeconds: NOW - 60 }]
    expect(asked).toEqual([now, now, now, now, past, past])
  })

  it.each([
    ['is known from a list of that moment', NOW - WEEK, NOW - WEEK + 1, 'pass'],
    ['is known from a list of a longer time', NOW - 2 * WEEK, NOW, 'pass'],
    ['is not known from a list without end, changed since or not', 0, undefined, HISTORY],
    ['is not known from a list of a second later', NOW - WEEK + 1, NOW, HISTORY],
    ['is not known from a list that had ended', NOW - 2 * WEEK, NOW - WEEK, HISTORY],
  ])('%s', async (_, from, until, status) => {
    const { world } = await historic(from, until)
    const result = await world.verify(LICENCE, { atSeconds: NOW - WEEK })
    expect(answers(result).checks.status).toBe(status)
  })

  it('is not known from a list that does not say since when it speaks', async () => {
    const changes = { validFrom: undefined, validUntil: undefined }
    const lists = Object.fromEntries(
      await Promise.all(
        (['revocation', 'suspension'] as const).map(async (purpose) => [
          listUrl(COUNCIL, purpose),
          await statusList(COUNCIL, purpose, { changes }),
        ]),
      ),
    )
    const world = await createWorld({ lists })
    expect(answers(await world.verify(LICENCE))).toEqual(expected('verified'))
    expect(answers(await world.verify(LICENCE, { atSeconds: NOW - WEEK }))).toMatchObject({
      checks: { status: HISTORY },
    })
  })

  it('is not known where nobody answers', async () => {
    const world = await createWorld({ lists: { [URL_OF_LIST]: null } })
    const result = await world.verify(LICENCE, { atSeconds: NOW - 60 })
    expect(answers(result).checks.status).toBe(HISTORY)
  })

  it.each([
    ['is not known from a list that ends before', NOW + WEEK, NOW + WEEK, 'status.list_expired'],
    ['is not known from a list without end', NOW + 61, undefined, 'status.list_expired'],
    ['within the skew of clocks is the present', NOW + 60, undefined, 'pass'],
  ])('to come %s', async (_, atSeconds, until, status) => {
    const { world } = await historic(NOW - WEEK, until)
    const result = await world.verify(LICENCE, { atSeconds })
    expect(answers(result).checks.status).toBe(status)
  })
})

describe('for how long a list may be kept', () => {
  const kept = async (seconds: number, ttl: unknown) => {
    const list = await statusList(COUNCIL, 'revocation', { subject: { ttl } })
    const { deps } = await createWorld({ lists: { [URL_OF_LIST]: list } })
    const lookUp: LookUp = {
      ...deps.lookUp,
      statusList: async (url, question) => {
        const found = await deps.lookUp.statusList(url, question)
        return found.ok && url === URL_OF_LIST
          ? { ok: true, value: { ...found.value, fetchedAtSeconds: NOW - seconds } }
          : found
      },
    }
    return verifyIn({ deps: { lookUp } })
  }

  it.each([
    ['as long as it says', 300, 300_000, expected('verified')],
    ['not a second longer', 301, 300_000, unknown('status.list_expired')],
    ['for half a second', 1, 500, unknown('status.list_expired')],
    ['for ever, where it says nothing', 86_400, undefined, expected('verified')],
    ['not where it says what is no time', 0, '300000', unknown('status.list_malformed')],
    ['not where it says less than nothing', 0, -1, unknown('status.list_malformed')],
  ] as const)('%s', async (_, seconds, ttl, answer) => {
    expect(await kept(seconds, ttl)).toEqual(answer)
  })
})
