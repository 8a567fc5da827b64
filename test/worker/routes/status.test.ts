// PATCH …/status, and the lists in which everybody sees it.
import { describe, expect, it } from 'vitest'
import { STATUS_LIST_MAX_LIFETIME_SECONDS } from '../../../shared/limits.ts'
import { decodeBitstring } from '../../../shared/status/bitstring.ts'
import { readValue } from '../../../shared/status/status-values.ts'
import { headerOf, payloadOf } from '../support/jws.ts'
import { degreeOrder, licenceOrder } from '../support/orders.ts'
import { bodyOf, env, NOON, ORIGIN, problemOf, startServer, textOf } from '../support/server.ts'
import {
  changeStatus,
  found,
  foundAccredited,
  type Issued,
  issue,
  problemsIn,
  verify,
} from '../support/world.ts'

const server = startServer()
const { issuer } = await foundAccredited(server)

const pathOf = (url: string) => url.slice(ORIGIN.length)
const listText = async (url: string) => textOf(await server.get(pathOf(url)))

/** The values of a credential in its published lists, by purpose. */
async function valuesOf({ status }: Issued): Promise<Record<string, number | null>> {
  const values = await Promise.all(
    status.map(async ({ statusPurpose, statusListCredential, statusListIndex, statusSize = 1 }) => {
      const { credentialSubject } = payloadOf(await listText(statusListCredential))
      const bitstring = await decodeBitstring(credentialSubject.encodedList)
      const value = bitstring && readValue(bitstring, Number(statusListIndex), statusSize, 'msb')
      return [statusPurpose, value] as const
    }),
  )
  return Object.fromEntries(values)
}

const NOTHING_SAID = { revocation: 0, suspension: 0, message: 0 }

describe('a licence', () => {
  it('is in force when it is issued', async () => {
    expect(await valuesOf(await issue(server, issuer))).toEqual(NOTHING_SAID)
  })

  it('is suspended on the next fetch of the list', async () => {
    const issued = await issue(server, issuer)
    await valuesOf(issued)
    const response = await changeStatus(server, issuer, issued.uuid, 'suspended')
    expect(await bodyOf(response, 200)).toEqual({ id: issued.id, state: 'suspended' })
    expect(await valuesOf(issued)).toEqual({ ...NOTHING_SAID, suspension: 1 })
    const result = await verify(server, issued.credential)
    expect(result.verdict).toBe('not_in_force')
    expect(problemsIn(result)).toEqual(['fail status.suspended'])
  })

  it('is verified again once it is reinstated', async () => {
    const issued = await issue(server, issuer)
    await changeStatus(server, issuer, issued.uuid, 'suspended')
    expect((await changeStatus(server, issuer, issued.uuid, 'active')).status).toBe(200)
    expect(await valuesOf(issued)).toEqual(NOTHING_SAID)
    expect((await verify(server, issued.credential)).verdict).toBe('verified')
  })

  it('is revoked, and says so above all', async () => {
    const issued = await issue(server, issuer)
    await changeStatus(server, issuer, issued.uuid, 'suspended')
    expect((await changeStatus(server, issuer, issued.uuid, 'revoked')).status).toBe(200)
    expect(await valuesOf(issued)).toMatchObject({ revocation: 1 })
    expect(problemsIn(await verify(server, issued.credential))).toEqual(['fail status.revoked'])
  })

  it.each(['active', 'suspended'])('that was revoked cannot become %s', async (state) => {
    const { uuid, credential } = await issue(server, issuer)
    await changeStatus(server, issuer, uuid, 'revoked')
    const response = await changeStatus(server, issuer, uuid, state)
    expect(response.status).toBe(409)
    expect(await problemOf(response)).toMatchObject({
      code: 'status.conflict',
      detail: 'A revocation is final: issue a new credential.',
    })
    expect(problemsIn(await verify(server, credential))).toEqual(['fail status.revoked'])
  })

  it('leaves its neighbours alone', async () => {
    const [one, other] = [await issue(server, issuer), await issue(server, issuer)]
    await changeStatus(server, issuer, one.uuid, 'revoked')
    expect(await valuesOf(other)).toEqual(NOTHING_SAID)
  })
})

describe('a degree', () => {
  it('cannot be suspended', async () => {
    const { uuid } = await issue(server, issuer, degreeOrder())
    const response = await changeStatus(server, issuer, uuid, 'suspended')
    expect(response.status).toBe(422)
    expect(await problemOf(response)).toMatchObject({
      code: 'status.not_supported',
      detail: 'This credential can only be revoked.',
    })
  })

  it.each(['vc+jwt', 'jwt_vc'] as const)('can be revoked, as %s', async (format) => {
    const { uuid, credential } = await issue(server, issuer, degreeOrder({ format }))
    await changeStatus(server, issuer, uuid, 'revoked')
    expect(problemsIn(await verify(server, credential))).toEqual(['fail status.revoked'])
  })
})

describe('a change', () => {
  it('to the state that is there already changes nothing and is no entry in the history', async () => {
    const { uuid, id } = await issue(server, issuer)
    const response = await changeStatus(server, issuer, uuid, 'active')
    expect(await bodyOf(response, 200)).toEqual({ id, state: 'active' })
    expect(await historyOf(uuid)).toEqual([])
  })

  it('is written down with its reason sealed', async () => {
    const { uuid } = await issue(server, issuer)
    await changeStatus(server, issuer, uuid, 'suspended', 'Under inquiry')
    await changeStatus(server, issuer, uuid, 'revoked', 'Inquiry closed')
    const history = await historyOf(uuid)
    expect(history.map(({ state, changed_at }) => [state, changed_at])).toEqual([
      ['suspended', NOON],
      ['revoked', NOON],
    ])
    expect(JSON.stringify(history)).not.toMatch(/nquiry/)
    expect(new Set(history.map(({ changed_by }) => changed_by)).size).toBe(1)
  })

  it.each([
    ['an unknown state', { state: 'lost', reason: 'x' }, 'state'],
    ['no state', { reason: 'x' }, 'state'],
    ['no reason', { state: 'revoked' }, 'reason'],
    ['a blank reason', { state: 'revoked', reason: ' ' }, 'reason'],
    ['a reason of a thousand letters', { state: 'revoked', reason: 'x'.repeat(1000) }, 'reason'],
    ['an unknown property', { state: 'revoked', reason: 'x', when: 'y' }, 'body'],
  ])('with %s is refused', async (_, body, field) => {
    const { uuid } = await issue(server, issuer)
    const path = `/v1/issuers/${issuer.slug}/credentials/${uuid}/status`
    const response = await server.patch(path, { key: issuer.apiKey, body })
    expect(response.status).toBe(400)
    expect((await problemOf(response)).errors?.map((error) => error.field)).toEqual([field])
  })

  it('of a credential that does not exist is refused', async () => {
    const response = await changeStatus(server, issuer, crypto.randomUUID(), 'revoked')
    expect(response.status).toBe(404)
    expect((await problemOf(response)).code).toBe('credential.unknown')
  })

  it('of what is no UUID is refused', async () => {
    const response = await changeStatus(server, issuer, 'urn:uuid:1', 'revoked')
    expect((await problemOf(response)).errors?.[0]?.field).toBe('id')
  })

  it('of another issuer’s credential is refused', async () => {
    const { uuid, credential } = await issue(server, issuer)
    const response = await changeStatus(server, await found(server), uuid, 'revoked')
    expect((await problemOf(response)).code).toBe('credential.unknown')
    expect((await verify(server, credential)).verdict).toBe('verified')
  })

  it('in the name of another issuer is refused', async () => {
    const { uuid } = await issue(server, issuer)
    const { apiKey } = await found(server)
    const response = await changeStatus(server, { ...issuer, apiKey }, uuid, 'revoked')
    expect(response.status).toBe(403)
  })

  it('without the scope is refused', async () => {
    const limited = await found(server)
    const { uuid } = await issue(server, limited)
    await env.DB.prepare("UPDATE api_keys SET scopes = 'issue read' WHERE issuer_slug = ?")
      .bind(limited.slug)
      .run()
    const response = await changeStatus(server, limited, uuid, 'revoked')
    expect(response.status).toBe(403)
    expect((await problemOf(response)).code).toBe('auth.forbidden')
  })

  it('without a key is refused', async () => {
    const { uuid } = await issue(server, issuer)
    const path = `/v1/issuers/${issuer.slug}/credentials/${uuid}/status`
    const response = await server.patch(path, { body: { state: 'revoked', reason: 'x' } })
    expect(response.status).toBe(401)
  })
})

async function historyOf(uuid: string) {
  const { results } = await env.DB.prepare('SELECT * FROM status_changes WHERE credential_id = ?')
    .bind(uuid)
    .all<{ state: string; sealed_reason: string; changed_by: string; changed_at: number }>()
  return results
}

describe('a status list', () => {
  const listOf = async (changes = {}) => {
    const { status } = await issue(server, issuer, licenceOrder(changes))
    return status[0]?.statusListCredential ?? ''
  }

  it('is a signed credential about its own address', async () => {
    const url = await listOf()
    const text = await listText(url)
    const document = await bodyOf<{ assertionMethod: string[] }>(
      await server.get('/status/did.json'),
      200,
    )
    expect(headerOf(text)).toEqual({
      alg: 'EdDSA',
      typ: 'vc+jwt',
      cty: 'vc',
      kid: document.assertionMethod[0],
    })
    const list = payloadOf(text)
    expect(list).toEqual({
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        { AccreditationEvidence: expect.any(Object) },
      ],
      id: url,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: 'did:web:localhost%3A8787:status',
      validFrom: expect.any(String),
      validUntil: expect.any(String),
      credentialSubject: {
        id: `${url}#list`,
        type: 'BitstringStatusList',
        statusPurpose: 'revocation',
        ttl: 1000,
        encodedList: expect.stringMatching(/^u/),
      },
      evidence: [
        { type: ['AccreditationEvidence'], verifiableCredential: expect.stringMatching(/^eyJ/) },
      ],
    })
    expect(Date.parse(list.validUntil) - Date.parse(list.validFrom)).toBe(86_400_000)
  })

  it('has at least 131,072 entries', async () => {
    const { credentialSubject } = payloadOf(await listText(await listOf()))
    const bitstring = await decodeBitstring(credentialSubject.encodedList)
    expect((bitstring?.length ?? 0) * 8).toBeGreaterThanOrEqual(131_072)
  })

  it('carries the issuer’s own word that the status service may sign it', async () => {
    const { evidence } = payloadOf(await listText(await listOf()))
    const delegation = payloadOf(evidence[0].verifiableCredential)
    expect(delegation.issuer.id).toBe(issuer.did)
    expect(delegation.credentialSubject.recognizedTo.credentialTypes).toEqual([
      'BitstringStatusListCredential',
    ])
  })

  it('may be kept for a second in development, by anybody', async () => {
    const response = await server.get(pathOf(await listOf()))
    expect(response.headers.get('cache-control')).toBe('public, max-age=1')
    expect(response.headers.get('content-type')).toBe('application/vc+jwt')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    await response.body?.cancel()
  })

  it('answers 304 to who has it, and the list to who has an older one', async () => {
    const issued = await issue(server, issuer)
    const path = pathOf(issued.status[1]?.statusListCredential ?? '')
    const first = await server.get(path)
    const etag = first.headers.get('etag') ?? ''
    await first.body?.cancel()
    expect(etag).toMatch(/^"[\w-]{24}"$/)
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await server.get(path, { headers: { 'if-none-match': known } })
      expect(again.status).toBe(304)
      expect(again.headers.get('etag')).toBe(etag)
      expect(again.headers.get('cache-control')).toBe('public, max-age=1')
      expect(await again.text()).toBe('')
    }
    await changeStatus(server, issuer, issued.uuid, 'suspended')
    const changed = await server.get(path, { headers: { 'if-none-match': etag } })
    expect(changed.status).toBe(200)
    expect(changed.headers.get('etag')).not.toBe(etag)
    await changed.body?.cancel()
  })

  it('that does not exist is unknown', async () => {
    const response = await server.get(`/issuers/${issuer.slug}/status/r99`)
    expect(response.status).toBe(404)
    expect((await problemOf(response)).code).toBe('status_list.unknown')
  })

  it('of another issuer is not found under this one', async () => {
    const other = await found(server)
    await issue(server, other)
    const response = await server.get(`/issuers/${(await found(server)).slug}/status/r1`)
    expect((await problemOf(response)).code).toBe('status_list.unknown')
  })

  it('stays the same text until half of its life is over, then is signed anew', async () => {
    const url = await listOf()
    server.clock.now = NOON
    const first = await listText(url)
    server.clock.now = NOON + STATUS_LIST_MAX_LIFETIME_SECONDS / 2 - 1
    expect(await listText(url)).toBe(first)
    server.clock.now = NOON + STATUS_LIST_MAX_LIFETIME_SECONDS / 2
    const second = await listText(url)
    expect(second).not.toBe(first)
    expect(payloadOf(second).validUntil).toBe('2026-11-24T00:00:00Z')
    server.clock.now = NOON
  })

  it('renews the issuer’s word a month before it ends', async () => {
    const fresh = await found(server)
    const { status } = await issue(server, fresh)
    const url = status[0]?.statusListCredential ?? ''
    const delegationAt = async (nowSeconds: number) => {
      server.clock.now = nowSeconds
      const [evidence] = payloadOf(await listText(url)).evidence
      return evidence.verifiableCredential as string
    }
    const first = await delegationAt(NOON)
    const kept = await delegationAt(NOON + 334 * 86_400)
    const renewed = await delegationAt(NOON + 336 * 86_400)
    server.clock.now = NOON
    expect(kept).toBe(first)
    expect(renewed).not.toBe(first)
  })
})
