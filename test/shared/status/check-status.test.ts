import { describe, expect, it } from 'vitest'
import { answers, expected } from '../../support/answers.ts'
import { NOW } from '../../support/clock.ts'
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

  it('but a credential without entries has no status', async () => {
    const token = await signCompact(licence({ credentialStatus: undefined }), COUNCIL)
    expect(await verifyIn({}, token)).toEqual(expected('verified', { status: 'not_applicable' }))
  })
})

describe('the past', () => {
  const lastWeek = { atSeconds: NOW - 7 * 86_400 }

  it('is not known from a list of today', async () => {
    const world = await createWorld()
    expect(answers(await world.verify(LICENCE, lastWeek))).toMatchObject({
      verdict: 'inconclusive',
      checks: { status: 'status.history_unavailable' },
    })
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
    expect(answers(await world.verify(LICENCE, lastWeek))).toMatchObject({
      checks: { status: 'status.history_unavailable' },
    })
  })
})
