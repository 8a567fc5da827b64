// What entries of every purpose mean for the verdict, and what a reader is told besides.
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../shared/encoding/json.ts'
import { MESSAGE_WORDS } from '../../../shared/status/state-table.ts'
import type { StatusPurpose } from '../../../shared/verification-result.ts'
import { answers, expected } from '../../support/answers.ts'
import { INDEX, licence, listUrl } from '../../support/credentials.ts'
import { signCompact } from '../../support/issuer.ts'
import { COUNCIL } from '../../support/parties.ts'
import { notInForce, unknown } from '../../support/status-answers.ts'
import { type ListOrder, statusList } from '../../support/status-lists.ts'
import { createWorld } from '../../support/world.ts'

const entry = (purpose: StatusPurpose, changes: JsonObject = {}): JsonObject => ({
  type: 'BitstringStatusListEntry',
  statusPurpose: purpose,
  statusListIndex: String(INDEX),
  statusListCredential: listUrl(COUNCIL, purpose),
  ...changes,
})

const texts = (messages: readonly string[]) =>
  messages.map((message, value) => ({ status: `0x${value.toString(16)}`, message }))
const twoBits = (messages: readonly string[]) => ({
  statusSize: 2,
  statusMessage: texts(messages),
})

/** The answer for a licence with one entry, whose list holds this value. */
async function withValue(raw: JsonObject, value: number, order: ListOrder = {}) {
  const purpose = raw.statusPurpose as StatusPurpose
  const size = typeof raw.statusSize === 'number' ? raw.statusSize : 1
  const values = { [INDEX]: value }
  const list = await statusList(COUNCIL, purpose, { size, values, ...order })
  const world = await createWorld({ lists: { [listUrl(COUNCIL, purpose)]: list } })
  const result = await world.verify(await signCompact(licence({ credentialStatus: raw }), COUNCIL))
  return {
    answers: answers(result),
    notices: result.notices,
    messages: result.credential.statusMessages,
    entries: result.evidence.statusEntries,
  }
}

describe('a newer version', () => {
  it('is told of, and takes nothing away from this one', async () => {
    expect(await withValue(entry('refresh'), 1)).toEqual({
      answers: expected('verified'),
      notices: ['refresh_available'],
      messages: undefined,
      entries: [
        { purpose: 'refresh', list: listUrl(COUNCIL, 'refresh'), value: 1, outcome: 'pass' },
      ],
    })
  })

  it('that there is not is not told of', async () => {
    expect(await withValue(entry('refresh'), 0)).toMatchObject({ notices: [] })
  })
})

describe('a message in words that both ends know', () => {
  const OURS = entry('message', twoBits(MESSAGE_WORDS))
  it.each([
    [0, expected('verified'), []],
    [1, expected('verified'), ['licence_conditions']],
    [2, notInForce('status.lapsed'), []],
    [3, notInForce('status.surrendered'), []],
  ])('of value %i has a meaning', async (value, verdict, notices) => {
    const said = await withValue(OURS, value)
    expect(said).toMatchObject({ answers: verdict, notices })
    expect(said.messages).toBeUndefined()
  })

  it('means the same at whatever value it stands', async () => {
    const turned = entry('message', twoBits(MESSAGE_WORDS.toReversed()))
    expect((await withValue(turned, 0)).answers).toEqual(notInForce('status.surrendered'))
    expect((await withValue(turned, 3)).answers).toEqual(expected('verified'))
  })

  it('means nothing where the entry is about something else', async () => {
    const revocation = entry('revocation', { statusMessage: texts(['active', 'surrendered']) })
    expect(await withValue(revocation, 1)).toMatchObject({
      answers: notInForce('status.revoked'),
      messages: ['surrendered'],
    })
  })
})

describe('a message in the issuer’s own words', () => {
  const OWN = entry('message', { statusMessage: texts(['as issued', 'Name\u202e changed in May']) })
  it('is shown, cleaned, and said to be there', async () => {
    expect(await withValue(OWN, 1)).toMatchObject({
      answers: expected('verified'),
      notices: ['status_message'],
      messages: ['Name changed in May'],
    })
  })

  it('of value 0 is shown and makes nobody stop', async () => {
    expect(await withValue(OWN, 0)).toMatchObject({ notices: [], messages: ['as issued'] })
  })
})

describe('values of several bits', () => {
  it('may say of a revocation why', async () => {
    const reasons = entry('revocation', twoBits(['in force', 'reissued', 'withdrawn', 'error']))
    expect(await withValue(reasons, 3)).toMatchObject({
      answers: notInForce('status.revoked'),
      messages: ['error'],
    })
  })

  it('need a list that is so many times longer', async () => {
    const short = await withValue(entry('message', twoBits(MESSAGE_WORDS)), 0, { size: 1 })
    expect(short.answers).toEqual(unknown('status.list_too_short'))
  })

  it('may be as long as a byte', async () => {
    const all = Array.from({ length: 256 }, (_, value) => `No. ${value}`)
    const raw = entry('message', { statusSize: 8, statusMessage: texts(all) })
    expect(await withValue(raw, 201)).toMatchObject({ messages: ['No. 201'] })
  })
})

describe('Bitstring Status List §2.1: messages', () => {
  it.each([
    ['too few', texts(['a', 'b', 'c'])],
    ['too many', texts(['a', 'b', 'c', 'd', 'e'])],
    ['one twice', [...texts(['a', 'b', 'c']), { status: '0x2', message: 'd' }]],
    [
      'one for a value that cannot be',
      [...texts(['a', 'b', 'c']), { status: '0x4', message: 'd' }],
    ],
    ['a decimal value', [...texts(['a', 'b', 'c']), { status: '3', message: 'd' }]],
    ['a value that is a number', [...texts(['a', 'b', 'c']), { status: 3, message: 'd' }]],
    ['one without words', [...texts(['a', 'b', 'c']), { status: '0x3' }]],
    ['one that is nothing', [...texts(['a', 'b', 'c']), null]],
    ['no list of them', { '0x0': 'a' }],
  ])('%s are not known', async (_, statusMessage) => {
    const raw = entry('message', { statusSize: 2, statusMessage })
    expect((await withValue(raw, 0)).answers).toEqual(unknown('status.list_malformed'))
  })
})
