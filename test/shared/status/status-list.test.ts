import { describe, expect, it } from 'vitest'
import { encodeBase64Url } from '../../../shared/encoding/base64url.ts'
import { gzip } from '../../../shared/encoding/gzip.ts'
import { signDataIntegrity } from '../../../shared/issue/data-integrity.ts'
import { STATUS_LIST_INFLATED_MAX_BYTES, STATUS_LIST_MIN_BITS } from '../../../shared/limits.ts'
import { expected } from '../../support/answers.ts'
import { at, inDays, NOW } from '../../support/clock.ts'
import { INDEX } from '../../support/credentials.ts'
import { documentOf } from '../../support/issuer.ts'
import { COUNCIL, MILL, STATUS_SERVICE, UNIVERSITY } from '../../support/parties.ts'
import {
  notInForce,
  URL_OF_LIST,
  unknown,
  verifyIn,
  withList,
} from '../../support/status-answers.ts'
import { delegate, statusList, unsignedList } from '../../support/status-lists.ts'
import { createWorld } from '../../support/world.ts'

describe('Bitstring Status List §3.2: a list', () => {
  const bomb = async () =>
    `u${encodeBase64Url(await gzip(new Uint8Array(STATUS_LIST_INFLATED_MAX_BYTES + 1)))}`

  it('may be signed by the issuer itself', async () => {
    expect(await withList({ signer: COUNCIL })).toEqual(expected('verified'))
  })

  it.each(['eddsa-jcs-2022', 'eddsa-rdfc-2022'] as const)(
    'may be secured by a proof inside it: %s',
    async (cryptosuite) => {
      const list = await unsignedList(COUNCIL, 'revocation', { set: [INDEX] })
      const signed = await signDataIntegrity(
        list,
        { cryptosuite, createdSeconds: NOW - 3_600 },
        STATUS_SERVICE,
      )
      if (!signed.ok) throw new Error(signed.error.code)
      const inside = (secured: object) =>
        verifyIn({ lists: { [URL_OF_LIST]: JSON.stringify(secured) } })
      expect(await inside(signed.value)).toEqual(notInForce('status.revoked'))
      const validFrom = inDays(-0.4)
      expect(await inside({ ...signed.value, validFrom })).toEqual(
        unknown('status.list_unverified'),
      )
    },
  )

  it('may serve several purposes', async () => {
    const subject = { statusPurpose: ['refresh', 'revocation'] }
    expect(await withList({ subject })).toEqual(expected('verified'))
  })

  it.each([
    [
      'one byte short of the least length',
      { entries: STATUS_LIST_MIN_BITS - 8 },
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
