// Within one second the same question has the same answer; in another second, under another list, by other look-ups it is asked anew.
import { describe, expect, it } from 'vitest'
import { createVerifierMemory, err, ok, type VerifierDeps } from '../../shared/index.ts'
import { MEMORY_MAX_COUNT, STATUS_LIST_REMEMBERED_MAX_BYTES } from '../../shared/limits.ts'
import { createMoment } from '../../shared/moment.ts'
import type { StatusList } from '../../shared/status/status-list.ts'
import { verifyCredential } from '../../shared/verify.ts'
import { answers, expected } from '../support/answers.ts'
import { NOW } from '../support/clock.ts'
import { INDEX, listUrl } from '../support/credentials.ts'
import { AGENCY, COUNCIL } from '../support/parties.ts'
import { LICENCE, notInForce, URL_OF_LIST, unknown } from '../support/status-answers.ts'
import { statusList } from '../support/status-lists.ts'
import { unrecognized } from '../support/trust-answers.ts'
import { createWorld } from '../support/world.ts'

const VERIFIED = expected('verified')
const REVOKED = await statusList(COUNCIL, 'revocation', { set: [INDEX] })

/** A verifier that keeps its trust list, as real ones do; what it is answered can be exchanged under way. */
async function setUp() {
  const { asked, deps } = await createWorld()
  const snapshot = await deps.trust()
  const world = { seconds: NOW, trust: snapshot, lists: new Map<string, string | null>() }
  const own: VerifierDeps = {
    ...deps,
    memory: createVerifierMemory(),
    now: () => world.seconds,
    trust: async () => world.trust,
    lookUp: {
      ...deps.lookUp,
      statusList: async (url, question) => {
        const list = world.lists.get(url)
        const answer = await deps.lookUp.statusList(url, question)
        if (list === undefined) return answer
        return list === null ? err('unreachable') : ok({ text: list, fetchedAtSeconds: NOW })
      },
    },
  }
  const verify = async (changes: Partial<VerifierDeps> = {}, atSeconds?: number) =>
    answers(
      await verifyCredential(
        LICENCE,
        { ...own, ...changes },
        atSeconds === undefined ? {} : { atSeconds },
      ),
    )
  return { asked, own, verify, world }
}

describe('within one second', () => {
  it('nobody is asked twice', async () => {
    const { asked, verify } = await setUp()
    const first = await verify()
    const questions = asked.length
    expect(first).toEqual(VERIFIED)
    expect(questions).toBeGreaterThan(2)
    expect(await verify()).toEqual(first)
    expect(asked).toHaveLength(questions)
  })

  it('a list that could not be read is asked for again', async () => {
    const { verify, world } = await setUp()
    world.lists.set(URL_OF_LIST, null)
    expect(await verify()).toEqual(unknown('status.list_unreachable'))
    world.lists.delete(URL_OF_LIST)
    expect(await verify()).toEqual(VERIFIED)
  })

  it('an accreditation that nobody could confirm is assessed again', async () => {
    const { verify, world } = await setUp()
    const url = listUrl(AGENCY, 'revocation')
    world.lists.set(url, null)
    expect(await verify()).toEqual(
      expected('inconclusive', { issuer_trust: 'issuer_trust.accreditation_unconfirmed' }),
    )
    world.lists.delete(url)
    expect(await verify()).toEqual(VERIFIED)
  })

  it.each<readonly [string, Partial<VerifierDeps> | undefined, number | undefined]>([
    ['the next second', { now: () => NOW + 1 }, undefined],
    ['a moment in the past', undefined, NOW - 60],
  ])('%s is another question', async (_, changes, atSeconds) => {
    const { verify, world } = await setUp()
    expect(await verify()).toEqual(VERIFIED)
    world.lists.set(URL_OF_LIST, REVOKED)
    expect(await verify(changes, atSeconds)).toEqual(notInForce('status.revoked'))
    expect(await verify()).toEqual(notInForce('status.revoked'))
  })

  it('another trust list is another question', async () => {
    const { verify, world } = await setUp()
    expect(await verify()).toEqual(VERIFIED)
    const { deps } = await createWorld({ accreditations: [] })
    world.trust = await deps.trust()
    expect(await verify()).toEqual(unrecognized('issuer_trust.not_accredited'))
  })

  it('other look-ups are another question', async () => {
    const { own, verify, world } = await setUp()
    expect(await verify()).toEqual(VERIFIED)
    world.lists.set(URL_OF_LIST, REVOKED)
    expect(await verify({ lookUp: { ...own.lookUp } })).toEqual(notInForce('status.revoked'))
  })
})

describe('a moment', () => {
  const question = { clockSeconds: NOW, nowSeconds: NOW, trust: undefined }
  const listOf = (bytes: number) => ({ values: new Uint8Array(bytes) }) as unknown as StatusList

  it('keeps no list that inflates to more than may be remembered', () => {
    const moment = createMoment(question)
    moment.keepList('small', listOf(STATUS_LIST_REMEMBERED_MAX_BYTES))
    moment.keepList('large', listOf(STATUS_LIST_REMEMBERED_MAX_BYTES + 1))
    expect(moment.listOf('small')).toBeDefined()
    expect(moment.listOf('large')).toBeUndefined()
  })

  it('keeps so many lists and so many issuers', () => {
    const moment = createMoment(question)
    const ways = { anchors: new Set<string>(), accreditations: new Map(), remarks: new Map() }
    for (let i = 0; i <= MEMORY_MAX_COUNT; i++) {
      moment.keepList(`list ${i}`, listOf(1))
      moment.keepWays(`did:example:${i}`, ways)
    }
    expect(moment.listOf(`list ${MEMORY_MAX_COUNT - 1}`)).toBeDefined()
    expect(moment.listOf(`list ${MEMORY_MAX_COUNT}`)).toBeUndefined()
    expect(moment.waysOf(`did:example:${MEMORY_MAX_COUNT - 1}`)).toBe(ways)
    expect(moment.waysOf(`did:example:${MEMORY_MAX_COUNT}`)).toBeUndefined()
  })
})
