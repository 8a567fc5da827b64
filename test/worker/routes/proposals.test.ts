// Four eyes on every path: nothing is done before a second person says so, and then once.
import { beforeAll, describe, expect, it } from 'vitest'
import { PROPOSAL_TTL_SECONDS } from '../../../shared/limits.ts'
import {
  approve,
  countIssued,
  type FourEyes,
  foundFourEyes,
  proposalIn,
  putPolicy,
  refuse,
} from '../support/four-eyes.ts'
import { degreeOrder, licenceOrder } from '../support/orders.ts'
import { bodyOf, env, problemOf, startServer } from '../support/server.ts'
import { credentialOf, postIssue } from '../support/vc-api.ts'
import { changeStatus, type Issued, verify } from '../support/world.ts'

const server = startServer()
let eyes: FourEyes
let issued: Issued

/** A licence that was proposed by the API key and approved. */
async function approvedLicence(): Promise<Issued> {
  const id = await proposalIn(await propose())
  const { result } = await bodyOf<{ result: Omit<Issued, 'uuid'> }>(
    await approve(server, eyes.issuer, id, eyes.approver),
    200,
  )
  return { ...result, uuid: result.id.slice('urn:uuid:'.length) }
}

const propose = (
  headers: Record<string, string> = {
    authorization: `Bearer ${eyes.issuer.apiKey}`,
  },
  body: object = licenceOrder(),
) => server.post(`/v1/issuers/${eyes.issuer.slug}/credentials`, { headers, body })

const stateOf = async (uuid: string) =>
  env.DB.prepare('SELECT state FROM credentials WHERE id = ?1').bind(uuid).first<string>('state')

const setStatus = (isSet: boolean, credentialId: string) =>
  server.post('/credentials/status', {
    key: eyes.issuer.apiKey,
    body: {
      credentialId,
      credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'revocation' },
      status: isSet,
    },
  })

beforeAll(async () => {
  eyes = await foundFourEyes(server)
  issued = await approvedLicence()
})

const HOLDER_KEY = {
  kty: 'OKP',
  crv: 'Ed25519',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
}

/** Every way in which something can be asked for. */
const PATHS: readonly (readonly [string, () => Promise<Response>])[] = [
  ['an API key that issues', () => propose()],
  ['a proposer who issues', () => propose(eyes.proposer)],
  ['an approver who issues', () => propose(eyes.second)],
  ['an API key that suspends', () => changeStatus(server, eyes.issuer, issued.uuid, 'suspended')],
  [
    'the VC-API that issues',
    () => postIssue(server, credentialOf(eyes.issuer.did), {}, eyes.issuer.apiKey),
  ],
  ['the VC-API that revokes', () => setStatus(true, issued.id)],
  [
    'an admin who switches four eyes off',
    () =>
      putPolicy(server, eyes.issuer, eyes.admin, { fourEyes: false, reasonCode: 'set_by_mistake' }),
  ],
]

describe('under four eyes', () => {
  it.each(PATHS)('%s proposes, and nothing is done', async (_, ask) => {
    const before = await countIssued(env.DB, eyes.issuer)
    const response = await ask()
    expect(Object.keys(await bodyOf(response, 202))).toEqual(['proposal'])
    expect(await countIssued(env.DB, eyes.issuer)).toBe(before)
    expect(await stateOf(issued.uuid)).toBe('active')
    const policy = await server.get(`/v1/issuers/${eyes.issuer.slug}/policy`, {
      headers: eyes.auditor,
    })
    expect(await bodyOf(policy, 200)).toEqual({ fourEyes: true })
  })

  it('an approved credential leaves with the approval, and verifies', async () => {
    const { credential, id, status } = await approvedLicence()
    expect(status).toHaveLength(3)
    const result = await verify(server, credential)
    expect(result.credential?.id).toBe(id)
    expect(result.checks.find(({ check }) => check === 'signature')?.outcome).toBe('pass')
  })

  it('an approved suspension takes effect', async () => {
    const { uuid } = await approvedLicence()
    const id = await proposalIn(await changeStatus(server, eyes.issuer, uuid, 'suspended'))
    const answer = await bodyOf(await approve(server, eyes.issuer, id, eyes.approver), 200)
    expect(answer.result).toEqual({ id: `urn:uuid:${uuid}`, state: 'suspended' })
    expect(await stateOf(uuid)).toBe('suspended')
  })

  it('an approved document of the VC-API is what the VC-API would have answered', async () => {
    const { apiKey, did } = eyes.issuer
    const name = 'https://school.example/credentials/7'
    const document = credentialOf(did, { id: name })
    const id = await proposalIn(await postIssue(server, document, {}, apiKey))
    const { result } = await bodyOf<{ result: { verifiableCredential: { id: string } } }>(
      await approve(server, eyes.issuer, id, eyes.approver),
      200,
    )
    expect(result.verifiableCredential.id).toBe(name)
    const revocation = await proposalIn(await setStatus(true, name))
    await bodyOf(await approve(server, eyes.issuer, revocation, eyes.second), 200)
    expect((await problemOf(await setStatus(true, 'urn:uuid:none'))).code).toBe(
      'credential.unknown',
    )
    const again = await proposalIn(await setStatus(false, name))
    const refused = await approve(server, eyes.issuer, again, eyes.second)
    expect((await problemOf(refused)).code).toBe('status.refused')
  })

  it('what is wrong with an order is said at once', async () => {
    const degree = await propose(undefined, degreeOrder({ validFrom: 'yesterday' }))
    expect((await problemOf(degree)).code).toBe('request.invalid')
    const nobody = crypto.randomUUID()
    const unknown = await changeStatus(server, eyes.issuer, nobody, 'suspended')
    expect((await problemOf(unknown)).code).toBe('credential.unknown')
  })

  it('an order that fits no row is refused', async () => {
    const holderKey = { ...HOLDER_KEY, note: 'x'.repeat(1_050_000) }
    const response = await propose(undefined, licenceOrder({ format: 'dc+sd-jwt', holderKey }))
    expect((await problemOf(response)).code).toBe('request.too_large')
  })
})

describe('the same Idempotency-Key', () => {
  const keyed = (body: object) =>
    propose({ authorization: `Bearer ${eyes.issuer.apiKey}`, 'idempotency-key': 'row-7' }, body)

  it('gets the same proposal, and another order with it is a conflict', async () => {
    const id = await proposalIn(await keyed(licenceOrder()))
    expect(await proposalIn(await keyed(licenceOrder()))).toBe(id)
    const other = await keyed(licenceOrder({ subject: { name: 'Somebody Else' } }))
    expect((await problemOf(other)).code).toBe('idempotency.conflict')
  })

  it('gets one proposal where eight requests come at the same time', async () => {
    const headers = { ...eyes.proposer, 'idempotency-key': 'row-8' }
    const ids = await Promise.all(
      Array.from({ length: 8 }, async () => proposalIn(await propose(headers))),
    )
    expect(new Set(ids).size).toBe(1)
  })
})

describe('a decision', () => {
  it('is not the proposer’s own', async () => {
    const id = await proposalIn(await propose(eyes.approver))
    const own = [
      await approve(server, eyes.issuer, id, eyes.approver),
      await refuse(server, eyes.issuer, id, eyes.approver),
    ]
    for (const response of own) {
      expect(response.status).toBe(403)
      expect((await problemOf(response)).code).toBe('proposal.own')
    }
    await bodyOf(await approve(server, eyes.issuer, id, eyes.second), 200)
  })

  it.each(['proposer', 'auditor', 'admin'] as const)('is not for the role %s', async (role) => {
    const id = await proposalIn(await propose())
    const response = await approve(server, eyes.issuer, id, eyes[role])
    expect((await problemOf(response)).code).toBe('auth.forbidden')
  })

  it('is never an API key’s, whatever its scopes', async () => {
    const id = await proposalIn(await propose(eyes.proposer))
    const headers = { authorization: `Bearer ${eyes.issuer.apiKey}` }
    for (const response of [
      await approve(server, eyes.issuer, id, headers),
      await refuse(server, eyes.issuer, id, headers),
    ]) {
      expect((await problemOf(response)).code).toBe('auth.missing')
    }
  })

  it('is made once', async () => {
    const id = await proposalIn(await propose())
    await bodyOf(await approve(server, eyes.issuer, id, eyes.approver), 200)
    for (const response of [
      await approve(server, eyes.issuer, id, eyes.approver),
      await approve(server, eyes.issuer, id, eyes.second),
      await refuse(server, eyes.issuer, id, eyes.second),
    ]) {
      expect(response.status).toBe(409)
      expect((await problemOf(response)).code).toBe('proposal.decided')
    }
  })

  it('is made once where two approvers press at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      const before = await countIssued(env.DB, eyes.issuer)
      const id = await proposalIn(await propose())
      const responses = await Promise.all(
        [eyes.approver, eyes.second].map((headers) => approve(server, eyes.issuer, id, headers)),
      )
      expect(responses.map(({ status }) => status).sort()).toEqual([200, 409])
      expect(await countIssued(env.DB, eyes.issuer)).toBe(before + 1)
    }
  })

  it('changes a state once where two approvers press at the same time', async () => {
    const { uuid } = await approvedLicence()
    const id = await proposalIn(await changeStatus(server, eyes.issuer, uuid, 'lapsed'))
    const responses = await Promise.all([
      approve(server, eyes.issuer, id, eyes.approver),
      approve(server, eyes.issuer, id, eyes.second),
    ])
    expect(responses.map(({ status }) => status).sort()).toEqual([200, 409])
    const changes = await env.DB.prepare(
      'SELECT count(*) AS changes FROM status_changes WHERE credential_id = ?1',
    )
      .bind(uuid)
      .first<number>('changes')
    expect(changes).toBe(1)
  })

  it('is one of two, where one approves while the other refuses', async () => {
    const before = await countIssued(env.DB, eyes.issuer)
    const id = await proposalIn(await propose())
    const [approved, refused] = await Promise.all([
      approve(server, eyes.issuer, id, eyes.approver),
      refuse(server, eyes.issuer, id, eyes.second),
    ])
    expect([approved.status, refused.status].sort()).toEqual([200, 409])
    const done = approved.status === 200 ? 1 : 0
    expect(await countIssued(env.DB, eyes.issuer)).toBe(before + done)
  })

  it('cannot carry out what is impossible by then, and can still refuse it', async () => {
    const { uuid } = await approvedLicence()
    const late = await proposalIn(await changeStatus(server, eyes.issuer, uuid, 'suspended'))
    const first = await proposalIn(await changeStatus(server, eyes.issuer, uuid, 'revoked'))
    await bodyOf(await approve(server, eyes.issuer, first, eyes.approver), 200)
    const response = await approve(server, eyes.issuer, late, eyes.approver)
    expect((await problemOf(response)).code).toBe('status.conflict')
    await bodyOf(await refuse(server, eyes.issuer, late, eyes.approver), 200)
  })

  it('comes too late after two weeks', async () => {
    const then = startServer()
    const id = await proposalIn(await propose())
    then.clock.now += PROPOSAL_TTL_SECONDS
    const headers = { ...eyes.approver }
    await env.DB.prepare('UPDATE operator_sessions SET started_at = ?1, last_seen_at = ?1')
      .bind(then.clock.now)
      .run()
    const response = await approve(then, eyes.issuer, id, headers)
    expect((await problemOf(response)).code).toBe('proposal.decided')
    const path = `/v1/issuers/${eyes.issuer.slug}/proposals/${id}`
    expect((await bodyOf(await then.get(path, { headers }), 200)).state).toBe('expired')
    const row = await env.DB.prepare('SELECT sealed_order FROM proposals WHERE id = ?1').bind(id)
    expect((await row.first())?.sealed_order).toBeNull()
  })
})

describe('switching four eyes off', () => {
  it('needs a reason', async () => {
    const response = await putPolicy(server, eyes.issuer, eyes.admin, { fourEyes: false })
    expect((await problemOf(response)).code).toBe('request.invalid')
  })

  it.each(['proposer', 'approver', 'auditor'] as const)('is not for the role %s', async (role) => {
    const body = { fourEyes: false, reasonCode: 'set_by_mistake' }
    const response = await putPolicy(server, eyes.issuer, eyes[role], body)
    expect((await problemOf(response)).code).toBe('auth.forbidden')
  })

  it('takes an approver, and then one person alone acts again', async () => {
    const other = await foundFourEyes(server)
    const off = { fourEyes: false, reasonCode: 'too_few_operators' }
    const id = await proposalIn(await putPolicy(server, other.issuer, other.admin, off))
    const answer = await bodyOf(await approve(server, other.issuer, id, other.approver), 200)
    expect(answer.result).toEqual({ fourEyes: false })
    const path = `/v1/issuers/${other.issuer.slug}/credentials`
    const alone = await server.post(path, { headers: other.proposer, body: licenceOrder() })
    expect(alone.status).toBe(201)
    const again = await putPolicy(server, other.issuer, other.admin, off)
    expect(await bodyOf(again, 200)).toEqual({ fourEyes: false })
  })
})
