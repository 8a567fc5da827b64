// Every kind of credential through the API, and what becomes of an extension when its licence ends.
import { describe, expect, it } from 'vitest'
import { CREDENTIAL_TYPES } from '../../../shared/credential-types/index.ts'
import { licenceOrder } from '../support/orders.ts'
import { bodyOf, startServer } from '../support/server.ts'
import {
  changeStatus,
  found,
  foundAccredited,
  issue,
  problemsIn,
  verify,
} from '../support/world.ts'

const server = startServer()
const credentialTypes = Object.values(CREDENTIAL_TYPES).map((type) => type.credentialType)
const { issuer } = await foundAccredited(server, { credentialTypes })
const SIMPLE = Object.values(CREDENTIAL_TYPES).filter(({ baseOf }) => !baseOf)
const EXTENSION = CREDENTIAL_TYPES['licence-extension']

const validUntil = '2030-01-01T00:00:00Z'

const extensionOf = (baseLicence: string, changes: object = {}) => {
  const example = EXTENSION.example as { attestation: object }
  return {
    ...example,
    validUntil,
    attestation: { ...example.attestation, baseLicence },
    ...changes,
  }
}

/** A licence in force and its extension. */
async function extended(changes: object = {}) {
  const licence = await issue(server, issuer, licenceOrder())
  return { licence, extension: await issue(server, issuer, extensionOf(licence.id, changes)) }
}

describe.each(SIMPLE)('a $kind', ({ kind, example, purposes }) => {
  it('is issued, verified, and no longer in force when it is revoked', async () => {
    const { credential, uuid, status } = await issue(server, issuer, { ...example, validUntil })
    expect(status.map(({ statusPurpose }) => statusPurpose)).toEqual(purposes)
    const result = await verify(server, credential)
    expect(problemsIn(result)).toEqual([])
    expect(result).toMatchObject({ verdict: 'verified', credential: { kind } })
    expect((await changeStatus(server, issuer, uuid, 'revoked')).status).toBe(200)
    expect((await verify(server, credential)).verdict).toBe('not_in_force')
  })
})

describe.each(['vc+jwt', 'jwt_vc', 'eddsa-rdfc-2022'])('a licence extension as %s', (format) => {
  it('is verified while its licence is in force', async () => {
    const { licence, extension } = await extended({ format })
    const result = await verify(server, extension.credential)
    expect(problemsIn(result)).toEqual([])
    expect(result).toMatchObject({ verdict: 'verified', credential: { kind: EXTENSION.kind } })
    expect(extension.status.slice(2)).toEqual(licence.status)
  })

  it('dies with its licence', async () => {
    const { licence, extension } = await extended({ format })
    await changeStatus(server, issuer, licence.uuid, 'revoked')
    const result = await verify(server, extension.credential)
    expect(result.verdict).toBe('not_in_force')
    expect(problemsIn(result)).toEqual(['fail status.revoked'])
  })

  it('waits while its licence is suspended, and comes back with it', async () => {
    const { licence, extension } = await extended({ format })
    await changeStatus(server, issuer, licence.uuid, 'suspended')
    expect(problemsIn(await verify(server, extension.credential))).toEqual([
      'fail status.suspended',
    ])
    await changeStatus(server, issuer, licence.uuid, 'active')
    expect((await verify(server, extension.credential)).verdict).toBe('verified')
  })

  it('ends alone where only it is revoked', async () => {
    const { licence, extension } = await extended({ format })
    await changeStatus(server, issuer, extension.uuid, 'revoked')
    expect((await verify(server, extension.credential)).verdict).toBe('not_in_force')
    expect((await verify(server, licence.credential)).verdict).toBe('verified')
  })
})

describe('what cannot be extended', () => {
  const refusal = async (body: object) => {
    const response = await server.post(`/v1/issuers/${issuer.slug}/credentials`, {
      key: issuer.apiKey,
      body,
    })
    const { code, errors } = await bodyOf<{ code: string; errors?: unknown }>(
      response,
      response.status,
    )
    return { status: response.status, code, ...(errors !== undefined && { errors }) }
  }
  const REFUSED = { status: 422, code: 'base_credential.refused' }

  it('is a licence that nobody issued', async () => {
    expect(await refusal(EXTENSION.example)).toEqual(REFUSED)
  })

  it('is the licence of another issuer', async () => {
    const other = await found(server)
    const { id } = await issue(server, other, licenceOrder())
    expect(await refusal(extensionOf(id))).toEqual(REFUSED)
  })

  it('is a degree', async () => {
    const { id } = await issue(server, issuer, CREDENTIAL_TYPES.degree.example)
    expect(await refusal(extensionOf(id))).toEqual(REFUSED)
  })

  it('is a licence that has ended', async () => {
    const { id, uuid } = await issue(server, issuer, licenceOrder())
    await changeStatus(server, issuer, uuid, 'lapsed')
    expect(await refusal(extensionOf(id))).toEqual(REFUSED)
  })

  it('is anything without an end', async () => {
    const { id } = await issue(server, issuer, licenceOrder())
    expect(await refusal(extensionOf(id, { validUntil: undefined }))).toMatchObject({
      status: 400,
      errors: [{ field: 'validUntil', message: 'An extension has an end' }],
    })
  })

  it('is anything as an SD-JWT VC, which could not follow its licence', async () => {
    const { id } = await issue(server, issuer, licenceOrder())
    expect(await refusal(extensionOf(id, { format: 'dc+sd-jwt' }))).toMatchObject({
      status: 400,
      errors: [{ field: 'format', message: expect.stringContaining('outlive') }],
    })
  })
})
