import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../shared/encoding/json.ts'
import { buildAchievementCredential } from '../../../shared/issue/degree.ts'
import { LICENCE_SCHEMA } from '../../../shared/schema/licence-1.schema.ts'
import { ACHIEVEMENT_CREDENTIAL } from '../../../shared/schema/open-badges.ts'
import { at, NOW } from '../../support/clock.ts'
import {
  DEGREE_ORDER,
  degree,
  degreeOf,
  licence,
  licenceOf,
  ORIGIN,
} from '../../support/credentials.ts'
import { signCompact } from '../../support/issuer.ts'
import { COUNCIL, UNIVERSITY } from '../../support/parties.ts'
import { createWorld } from '../../support/world.ts'

/** With the promise that `licenceOf` and `degreeOf` take away. */
const promising = (changed: object, { credentialSchema }: JsonObject): object => ({
  ...changed,
  credentialSchema,
})
const licenceWith = (details: JsonObject) => promising(licenceOf(details), licence())
const degreeWith = (achievement: JsonObject, subject: JsonObject = {}) =>
  promising(degreeOf(achievement, subject), degree())

const MISMATCH = 'format.schema_mismatch'
const UNCHECKED = 'schema_not_checked'

/** What a credential of this issuer is told about its form. */
async function formOf(credential: object, issuer = UNIVERSITY): Promise<string> {
  const result = await (await createWorld()).verify(await signCompact(credential, issuer))
  const [format] = result.checks
  if (format && 'problem' in format) return format.problem.code
  return result.notices.includes(UNCHECKED) ? UNCHECKED : result.verdict
}

const schema = (id: string, changes: object = {}) => ({
  credentialSchema: { id, type: 'JsonSchema', ...changes },
})
const OURS = `${ORIGIN}/schemas/licence/1.json`
const IMS = 'https://purl.imsglobal.org/spec'
const CLR = `${IMS}/clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json`
const ENDORSEMENT = `${IMS}/ob/v3p0/schema/json/ob_v3p0_endorsementcredential_schema.json`
const EDTECH = { type: '1EdTechJsonSchemaValidator2019' }

describe('credentialSchema', () => {
  it('holds a licence to the schema of the registry that the verifier trusts', async () => {
    expect(await formOf(licence(), COUNCIL)).toBe('verified')
    expect(await formOf(licenceWith({ number: '' }), COUNCIL)).toBe(MISMATCH)
    expect(await formOf(licenceWith({ extra: 1 }), COUNCIL)).toBe(MISMATCH)
  })

  it("holds a licence to the same schema at its issuer's own address", async () => {
    const own = schema('https://council.xm/schemas/licence/1.json')
    expect(await formOf(licence(own), COUNCIL)).toBe('verified')
    expect(await formOf({ ...licenceWith({ number: '' }), ...own }, COUNCIL)).toBe(MISMATCH)
  })

  it.each([
    ["at somebody else's address", schema('https://mill.xm/schemas/licence/1.json')],
    ['at another path', schema(`${ORIGIN}/schemas/licence/2.json`)],
    ['with a query', schema(`${OURS}?v=1`)],
    ['over http', schema('http://council.xm/schemas/licence/1.json')],
    ['with no address', { credentialSchema: { type: 'JsonSchema' } }],
    ['that is no address', schema('licence')],
    ['that is no object', { credentialSchema: 'https://mill.xm' }],
    ['in shapes', schema(OURS, { type: 'ShaclValidator2017' })],
    ['inside a credential', schema(OURS, { type: 'JsonSchemaCredential' })],
    ['of an edition that a digest names', schema(OURS, { digestSRI: 'sha384-AAAA' })],
    ['of a multibase digest', schema(OURS, { digestMultibase: 'zQm' })],
    ['among many', { credentialSchema: Array.from({ length: 9 }, () => schema(OURS)) }],
    ['beside a known one', { credentialSchema: [schema(OURS).credentialSchema, {}] }],
  ])('says that a schema %s was not checked', async (_, changes) => {
    expect(await formOf(licence(changes), COUNCIL)).toBe(UNCHECKED)
  })

  it('says nothing where none is promised', async () => {
    expect(await formOf(licence({ credentialSchema: undefined }), COUNCIL)).toBe('verified')
  })

  it('runs no pattern of a stranger', async () => {
    const [at] = [performance.now()]
    const pattern = { $ref: 'https://mill.xm/bomb.json', pattern: '^(a+)+$', allOf: [{}] }
    expect(await formOf(licence(schema('https://mill.xm/a.json', pattern)), COUNCIL)).toBe(
      UNCHECKED,
    )
    expect(performance.now() - at).toBeLessThan(2_000)
  })
})

describe('Open Badges 3.0 §B', () => {
  it('is what our own degrees keep, with all that an order can hold', async () => {
    expect(await formOf(degree())).toBe('verified')
    const order = {
      ...DEGREE_ORDER,
      validUntil: at(NOW + 1_000),
      degree: {
        ...DEGREE_ORDER.degree,
        awardedDate: '2019-07-12',
        specialization: 'Surgery',
        criteria: 'Exams',
        results: [{ name: 'Thesis', value: '1.0' }],
      },
    }
    const frame = {
      id: 'urn:uuid:1',
      origin: ORIGIN,
      issuer: { did: UNIVERSITY.did, name: 'N', url: 'https://university.xm' },
      status: [],
    }
    expect(await formOf(buildAchievementCredential(order, frame, 'urn:uuid:2'))).toBe('verified')
  })

  it.each([
    ['without criteria', degreeWith({ criteria: undefined })],
    ['whose name is no text', degreeWith({ name: { en: 'Master' } })],
    ['of no type', degreeWith({ type: undefined })],
    ['with an alignment to nothing', degreeWith({ alignment: [{ type: ['Alignment'] }] })],
    ['with one result that is no list', degreeWith({}, { result: { type: ['Result'] } })],
    [
      'whose recipient is half a name',
      degreeWith({}, { identifier: [{ type: 'IdentityObject' }] }),
    ],
    ['of another kind', degree({ type: ['VerifiableCredential', 'DegreeCredential'] })],
    [
      'that names a schema without a type',
      degree({ credentialSchema: [...(degree().credentialSchema as []), { id: 'x' }] }),
    ],
  ])('refuses an achievement %s', async (_, credential) => {
    expect(await formOf(credential)).toBe(MISMATCH)
  })

  const credential = (type: string, id: string, credentialSubject: object) => ({
    ...degree({ credentialStatus: undefined }),
    type: ['VerifiableCredential', type],
    credentialSubject,
    ...schema(id, EDTECH),
  })

  it('tells an endorsement from half of one', async () => {
    const subject = { id: 'did:example:a', type: ['EndorsementSubject'], endorsementComment: 'Yes' }
    const whole = credential('EndorsementCredential', ENDORSEMENT, subject)
    expect(await formOf(whole)).not.toBe(MISMATCH)
    const half = credential('EndorsementCredential', ENDORSEMENT, { ...subject, type: undefined })
    expect(await formOf(half)).toBe(MISMATCH)
  })

  it('tells a learner record from half of one', async () => {
    const inner = await signCompact(degree(), UNIVERSITY)
    const subject = { type: ['ClrSubject'], verifiableCredential: [inner] }
    expect(await formOf(credential('ClrCredential', CLR, subject))).not.toBe(MISMATCH)
    const empty = credential('ClrCredential', CLR, { ...subject, verifiableCredential: [] })
    expect(await formOf(empty)).toBe(MISMATCH)
    const loose = credential('ClrCredential', CLR, {
      ...subject,
      association: [{ type: 'Association' }],
    })
    expect(await formOf(loose)).toBe(MISMATCH)
  })
})

describe('the schemas that are run', () => {
  it.each([LICENCE_SCHEMA, ACHIEVEMENT_CREDENTIAL])('refer to no other', (schema) => {
    expect(JSON.stringify(schema)).not.toMatch(/"\$(?:ref|recursiveRef|dynamicRef|id)"/)
  })
})
