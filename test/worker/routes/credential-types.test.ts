// What can be issued, as forms, tables and programs learn it.
import { Validator } from '@cfworker/json-schema'
import { describe, expect, it } from 'vitest'
import { CREDENTIAL_TYPES } from '../../../shared/credential-types/index.ts'
import { bodyOf, ORIGIN, startServer } from '../support/server.ts'

const server = startServer()

interface Listed {
  readonly kind: string
  readonly schema: string
  readonly formats: readonly string[]
  readonly columns: readonly { name: string; required: boolean }[]
  readonly example: Record<string, unknown>
}

const { credentialTypes } = await bodyOf<{ credentialTypes: readonly Listed[] }>(
  await server.get('/v1/credential-types'),
  200,
)

describe('the list of what can be issued', () => {
  it('names every kind of the table', () => {
    expect(credentialTypes.map(({ kind }) => kind)).toEqual(Object.keys(CREDENTIAL_TYPES))
  })

  it('says in which formats, and which columns a row must fill', () => {
    const extension = credentialTypes.find(({ kind }) => kind === 'licence-extension')
    expect(extension?.formats).toEqual(['vc+jwt', 'jwt_vc', 'eddsa-jcs-2022', 'eddsa-rdfc-2022'])
    expect(extension?.columns).toContainEqual({
      name: 'base_licence',
      required: true,
      reading: 'text',
    })
  })

  it.each(credentialTypes)('leads to a schema that the example keeps: $kind', async (type) => {
    const { kind, schema: url, example } = type
    expect(url).toBe(`${ORIGIN}/schemas/${kind}/1`)
    const response = await server.get(new URL(url).pathname)
    expect(response.headers.get('content-type')).toBe('application/schema+json')
    const schema = await bodyOf<object>(response, 200)
    expect(schema).toMatchObject({ $id: url })
    const validator = new Validator(schema, '2020-12')
    expect(validator.validate(example).errors).toEqual([])
    expect(validator.validate({ ...example, salary: 1 }).valid).toBe(false)
    expect(validator.validate({ ...example, subject: {} }).valid).toBe(false)
  })

  it('has no schema for what cannot be issued', async () => {
    expect((await server.get('/schemas/salary/1')).status).toBe(404)
    expect((await server.get('/schemas/__proto__/1')).status).toBe(404)
  })
})
