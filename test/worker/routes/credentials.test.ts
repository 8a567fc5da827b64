// POST /v1/issuers/{slug}/credentials: who may, and which field is wrong.
import { describe, expect, it } from 'vitest'
import { degreeOrder, licenceOrder } from '../support/orders.ts'
import { ADMIN_KEY, env, problemOf, startServer } from '../support/server.ts'
import { found } from '../support/world.ts'

const server = startServer()
const issuer = await found(server)
const path = `/v1/issuers/${issuer.slug}/credentials`
const post = (body: unknown, key: string = issuer.apiKey) => server.post(path, { key, body })

const degree = degreeOrder().degree
const licence = licenceOrder().licence
const long = 'x'.repeat(300_000)

/** Lies about one field each: the change, and the field that the problem must name. */
const LIES: readonly (readonly [string, object, string])[] = [
  ['a kind that does not exist', { kind: 'passport' }, 'kind'],
  ['no kind', { kind: undefined }, 'kind'],
  ['a format that does not exist', { format: 'ldp_vc' }, 'format'],
  ['no subject', { subject: undefined }, 'subject'],
  ['a subject that is a text', { subject: 'Amina Diallo' }, 'subject'],
  ['a subject without a name', { subject: {} }, 'subject.name'],
  ['a blank name', { subject: { name: '   ' } }, 'subject.name'],
  ['a name of 300,000 letters', { subject: { name: long } }, 'subject.name'],
  ['a subject id that is no DID', { subject: { name: 'A', id: 'amina' } }, 'subject.id'],
  ['an unknown property of the subject', { subject: { name: 'A', age: 3 } }, 'subject'],
  ['no validFrom', { validFrom: undefined }, 'validFrom'],
  ['a validFrom that is a number', { validFrom: 1_767_225_600 }, 'validFrom'],
  ['a validFrom without a zone', { validFrom: '2026-01-01T00:00:00' }, 'validFrom'],
  ['the 31st of February', { validFrom: '2026-02-31T00:00:00Z' }, 'validFrom'],
  ['a validUntil before validFrom', { validUntil: '2025-12-31T23:59:59Z' }, 'validUntil'],
  ['a validUntil that is validFrom', { validUntil: '2026-01-01T00:00:00Z' }, 'validUntil'],
  ['a validUntil in the year 9999', { validUntil: '9999-12-31T23:59:59Z' }, 'validUntil'],
  ['an unknown property', { remark: 'x' }, 'body'],
  ['no licence', { licence: undefined }, 'licence'],
  ['a licence that is a list', { licence: [] }, 'licence'],
  ['a degree beside the licence', { degree }, 'body'],
  ['no licence number', { licence: { ...licence, number: undefined } }, 'licence.number'],
  ['a long licence number', { licence: { ...licence, number: long } }, 'licence.number'],
  [
    'an ISCO-08 code with letters',
    { licence: { ...licence, profession: { isco08: '22A1' } } },
    'licence.profession.isco08',
  ],
  [
    'an ISCO-08 group for a profession',
    { licence: { ...licence, profession: { isco08: '22' } } },
    'licence.profession.isco08',
  ],
  [
    'a country by its name',
    { licence: { ...licence, jurisdiction: 'Marovia' } },
    'licence.jurisdiction',
  ],
  ['a scope that does not exist', { licence: { ...licence, scope: 'all' } }, 'licence.scope'],
  ['conditions in one text', { licence: { ...licence, conditions: 'x' } }, 'licence.conditions'],
  [
    'the thirteenth month',
    { licence: { ...licence, firstRegistered: '2019-13-01' } },
    'licence.firstRegistered',
  ],
  ['an unknown property of the licence', { licence: { ...licence, colour: 'x' } }, 'licence'],
]

const DEGREE_LIES: readonly (readonly [string, object, string])[] = [
  ['no name', { name: undefined }, 'degree.name'],
  ['a name of 300,000 letters', { name: long }, 'degree.name'],
  ['no description', { description: undefined }, 'degree.description'],
  [
    'an achievement that is a right to practise',
    { achievementType: 'License' },
    'degree.achievementType',
  ],
  ['an EQF level of nine', { eqf: 9 }, 'degree.eqf'],
  ['an EQF level in letters', { eqf: '7' }, 'degree.eqf'],
  ['a broken EQF level', { eqf: 6.5 }, 'degree.eqf'],
  ['an award date with a time', { awardedDate: '2026-01-01T00:00:00Z' }, 'degree.awardedDate'],
  ['an empty list of results', { results: [] }, 'degree.results'],
  ['a result without a value', { results: [{ name: 'Thesis' }] }, 'degree.results.0.value'],
  ['an unknown property', { grade: 'A' }, 'degree'],
]

describe('a licence with', () => {
  it.each(LIES)('%s is refused, and the field is named', async (_, change, field) => {
    const response = await post({ ...licenceOrder(), ...change })
    expect(response.status).toBe(400)
    const { code, errors } = await problemOf(response)
    expect(code).toBe('request.invalid')
    expect(errors?.map((error) => error.field)).toContain(field)
  })
})

describe('a degree with', () => {
  it.each(DEGREE_LIES)('%s is refused, and the field is named', async (_, change, field) => {
    const response = await post(degreeOrder({ degree: { ...degree, ...change } }))
    expect(response.status).toBe(400)
    const { errors } = await problemOf(response)
    expect(errors?.map((error) => error.field)).toContain(field)
  })
})

describe('a problem', () => {
  it('never repeats what was sent', async () => {
    const secret = 'Zubaydah-Quillfeather'
    const response = await post({
      ...licenceOrder(),
      kind: secret,
      format: secret,
      subject: { name: [secret], id: secret },
    })
    expect(response.status).toBe(400)
    expect(await response.text()).not.toContain(secret)
  })

  it('says what the last second of a jwt_vc may be', async () => {
    const response = await post(
      licenceOrder({ format: 'jwt_vc', validUntil: '5138-11-16T09:46:40Z' }),
    )
    expect((await problemOf(response)).errors?.[0]).toEqual({
      field: 'validUntil',
      message: 'Expected a date before the year 5138; leave it out for no end',
    })
  })
})

describe('a licence at the edge of the calendar', () => {
  it.each(['vc+jwt', 'jwt_vc'] as const)('is issued as %s', async (format) => {
    const response = await post(
      licenceOrder({
        format,
        validFrom: '0001-01-01T00:00:00.5+14:00',
        validUntil: '5138-11-16T09:46:39Z',
      }),
    )
    expect(response.status).toBe(201)
  })
})

describe('the body', () => {
  it('must be JSON', async () => {
    const response = await post('{"kind":')
    expect((await problemOf(response)).code).toBe('request.malformed')
    expect(response.status).toBe(400)
  })

  it('must say that it is JSON', async () => {
    const response = await server.post(path, {
      key: issuer.apiKey,
      body: licenceOrder(),
      headers: { 'content-type': 'text/plain' },
    })
    expect((await problemOf(response)).code).toBe('request.media_type')
    expect(response.status).toBe(415)
  })

  it('must not be larger than any order', async () => {
    const response = await post({ ...licenceOrder(), remark: 'x'.repeat(2_097_152) })
    expect((await problemOf(response)).code).toBe('request.too_large')
    expect(response.status).toBe(413)
  })
})

describe('who may issue', () => {
  it('needs a key', async () => {
    const response = await server.post(path, { body: licenceOrder() })
    expect((await problemOf(response)).code).toBe('auth.missing')
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
  })

  it.each(['Basic dXNlcjpwYXNz', 'Bearer', 'Bearer ', 'Bearer two words', 'licet_x'])(
    'is not told by “%s”',
    async (authorization) => {
      const response = await server.post(path, {
        body: licenceOrder(),
        headers: { authorization },
      })
      expect((await problemOf(response)).code).toBe('auth.missing')
    },
  )

  it('is not told by an unknown key', async () => {
    const response = await post(licenceOrder(), 'licet_unknown')
    expect((await problemOf(response)).code).toBe('auth.invalid')
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"')
  })

  it('is not the administrator', async () => {
    const response = await post(licenceOrder(), ADMIN_KEY)
    expect((await problemOf(response)).code).toBe('auth.invalid')
  })

  it('is not another issuer', async () => {
    const other = await found(server)
    const response = await post(licenceOrder(), other.apiKey)
    expect((await problemOf(response)).code).toBe('auth.forbidden')
    expect(response.status).toBe(403)
  })

  it('is not a key without the scope', async () => {
    const limited = await found(server)
    await env.DB.prepare("UPDATE api_keys SET scopes = 'status read' WHERE issuer_slug = ?")
      .bind(limited.slug)
      .run()
    const response = await server.post(`/v1/issuers/${limited.slug}/credentials`, {
      key: limited.apiKey,
      body: licenceOrder(),
    })
    expect((await problemOf(response)).code).toBe('auth.forbidden')
  })

  it('is nobody at an issuer that does not exist', async () => {
    const response = await server.post('/v1/issuers/nobody/credentials', {
      key: issuer.apiKey,
      body: licenceOrder(),
    })
    expect((await problemOf(response)).code).toBe('auth.forbidden')
  })

  it('reads “bearer” in any case', async () => {
    const response = await server.post(path, {
      body: licenceOrder(),
      headers: { authorization: `bEARER ${issuer.apiKey}` },
    })
    expect(response.status).toBe(201)
  })
})
