// The table of kinds: what every entry must hold, and what none may say of a person.
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { column, columnAt, orderOfRow } from '../../../shared/credential-types/columns.ts'
import { isForbiddenName } from '../../../shared/credential-types/forbidden-attributes.ts'
import { CREDENTIAL_TYPES } from '../../../shared/credential-types/index.ts'
import { orderSchema } from '../../../shared/credential-types/order-schema.ts'
import { tableOf } from '../../../shared/credential-types/table.ts'
import { issueCredentialSchema } from '../../../shared/wire/issue-credential.ts'
import { ISSUED_FORMATS, orderOf } from '../../../shared/wire/order-fields.ts'

const TYPES = Object.values(CREDENTIAL_TYPES)

describe.each(TYPES)('the kind $kind', (type) => {
  const { kind, schema, example, columns, build, sdJwt, purposes } = type

  it('has an example that is valid as it stands, by its own schema and by that of all orders', () => {
    expect(schema.safeParse(example).error).toBeUndefined()
    expect(issueCredentialSchema.safeParse(example).error).toBeUndefined()
  })

  it('lets no other property in', () => {
    expect(schema.safeParse({ ...example, salary: 1 }).success).toBe(false)
  })

  it('is accepted in the formats for which it has a builder, and refused in words in any other', () => {
    const builders = {
      'vc+jwt': build.vcdm2,
      jwt_vc: build.vcdm1,
      'dc+sd-jwt': build.sdJwt && sdJwt,
      'eddsa-jcs-2022': build.vcdm2,
      'eddsa-rdfc-2022': build.vcdm2,
    }
    for (const format of ISSUED_FORMATS) {
      const issue = schema.safeParse({ ...example, format }).error?.issues[0]
      if (builders[format]) expect(issue).toBeUndefined()
      else expect(issue).toMatchObject({ path: ['format'], message: expect.stringContaining(kind) })
    }
  })

  it('can be revoked', () => {
    expect(purposes).toContain('revocation')
  })

  it('has columns of different names, of which none that is required can be left out', () => {
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length)
    for (const { name, path, isRequired } of columns) {
      const issues = schema.safeParse(without(example, path)).error?.issues ?? []
      expect(`${name} ${issues.length > 0}`).toBe(`${name} ${isRequired}`)
      if (isRequired) expect(columnAt(columns, issues[0]?.path ?? [])?.name).toBe(name)
    }
  })

  it('has a JSON Schema', () => {
    expect(orderSchema('https://registry.xm', type)).toMatchObject({
      $id: `https://registry.xm/schemas/${kind}/1`,
      type: 'object',
      additionalProperties: false,
    })
  })
})

/** A copy without what stands at the path. */
function without(value: object, [first = '', ...rest]: readonly string[]): object {
  const { [first]: inner, ...others } = value as Record<string, unknown>
  if (rest.length === 0 || typeof inner !== 'object' || inner === null) return others
  return { ...others, [first]: without(inner, rest) }
}

describe('a row of a table', () => {
  const { columns, schema } = CREDENTIAL_TYPES.licence
  const cells = {
    holder_name: ' Amina Diallo ',
    valid_from: '2026-01-01',
    valid_until: '2026-12-31',
    name: 'Licence to practise medicine',
    number: '00204518',
    isco08: '2211',
    jurisdiction: 'XM-N',
    conditions: 'No surgery; Supervision: weekly',
    qualified_in: '',
    remark: 'ours',
  }

  it('becomes an order: days begin and end, lists are split, numbers keep their zeros', () => {
    expect(orderOfRow('licence', columns, cells, { format: 'vc+jwt' })).toEqual({
      kind: 'licence',
      format: 'vc+jwt',
      subject: { name: 'Amina Diallo' },
      validFrom: '2026-01-01T00:00:00Z',
      validUntil: '2026-12-31T23:59:59Z',
      licence: {
        name: 'Licence to practise medicine',
        number: '00204518',
        profession: { isco08: '2211' },
        jurisdiction: 'XM-N',
        conditions: ['No surgery', 'Supervision: weekly'],
      },
    })
  })

  it('has its marks as pairs, and leaves to the schema what cannot be read', () => {
    const degree = CREDENTIAL_TYPES.degree.columns
    expect(orderOfRow('degree', degree, { results: 'Thesis: 1:0; Surgery', eqf: 'seven' })).toEqual(
      {
        kind: 'degree',
        degree: { results: [{ name: 'Thesis: 1', value: '0' }, 'Surgery'], eqf: 'seven' },
      },
    )
  })

  it('has its faults in the columns where they stand', () => {
    const order = orderOfRow('licence', columns, { ...cells, isco08: 'MD12', jurisdiction: '' })
    const issues = schema.safeParse(order).error?.issues ?? []
    expect(issues.map(({ path }) => columnAt(columns, path)?.name)).toEqual([
      'isco08',
      'jurisdiction',
    ])
  })
})

describe('what no credential may say of a person', () => {
  it.each([
    ...['nationality', 'Nationality', 'holder_nationality', 'country-of-citizenship', 'citizenOf'],
    ...['immigrationStatus', 'immigration_status', 'immigrationstatus', 'IMMIGRATION-STATUS'],
    ...['visaStatus', 'residence_permit', 'religion', 'religious-affiliation', 'ethnicity'],
    ...['ethnicGroup', 'ethnic_origin', 'race', 'raceOrEthnicity', 'racial', 'sex', 'sexAtBirth'],
    ...['gender', 'genderIdentity', 'personSex', 'subject_gender', 'countryOfBirth'],
  ])('is told by its name: %s', (name) => {
    expect(isForbiddenName(name)).toBe(true)
  })

  it.each([
    ...['name', 'profession', 'embraced', 'trace', 'grace_period', 'essex', 'qualifiedIn'],
    ...['jurisdiction', 'international', 'sextant', 'birthDate', 'residency', 'origin'],
  ])('is not %s', (name) => {
    expect(isForbiddenName(name)).toBe(false)
  })

  const made =
    (contents: Record<string, z.ZodType>, columns = [column('a')]) =>
    () =>
      tableOf([{ kind: 'made', schema: orderOf('made', contents), columns }])
  const sex = z.strictObject({ sex: z.string() })

  it.each([
    ['at the top', { nationality: z.string() }],
    ['inside an object', { body: sex }],
    ['inside a list', { body: z.array(sex) }],
    ['where it may be left out', { body: sex.optional() }],
    ['where it has a default', { body: sex.default({ sex: '' }) }],
    ['in one of several forms', { body: z.union([z.string(), sex]) }],
    ['in an object that lets anything in', { body: z.looseObject({ a: z.string() }) }],
    ['in an object that says nothing of other properties', { body: z.object({ a: z.string() }) }],
    ['in a record', { body: z.record(z.string(), z.string()) }],
    ['in something unknown', { body: z.unknown() }],
  ])('is kept out of the table %s', (_, contents) => {
    expect(made(contents)).toThrow(/made has a property that is (?:forbidden|open)/)
  })

  it('is kept out of the columns', () => {
    expect(made({ a: z.string() }, [column('a', { name: 'Gender' })])).toThrow('column')
  })

  it('is all that is kept out', () => {
    expect(made({ body: z.strictObject({ a: z.array(z.enum(['b'])).optional() }) })).not.toThrow()
  })
})
