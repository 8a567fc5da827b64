import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../shared/encoding/json.ts'
import { STATUS_LIST_MIN_BITS } from '../../../shared/limits.ts'
import { INDEX, licence } from '../../support/credentials.ts'
import { signCompact } from '../../support/issuer.ts'
import { COUNCIL } from '../../support/parties.ts'
import { notInForce, URL_OF_LIST, unknown, verifyIn } from '../../support/status-answers.ts'
import { statusList } from '../../support/status-lists.ts'

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
    ['an unknown purpose', { statusPurpose: 'admiration' }, 'status.type_unsupported'],
    ['a message without words', { statusPurpose: 'message' }, 'status.list_malformed'],
    [
      'a purpose named like a member of every object',
      { statusPurpose: 'constructor' },
      'status.type_unsupported',
    ],
    ['a purpose that is a list', { statusPurpose: ['revocation'] }, 'status.type_unsupported'],
    ['values of two bits without words', { statusSize: 2 }, 'status.list_malformed'],
    ['values of no bits', { statusSize: 0 }, 'status.type_unsupported'],
    ['values of half a bit', { statusSize: 0.5 }, 'status.type_unsupported'],
    ['a size that is a text', { statusSize: '1' }, 'status.type_unsupported'],
    ['values of more than a byte', { statusSize: 9 }, 'status.type_unsupported'],
    ['no list', { statusListCredential: undefined }, 'status.list_malformed'],
    [
      'an address that no request can carry',
      { statusListCredential: 'https://status.xm/\ud800' },
      'status.list_malformed',
    ],
    ['a second type', { type: ['BitstringStatusListEntry', 'Other'] }, 'status.type_unsupported'],
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

  it('may write its type as a list of one', async () => {
    const types = entry({ type: ['BitstringStatusListEntry'] })
    const token = await signCompact(licence({ credentialStatus: types }), COUNCIL)
    const list = await statusList(COUNCIL, 'revocation', { set: [INDEX] })
    expect(await verifyIn({ lists: { [URL_OF_LIST]: list } }, token)).toEqual(
      notInForce('status.revoked'),
    )
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
