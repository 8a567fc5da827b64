// Status through the VC-API: given at issuance, published with an embedded proof, set and cleared.
import { describe, expect, it } from 'vitest'
import { decodeBitstring } from '../../../shared/status/bitstring.ts'
import { bodyOf, problemOf, startServer } from '../support/server.ts'
import {
  CONFORMANCE,
  codesIn,
  credentialOf,
  issueDocument,
  issuerId,
  postVerify,
  verdictOf,
} from '../support/vc-api.ts'
import { found } from '../support/world.ts'

const server = startServer(CONFORMANCE)
const did = await issuerId(server)

interface Entry {
  readonly statusListIndex: string
  readonly statusListCredential: string
}
interface StatusList {
  readonly '@context': readonly string[]
  readonly type: readonly string[]
  readonly issuer: string
  readonly credentialSubject: Readonly<Record<string, string>>
}

const issueWithStatus = (changes: object = {}, key?: string, issuer = did) =>
  issueDocument(server, credentialOf(issuer, changes), { status: true }, key)

const entryOf = ({ credentialStatus }: Record<string, unknown>) => credentialStatus as Entry

const setStatus = (credentialId: unknown, status: boolean, purpose = 'revocation', key?: string) =>
  server.post('/credentials/status', {
    body: {
      credentialId,
      credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: purpose },
      status,
    },
    ...(key && { key }),
  })

const errorsOf = async (document: unknown) =>
  codesIn((await verdictOf(await postVerify(server, document))).errors)

describe('a status', () => {
  it('is published as suites read it: by its issuer, with a proof, 16 kB long', async () => {
    const { statusListCredential, statusListIndex } = entryOf(await issueWithStatus())
    expect(statusListIndex).toMatch(/^\d+$/)
    const response = await server.get(statusListCredential)
    expect(response.headers.get('content-type')).toBe('application/vc')
    const list = await bodyOf<StatusList>(response, 200)
    expect(list['@context']).toContain('https://www.w3.org/ns/credentials/v2')
    expect(list.type).toEqual(['VerifiableCredential', 'BitstringStatusListCredential'])
    expect(list.issuer).toBe(did)
    expect(list.credentialSubject).toMatchObject({
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: expect.stringMatching(/^u/),
    })
    const bits = await decodeBitstring(list.credentialSubject.encodedList ?? '')
    expect(bits?.length).toBe(16 * 1024)
    expect(await errorsOf(list)).toEqual([])
  })

  it('stands beside those that the caller brought', async () => {
    const own = {
      type: 'BitstringStatusListEntry',
      statusPurpose: 'refresh',
      statusListIndex: '1',
      statusListCredential: 'https://a.gov.xm/1',
    }
    const { credentialStatus } = await issueWithStatus({ credentialStatus: own })
    expect(credentialStatus).toMatchObject([own, { statusPurpose: 'revocation' }])
  })

  it('can be set, and then is an error', async () => {
    const issued = await issueWithStatus()
    expect(await errorsOf(issued)).toEqual([])
    expect((await setStatus(issued.id, true)).status).toBe(200)
    server.clock.now += 2
    expect(await errorsOf(issued)).toEqual(['status.revoked'])
  })

  it('is set for every copy that was issued with the same id', async () => {
    const id = 'https://a.gov.xm/credentials/7'
    const copies = [await issueWithStatus({ id }), await issueWithStatus({ id })]
    expect((await setStatus(id, true)).status).toBe(200)
    server.clock.now += 2
    for (const copy of copies) expect(await errorsOf(copy)).toEqual(['status.revoked'])
  })

  it('is set for none where one of the copies has no place for it', async () => {
    const id = 'https://a.gov.xm/credentials/8'
    const placed = await issueWithStatus({ id })
    await issueDocument(server, credentialOf(did, { id }))
    expect((await problemOf(await setStatus(id, true))).code).toBe('status.refused')
    server.clock.now += 2
    expect(await errorsOf(placed)).toEqual([])
  })

  it('may be set twice, and is final', async () => {
    const issued = await issueWithStatus()
    expect((await setStatus(issued.id, false)).status).toBe(200)
    expect((await setStatus(issued.id, true)).status).toBe(200)
    expect((await setStatus(issued.id, true)).status).toBe(200)
    expect(await problemOf(await setStatus(issued.id, false))).toMatchObject({
      status: 400,
      code: 'status.refused',
    })
  })

  it('is refused for a purpose that the credential has no place for', async () => {
    const issued = await issueWithStatus()
    const response = await setStatus(issued.id, true, 'suspension')
    expect((await problemOf(response)).code).toBe('status.refused')
    const bare = await issueDocument(server, credentialOf(did))
    expect((await problemOf(await setStatus(bare.id, true))).code).toBe('status.refused')
  })

  it('is unknown for a credential of somebody else', async () => {
    const issuer = await found(server)
    const issued = await issueWithStatus({}, issuer.apiKey, issuer.did)
    expect(await problemOf(await setStatus(issued.id, true))).toMatchObject({
      status: 404,
      code: 'credential.unknown',
    })
    expect((await setStatus(issued.id, true, 'revocation', issuer.apiKey)).status).toBe(200)
  })

  it.each([
    ['without a word on what to set', { status: undefined }],
    ['of another type', { credentialStatus: { type: 'Other', statusPurpose: 'revocation' } }],
    ['without an id', { credentialId: undefined }],
  ])('change %s is malformed', async (_, changes) => {
    const body = {
      credentialId: 'urn:x:1',
      credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'revocation' },
      status: true,
      ...changes,
    }
    const response = await server.post('/credentials/status', { body })
    expect(await problemOf(response)).toMatchObject({ status: 400, code: 'request.invalid' })
  })
})
