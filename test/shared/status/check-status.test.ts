import { describe, expect, it } from 'vitest'
import { encodeBase64Url } from '../../../shared/encoding/base64url.ts'
import { gzip } from '../../../shared/encoding/gzip.ts'
import type { JsonObject } from '../../../shared/encoding/json.ts'
import { STATUS_LIST_INFLATED_MAX_BYTES, STATUS_LIST_MIN_BITS } from '../../../shared/limits.ts'
import type { ReasonCodeOf } from '../../../shared/reasons.ts'
import { answers, expected } from '../../support/answers.ts'
import { at, inDays, NOW } from '../../support/clock.ts'
import { INDEX, licence, listUrl } from '../../support/credentials.ts'
import { documentOf, signCompact } from '../../support/issuer.ts'
import { COUNCIL, MILL, STATUS_SERVICE, UNIVERSITY } from '../../support/parties.ts'
import { delegate, type ListOrder, statusList } from '../../support/status-lists.ts'
import { createWorld, type WorldParts } from '../../support/world.ts'

const URL_OF_LIST = listUrl(COUNCIL, 'revocation')
const LICENCE = await signCompact(licence(), COUNCIL)

const verifyIn = async (parts: WorldParts, credential = LICENCE) =>
  answers(await (await createWorld(parts)).verify(credential))
/** The answer where the council's revocation list is the given one. */
const withList = async (order: ListOrder) =>
  verifyIn({ lists: { [URL_OF_LIST]: await statusList(COUNCIL, 'revocation', order) } })
const notInForce = (code: ReasonCodeOf<'status'>) => expected('not_in_force', { status: code })
const unknown = (code: ReasonCodeOf<'status'>) => expected('inconclusive', { status: code })

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

describe('Bitstring Status List §2.1: an entry', () => {
  const entry = (changes: JsonObject) => ({
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(INDEX),
    statusListCredential: URL_OF_LIST,
    ...changes,
  })
  it.each([
    ['an unknown type', { type: 'StatusList2021Entry' }, 'status.type_unsupported'],
    ['an unknown purpose', { statusPurpose: 'message' }, 'status.type_unsupported'],
    [
      'a purpose named like a member of every object',
      { statusPurpose: 'constructor' },
      'status.type_unsupported',
    ],
    ['a purpose that is a list', { statusPurpose: ['revocation'] }, 'status.type_unsupported'],
    ['entries of two bits', { statusSize: 2 }, 'status.type_unsupported'],
    ['no list', { statusListCredential: undefined }, 'status.list_malformed'],
    ['a list that is no address', { statusListCredential: 'list' }, 'status.list_malformed'],
    ['no index', { statusListIndex: undefined }, 'status.index_out_of_range'],
    ['an index as a number', { statusListIndex: INDEX }, 'status.index_out_of_range'],
    ['a negative index', { statusListIndex: '-1' }, 'status.index_out_of_range'],
    ['a hexadecimal index', { statusListIndex: '0x1' }, 'status.index_out_of_range'],
    ['an index with a leading zero', { statusListIndex: '01' }, 'status.index_out_of_range'],
    ['an index with a fraction', { statusListIndex: '1.5' }, 'status.index_out_of_range'],
    ['an empty index', { statusListIndex: '' }, 'status.index_out_of_range'],
    [
      'an index one past the end',
      { statusListIndex: String(STATUS_LIST_MIN_BITS) },
      'status.index_out_of_range',
    ],
    ['an index past every list', { statusListIndex: '99999999999' }, 'status.index_out_of_range'],
    [
      'a purpose that the list does not serve',
      { statusPurpose: 'suspension' },
      'status.purpose_mismatch',
    ],
  ] as const)('with %s is not known', async (_, changes, reason) => {
    const token = await signCompact(licence({ credentialStatus: entry(changes) }), COUNCIL)
    expect(await verifyIn({}, token)).toEqual(unknown(reason))
  })

  it('reaches the last bit of the list', async () => {
    const last = STATUS_LIST_MIN_BITS - 1
    const token = await signCompact(
      licence({ credentialStatus: entry({ statusListIndex: String(last) }) }),
      COUNCIL,
    )
    const list = await statusList(COUNCIL, 'revocation', { set: [last] })
    expect(await verifyIn({ lists: { [URL_OF_LIST]: list } }, token)).toEqual(
      notInForce('status.revoked'),
    )
  })
})

describe('Bitstring Status List §3.2: a list', () => {
  const bomb = async () =>
    `u${encodeBase64Url(await gzip(new Uint8Array(STATUS_LIST_INFLATED_MAX_BYTES + 1)))}`

  it('may be signed by the issuer itself', async () => {
    expect(await withList({ signer: COUNCIL })).toEqual(expected('verified'))
  })

  it('may serve several purposes', async () => {
    const subject = { statusPurpose: ['refresh', 'revocation'] }
    expect(await withList({ subject })).toEqual(expected('verified'))
  })

  it.each([
    [
      'one byte short of the least length',
      { bits: STATUS_LIST_MIN_BITS - 8 },
      'status.list_too_short',
    ],
    ['of another purpose', { subject: { statusPurpose: 'suspension' } }, 'status.purpose_mismatch'],
    ['of another type', { subject: { type: 'StatusList2021' } }, 'status.list_malformed'],
    ['without bits', { subject: { encodedList: undefined } }, 'status.list_malformed'],
    ['that is no multibase', { subject: { encodedList: 'H4sIAAAA' } }, 'status.list_malformed'],
    ['that is no gzip', { subject: { encodedList: 'uAAAA' } }, 'status.list_malformed'],
    ['at the second of its end', { changes: { validUntil: at(NOW) } }, 'status.list_expired'],
    ['that begins tomorrow', { changes: { validFrom: inDays(0.2) } }, 'status.history_unavailable'],
    [
      'published for another address',
      { changes: { id: 'https://status.xm/clean' } },
      'status.list_unverified',
    ],
    ['without address', { changes: { id: undefined } }, 'status.list_unverified'],
    [
      'that is another kind of credential',
      { changes: { type: ['VerifiableCredential'] } },
      'status.list_unverified',
    ],
    [
      'signed by an organisation that nobody delegated',
      { signer: UNIVERSITY, delegation: '' },
      'status.list_unverified',
    ],
  ] as const)('%s is not known', async (_, order, reason) => {
    expect(await withList(order)).toEqual(unknown(reason))
  })

  it('that inflates past the limit is not known', async () => {
    expect(await withList({ subject: { encodedList: await bomb() } })).toEqual(
      unknown('status.list_malformed'),
    )
  })

  it.each([
    ['altered', async () => `${(await statusList(COUNCIL, 'revocation')).slice(0, -8)}AAAAAAAA`],
    ['that is no credential', async () => 'not found'],
    ['that belongs to somebody else', () => statusList(UNIVERSITY, 'revocation')],
    ['of the same issuer for the other purpose', () => statusList(COUNCIL, 'suspension')],
  ])('%s is not known', async (_, list) => {
    expect(await verifyIn({ lists: { [URL_OF_LIST]: await list() } })).toEqual(
      unknown('status.list_unverified'),
    )
  })

  it.each([
    ['unreachable', 'status.list_unreachable'],
    ['malformed', 'status.list_malformed'],
  ] as const)('that the look-up calls %s is not known', async (error, reason) => {
    const { deps } = await createWorld()
    const lookUp = { ...deps.lookUp, statusList: async () => ({ ok: false, error }) as const }
    expect(await verifyIn({ deps: { lookUp } })).toMatchObject({ checks: { status: reason } })
  })
})

describe('a delegated signer of lists', () => {
  it.each([
    ['of another issuer', async () => ({ delegation: await delegate(UNIVERSITY) })],
    [
      'for something else',
      async () => ({
        delegation: await delegate(COUNCIL, {
          credentialSubject: {
            id: STATUS_SERVICE.did,
            recognizedTo: { action: 'issue', credentialTypes: ['DegreeCredential'] },
          },
        }),
      }),
    ],
    [
      'that has ended',
      async () => ({ delegation: await delegate(COUNCIL, { validUntil: at(NOW) }) }),
    ],
    [
      'that has not begun',
      async () => ({ delegation: await delegate(COUNCIL, { validFrom: at(NOW + 61) }) }),
    ],
    ['for somebody else', async () => ({ signer: MILL })],
    [
      'that the signer gave itself',
      async () => ({
        delegation: await delegate(COUNCIL, {}, { ...STATUS_SERVICE, kid: COUNCIL.kid }),
      }),
    ],
    [
      'that says somebody else recognised it',
      async () => ({
        delegation: await delegate(COUNCIL, {
          credentialSubject: {
            id: STATUS_SERVICE.did,
            recognizedTo: {
              action: 'issue',
              recognizedBy: UNIVERSITY.did,
              credentialTypes: ['BitstringStatusListCredential'],
            },
          },
        }),
      }),
    ],
    ['that is missing', async () => ({ changes: { evidence: undefined } })],
    [
      'under another name',
      async () => ({
        changes: { evidence: { type: 'Evidence', verifiableCredential: await delegate(COUNCIL) } },
      }),
    ],
  ])('is not accepted with a delegation %s', async (_, order) => {
    expect(await withList(await order())).toEqual(unknown('status.list_unverified'))
  })

  it('signs with the key of its own document, and with no other', async () => {
    const impostor = { ...MILL, did: STATUS_SERVICE.did, kid: STATUS_SERVICE.kid }
    expect(await withList({ signer: impostor })).toEqual(unknown('status.list_unverified'))
  })

  it('of an issuer on the trust list cannot be delegated by a key that only a web server names', async () => {
    const thief = { ...MILL, did: COUNCIL.did, kid: `${COUNCIL.did}#stolen` }
    const delegation = await delegate(thief)
    const list = await statusList(COUNCIL, 'revocation', { delegation })
    expect(
      await verifyIn({
        lists: { [URL_OF_LIST]: list },
        documents: { [COUNCIL.did]: documentOf(thief) },
      }),
    ).toEqual(unknown('status.list_unverified'))
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
