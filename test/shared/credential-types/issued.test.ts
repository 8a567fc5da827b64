// Every kind, from its example to the verdict, in every format that it has.
import { describe, expect, it } from 'vitest'
import type { CredentialType } from '../../../shared/credential-types/credential-type.ts'
import { CREDENTIAL_TYPES } from '../../../shared/credential-types/index.ts'
import type { CredentialFrame } from '../../../shared/issue/credential-frame.ts'
import { issueCredential } from '../../../shared/issue/issue-credential.ts'
import { checkJsonLd } from '../../../shared/json-ld/check-json-ld.ts'
import { credentialTypeOf } from '../../../shared/parse/vct.ts'
import { issueCredentialSchema } from '../../../shared/wire/issue-credential.ts'
import { ISSUED_FORMATS } from '../../../shared/wire/order-fields.ts'
import { answers, expected } from '../../support/answers.ts'
import { at, NOW } from '../../support/clock.ts'
import { accredit, INDEX, listUrl, ORIGIN } from '../../support/credentials.ts'
import { ACHIEVEMENT_ID, ID, saltsOf } from '../../support/issuing.ts'
import { COUNCIL, MINISTRY } from '../../support/parties.ts'
import { tokenList } from '../../support/status-lists.ts'
import { createWorld } from '../../support/world.ts'

const placesOf = (type: Pick<CredentialType, 'purposes'>) =>
  type.purposes
    .filter((purpose) => purpose !== 'message')
    .map((purpose) => ({ purpose, listUrl: listUrl(COUNCIL, purpose), index: INDEX }))

const issue = (type: CredentialType, changes: object = {}) => {
  const order = issueCredentialSchema.parse({
    ...type.example,
    validFrom: at(NOW - 86_400),
    validUntil: at(NOW + 86_400),
    ...changes,
  })
  const frame: CredentialFrame = {
    id: ID,
    origin: ORIGIN,
    issuer: { did: COUNCIL.did, name: COUNCIL.name },
    status: placesOf(type),
    ...(type.baseOf && { baseStatus: placesOf(CREDENTIAL_TYPES.licence) }),
  }
  return issueCredential(order, frame, COUNCIL, {
    achievementId: ACHIEVEMENT_ID,
    createdSeconds: NOW,
    drawSalt: saltsOf(16),
  })
}

const worldFor = async (credentialTypes: readonly string[], format?: string) => {
  const url = listUrl(COUNCIL, 'revocation')
  return createWorld({
    accreditations: [await accredit(MINISTRY, COUNCIL, { credentialTypes: [...credentialTypes] })],
    ...(format === 'dc+sd-jwt' && { lists: { [url]: await tokenList(COUNCIL, url) } }),
  })
}

const IN_FORMATS = Object.values(CREDENTIAL_TYPES).flatMap((type) =>
  ISSUED_FORMATS.filter((format) => type.schema.safeParse({ ...type.example, format }).success).map(
    (format) => ({ kind: type.kind, format, type }),
  ),
)

describe('what is issued by its example', () => {
  it.each(IN_FORMATS)('is verified: $kind as $format', async ({ kind, format, type }) => {
    const secured = await issue(type, { format })
    // In VCDM 1.1, a degree is no Open Badge and has a name of its own.
    const granted = [type.credentialType, 'DegreeCredential', 'AchievementCredential']
    const result = await (await worldFor(granted, format)).verify(secured)
    expect(answers(result)).toEqual(
      expected('verified', format === 'dc+sd-jwt' ? { disclosures: 'pass' } : {}),
    )
    expect(result.credential).toMatchObject({ kind, subject: { name: 'Amina Diallo' } })
    expect(result.credential.name).toMatch(/^[A-Z]\w+ /)
    expect(result.notices).not.toContain('schema_not_checked')
  })

  it.each(IN_FORMATS.filter(({ format }) => format === 'eddsa-jcs-2022'))(
    'has no term without a definition: $kind',
    async ({ type, format }) => {
      const secured = await issue(type, { format })
      expect(typeof secured === 'object' && (await checkJsonLd(secured))).toMatchObject({
        ok: true,
      })
    },
  )

  it.each(IN_FORMATS.filter(({ format }) => format === 'dc+sd-jwt'))(
    'is no less with nothing disclosed: $kind',
    async ({ type, format }) => {
      const [jwt] = String(await issue(type, { format })).split('~')
      const result = await (await worldFor([type.credentialType], format)).verify(`${jwt}~`)
      expect(answers(result)).toEqual(expected('verified', { disclosures: 'pass' }))
      expect(result.credential.subject).toEqual({})
      expect(result.credential.kind).toBe(type.kind)
    },
  )
})

describe.each(Object.values(CREDENTIAL_TYPES))('an accreditation', (type) => {
  it(`of something else does not cover a ${type.kind}`, async () => {
    const result = await (await worldFor(['MembershipCredential'])).verify(await issue(type))
    expect(result.verdict).toBe('unrecognized_issuer')
  })

  it(`names a ${type.kind} by its type or by its vct`, () => {
    if (type.sdJwt) expect(credentialTypeOf(ORIGIN + type.sdJwt.path)).toBe(type.credentialType)
    else expect(credentialTypeOf(type.credentialType)).toBe(type.credentialType)
  })
})

describe('the limits of an accreditation', () => {
  const STANDING = CREDENTIAL_TYPES['good-standing']
  const verifyWith = async (limits: object) => {
    const { credentialType } = STANDING
    const world = await createWorld({
      accreditations: [
        await accredit(MINISTRY, COUNCIL, { credentialTypes: [credentialType], ...limits }),
      ],
    })
    return (await world.verify(await issue(STANDING))).verdict
  }

  it('hold for an attestation by the place and the profession that it names', async () => {
    expect(await verifyWith({ jurisdictions: ['XM'], isco08: ['22'] })).toBe('verified')
    expect(await verifyWith({ jurisdictions: ['XS'] })).toBe('unrecognized_issuer')
    expect(await verifyWith({ isco08: ['3'] })).toBe('unrecognized_issuer')
    expect(await verifyWith({ eqf: [6] })).toBe('unrecognized_issuer')
  })
})

describe('a transcript', () => {
  const TYPE = CREDENTIAL_TYPES.transcript

  it.each(['vc+jwt', 'eddsa-jcs-2022', 'eddsa-rdfc-2022'])(
    'holds its marks as a signed achievement of its own, as %s',
    async (format) => {
      const world = await worldFor(['ClrCredential', 'AchievementCredential'])
      const result = await world.verify(await issue(TYPE, { format }))
      expect(result.contained?.map(answers)).toEqual([expected('verified')])
      expect(result.contained?.[0]?.credential.degree?.results).toEqual([
        'Anatomy, 12 credits: A',
        'Rotation in surgery, 8 weeks: Passed',
      ])
      expect(result.notices).toEqual([])
    },
  )

  it('is covered by an accreditation for its level', async () => {
    const credentialTypes = ['ClrCredential', 'AchievementCredential']
    const verdictAt = async (eqf: number) => {
      const grant = await accredit(MINISTRY, COUNCIL, { credentialTypes, eqf: [eqf] })
      const world = await createWorld({ accreditations: [grant] })
      return (await world.verify(await issue(TYPE))).verdict
    }
    expect(await verdictAt(7)).toBe('verified')
    expect(await verdictAt(6)).toBe('unrecognized_issuer')
  })
})

describe('a licence extension', () => {
  const EXTENSION = CREDENTIAL_TYPES['licence-extension']

  it('has the status entries of its licence beside its own', async () => {
    const secured = await issue(EXTENSION, { format: 'eddsa-jcs-2022' })
    const entries = typeof secured === 'object' ? secured.credentialStatus : undefined
    expect(entries).toMatchObject(
      ['revocation', 'suspension', 'revocation', 'suspension'].map((statusPurpose) => ({
        statusPurpose,
      })),
    )
  })

  it('is never built without them', () => {
    const order = issueCredentialSchema.parse(EXTENSION.example)
    const frame = { id: ID, origin: ORIGIN, issuer: COUNCIL, status: placesOf(EXTENSION) }
    expect(() => EXTENSION.build.vcdm2?.(order, frame, ACHIEVEMENT_ID)).toThrow('status')
    expect(() => EXTENSION.build.vcdm1?.(order, frame)).toThrow('status')
  })

  it('shows that it has conditions', async () => {
    const { attestation } = EXTENSION.example as { attestation: object }
    const limited = { attestation: { ...attestation, conditions: ['No surgery'] } }
    const result = await (await worldFor([EXTENSION.credentialType])).verify(
      await issue(EXTENSION, limited),
    )
    expect(result.notices).toEqual(['licence_conditions'])
  })
})

describe('the words of an attestation', () => {
  const TYPE = CREDENTIAL_TYPES['good-standing']
  const signed = async () => {
    const secured = await issue(TYPE, { format: 'eddsa-rdfc-2022' })
    if (typeof secured === 'string') throw new Error('No object')
    return secured
  }
  const VOCABULARY = 'https://w3id.org/licet/attestation#'

  it.each([
    ['under another word', '"sanctions":', `"@context":{"n":"${VOCABULARY}sanctions"},"n":`],
    ['cut in two', '"isco08":', `"@context":{"@vocab":"${VOCABULARY}isco"},"08":`],
  ])('cannot be hidden %s, with the same proof', async (_, word, other) => {
    const text = JSON.stringify(await signed())
    const world = await worldFor([TYPE.credentialType])
    expect((await world.verify(text)).verdict).toBe('verified')
    expect(text).toContain(word)
    expect((await world.verify(text.replace(word, other))).verdict).toBe('rejected')
  })
})
