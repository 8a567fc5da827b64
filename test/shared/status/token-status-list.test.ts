import { describe, expect, it } from 'vitest'
import { encodeBase64Url } from '../../../shared/encoding/base64url.ts'
import { gzip } from '../../../shared/encoding/gzip.ts'
import type { JsonObject } from '../../../shared/encoding/json.ts'
import { STATUS_LIST_MIN_BITS } from '../../../shared/limits.ts'
import type { ReasonCodeOf } from '../../../shared/reasons.ts'
import { expected } from '../../support/answers.ts'
import { NOW } from '../../support/clock.ts'
import { INDEX, licence } from '../../support/credentials.ts'
import { signCompact } from '../../support/issuer.ts'
import { COUNCIL, MILL, STATUS_SERVICE, UNIVERSITY } from '../../support/parties.ts'
import { notInForce, unknown, verifyIn } from '../../support/status-answers.ts'
import { delegate, type ListOrder, statusList, tokenList } from '../../support/status-lists.ts'

const URI = 'https://status.xm/token/1'
const ENTRY = { type: 'TokenStatusListEntry', uri: URI, idx: INDEX }
const licensed = (entry: JsonObject = ENTRY) =>
  signCompact(licence({ credentialStatus: entry }), COUNCIL)
const TOKEN = await licensed()

const withToken = async (order: ListOrder, header: JsonObject = {}) =>
  verifyIn({ lists: { [URI]: await tokenList(COUNCIL, URI, order, header) } }, TOKEN)

describe('Token Status List §7.1: a value', () => {
  it.each([
    [0, expected('verified')],
    [1, notInForce('status.revoked')],
    [2, notInForce('status.suspended')],
    [3, unknown('status.type_unsupported')],
  ])('of %i is read', async (value, answer) => {
    expect(await withToken({ values: { [INDEX]: value } })).toEqual(answer)
  })

  it.each([4, 0x0b, 0x0c, 0x0f, 0x10, 255])(
    'of %i, which an application may mean in its own way, is not known',
    async (value) => {
      expect(await withToken({ size: 8, values: { [INDEX]: value } })).toEqual(
        unknown('status.type_unsupported'),
      )
    },
  )

  it.each([1, 2, 4, 8])('of %i bits concerns one credential, not its neighbours', async (size) => {
    const neighbours = { [INDEX - 1]: 1, [INDEX + 1]: 1 }
    expect(await withToken({ size, values: neighbours })).toEqual(expected('verified'))
    expect(await withToken({ size, values: { [INDEX]: 1 } })).toEqual(notInForce('status.revoked'))
  })
})

describe('Token Status List §5.1: a token', () => {
  it('may be signed by the issuer itself, and then need not name it', async () => {
    const order = { signer: COUNCIL, changes: { iss: undefined, evidence: undefined } }
    expect(await withToken(order)).toEqual(expected('verified'))
  })

  it('may leave out who signed where the key says so', async () => {
    expect(await withToken({ changes: { iss: undefined } })).toEqual(expected('verified'))
  })

  it('may write its type in full', async () => {
    const typ = 'application/statuslist+jwt'
    expect(await withToken({ set: [INDEX] }, { typ })).toEqual(notInForce('status.revoked'))
  })

  it.each<[string, ListOrder, ReasonCodeOf<'status'>]>([
    ['about another address', { changes: { sub: `${URI}0` } }, 'status.list_unverified'],
    ['without address', { changes: { sub: undefined } }, 'status.list_unverified'],
    ['without a date', { changes: { iat: undefined } }, 'status.list_unverified'],
    ['with an end that is no number', { changes: { exp: 'soon' } }, 'status.list_unverified'],
    ['at the second of its end', { changes: { exp: NOW } }, 'status.list_expired'],
    ['that begins in two minutes', { changes: { iat: NOW + 120 } }, 'status.history_unavailable'],
    ['with a lifetime that is no number', { changes: { ttl: '1' } }, 'status.list_malformed'],
    ['without a list', { changes: { status_list: undefined } }, 'status.list_malformed'],
    ['of three bits', { subject: { bits: 3 } }, 'status.list_malformed'],
    ['of bits as a text', { subject: { bits: '1' } }, 'status.list_malformed'],
    ['that is no zlib', { subject: { lst: 'AAAA' } }, 'status.list_malformed'],
    ['one byte short', { entries: STATUS_LIST_MIN_BITS - 4 }, 'status.list_too_short'],
    ['signed by nobody’s delegate', { signer: MILL }, 'status.list_unverified'],
    [
      'signed by an organisation that nobody delegated',
      { signer: UNIVERSITY, delegation: '' },
      'status.list_unverified',
    ],
    [
      'whose signer names another',
      { signer: MILL, changes: { iss: COUNCIL.did } },
      'status.list_unverified',
    ],
  ])('%s is not known', async (_, order, reason) => {
    expect(await withToken(order)).toEqual(unknown(reason))
  })

  it('is not accepted with a delegation of another issuer', async () => {
    expect(await withToken({ delegation: await delegate(UNIVERSITY) })).toEqual(
      unknown('status.list_unverified'),
    )
  })

  it('is not packed as the other kind packs', async () => {
    const lst = encodeBase64Url(await gzip(new Uint8Array(STATUS_LIST_MIN_BITS / 4)))
    expect(await withToken({ subject: { lst } })).toEqual(unknown('status.list_malformed'))
  })

  it.each([{ typ: 'JWT' }, { typ: 'vc+jwt' }, { typ: undefined }])(
    'of type %o is not known',
    async (header) => {
      expect(await withToken({}, header)).toEqual(unknown('status.list_unverified'))
    },
  )

  it('cannot be a credential that calls itself a token', async () => {
    const posing = {
      ...licence({ credentialStatus: undefined }),
      type: ['VerifiableCredential', 'StatusListToken'],
      id: URI,
    }
    const text = await signCompact(posing, COUNCIL)
    expect(await verifyIn({ lists: { [URI]: text } }, TOKEN)).toEqual(
      unknown('status.list_unverified'),
    )
  })

  it('is not read where a bitstring list is meant, nor the other way round', async () => {
    const url = 'https://status.xm/council.xm/revocation'
    const lists = { [url]: await tokenList(COUNCIL, url, { set: [INDEX] }) }
    const entry = {
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(INDEX),
      statusListCredential: url,
    }
    expect(await verifyIn({ lists }, await licensed(entry))).toEqual(
      unknown('status.list_unverified'),
    )
    const bitstring = await statusList(COUNCIL, 'revocation')
    expect(await verifyIn({ lists: { [URI]: bitstring } }, TOKEN)).toEqual(
      unknown('status.list_unverified'),
    )
  })

  it('signs with the key of the status service’s own document, and with no other', async () => {
    const impostor = { ...MILL, did: STATUS_SERVICE.did, kid: STATUS_SERVICE.kid }
    expect(await withToken({ signer: impostor })).toEqual(unknown('status.list_unverified'))
  })
})

describe('Token Status List §6.2: an entry', () => {
  it.each([
    ['no list', { uri: undefined }, 'status.list_malformed'],
    ['a list that is no address', { uri: 'list' }, 'status.list_malformed'],
    ['no index', { idx: undefined }, 'status.index_out_of_range'],
    ['an index as a text', { idx: String(INDEX) }, 'status.index_out_of_range'],
    ['a negative index', { idx: -1 }, 'status.index_out_of_range'],
    ['half an index', { idx: 0.5 }, 'status.index_out_of_range'],
    ['an index beyond every number', { idx: 2 ** 53 }, 'status.index_out_of_range'],
    ['an index beyond the list', { idx: STATUS_LIST_MIN_BITS }, 'status.index_out_of_range'],
  ] as const)('with %s is not known', async (_, changes, reason) => {
    const lists = { [URI]: await tokenList(COUNCIL, URI) }
    expect(await verifyIn({ lists }, await licensed({ ...ENTRY, ...changes }))).toEqual(
      unknown(reason),
    )
  })
})
