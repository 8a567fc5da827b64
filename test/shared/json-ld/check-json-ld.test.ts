import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../shared/encoding/json.ts'
import { checkJsonLd } from '../../../shared/json-ld/check-json-ld.ts'
import { pinOf } from '../../../shared/json-ld/context-pins.ts'
import type { IssueCredential } from '../../../shared/wire/issue-credential.ts'
import { accredit, DEGREE_ORDER, LICENCE_ORDER } from '../../support/credentials.ts'
import { issue, open } from '../../support/issuing.ts'
import { AGENCY, COUNCIL, UNIVERSITY } from '../../support/parties.ts'
import { statusList } from '../../support/status-lists.ts'
import { trustList } from '../../support/world.ts'

const V2 = 'https://www.w3.org/ns/credentials/v2'
const NAMES = [
  { value: 'أمينة ديالو', lang: 'ar', script: 'Arab', kind: 'native' as const },
  { value: 'Amina Diallo', lang: 'en', script: 'Latn', kind: 'passport' as const },
]

const DEGREE_IN_FULL: IssueCredential = {
  ...DEGREE_ORDER,
  subject: { id: 'did:web:amina.xm', name: NAMES },
  validUntil: '2036-01-01T00:00:00Z',
  degree: {
    ...DEGREE_ORDER.degree,
    criteria: 'Six years',
    specialization: 'Surgery',
    awardedDate: '2019-07-12',
    results: [{ name: 'Thesis', value: '1.0' }],
  },
}
const LICENCE_IN_FULL: IssueCredential = {
  ...LICENCE_ORDER,
  subject: { id: 'did:web:amina.xm', name: NAMES },
  licence: {
    ...LICENCE_ORDER.licence,
    register: 'General',
    scope: 'supervised',
    conditions: ['No surgery', 'Under supervision'],
    firstRegistered: '2019-03-01',
    qualifiedIn: 'XM',
    profession: { isco08: '2211', local: 'physician' },
  },
}

async function reasonOf(document: JsonObject): Promise<string> {
  const result = await checkJsonLd(document)
  return result.ok ? 'ok' : `${result.error.code} ${JSON.stringify(result.error.detail)}`
}

describe('everything that is issued in VCDM 2.0 means something, all of it', () => {
  it.each([
    ['a degree', async () => issue(DEGREE_ORDER, UNIVERSITY)],
    ['a degree with every detail', async () => issue(DEGREE_IN_FULL, UNIVERSITY)],
    ['a licence', async () => issue(LICENCE_ORDER, COUNCIL)],
    ['a licence with every detail', async () => issue(LICENCE_IN_FULL, COUNCIL)],
    ['a status list', async () => statusList(COUNCIL, 'revocation')],
    [
      'an accreditation',
      async () =>
        accredit(AGENCY, UNIVERSITY, { eqf: [6, 7], isco08: ['22'], jurisdictions: ['XM-N'] }),
    ],
    ['the trust list', async () => trustList()],
  ])('%s', async (_, make) => {
    const { payload } = open(await make())
    expect(payload['@context']).toContain(V2)
    expect(await reasonOf(payload)).toBe('ok')
  })
})

const CREDENTIAL = {
  '@context': [V2],
  type: ['VerifiableCredential'],
  issuer: 'did:web:university.xm',
  credentialSubject: { id: 'did:web:amina.xm' },
}
const related = (digest: JsonObject, id = V2) => ({
  ...CREDENTIAL,
  relatedResource: { id, ...digest },
})
const pin = pinOf(V2)
const base64 = (hex = '') => Buffer.from(hex, 'hex').toString('base64')
const multihash = (prefix: string, hex = '') =>
  `u${Buffer.from(prefix + hex, 'hex').toString('base64url')}`
const WRONG = '00'.repeat(32)

describe('related resources, VCDM 2.0 §5.3', () => {
  it.each([
    ['in base64', { digestSRI: `sha256-${base64(pin?.sha256)}` }],
    ['by the longer hash', { digestSRI: `sha384-${base64(pin?.published?.sha384)}` }],
    ['in hexadecimal', { digestSRI: `sha256-${pin?.sha256}` }],
    ['as multihash', { digestMultibase: multihash('1220', pin?.sha256) }],
    ['by a hash that is not known', { digestSRI: 'sha512-AAAA' }],
    [
      'twice',
      {
        digestSRI: `sha256-${base64(pin?.sha256)}`,
        digestMultibase: multihash('1220', pin?.sha256),
      },
    ],
  ])('agree with the bytes that are known: %s', async (_, digest) => {
    expect(await reasonOf(related(digest))).toBe('ok')
  })

  it.each([
    ['another hash', { digestSRI: `sha256-${base64(WRONG)}` }],
    ['another hash in hexadecimal', { digestSRI: `sha256-${WRONG}` }],
    ['another multihash', { digestMultibase: multihash('1220', WRONG) }],
    ['one that is too short', { digestSRI: 'sha256-AAAA' }],
    [
      'a right one beside a wrong one',
      { digestSRI: `sha256-${base64(pin?.sha256)} sha256-${base64(WRONG)}` },
    ],
  ])('do not: %s', async (_, digest) => {
    expect(await reasonOf(related(digest))).toContain('format.related_resource_mismatch')
  })

  it('are not fetched, so that an unknown one says nothing', async () => {
    const digest = { digestSRI: `sha256-${base64(WRONG)}` }
    expect(await reasonOf(related(digest, 'https://mill.xm/picture.png'))).toBe('ok')
    // Only the terms of this one are known, not its published bytes.
    expect(await reasonOf(related(digest, 'https://www.w3.org/2018/credentials/v1'))).toBe('ok')
  })
})

describe('the contexts of the standard’s own examples', () => {
  const example = (context: string, degree: JsonObject): JsonObject => ({
    '@context': ['https://www.w3.org/2018/credentials/v1', context],
    id: 'http://university.example/credentials/1872',
    type: ['VerifiableCredential', 'AlumniCredential'],
    issuer: 'did:example:university',
    issuanceDate: '2010-01-01T19:23:24Z',
    credentialSubject: { id: 'did:example:ebfeb1f712', ...degree },
  })
  const EXAMPLES = 'https://www.w3.org/2018/credentials/examples/v1'

  it('are known, with the ones that they lean on', async () => {
    expect(await checkJsonLd(example(EXAMPLES, { alumniOf: 'Example University' }))).toEqual({
      ok: true,
      value: true,
    })
  })

  it('explain no more than they say', async () => {
    const checked = await checkJsonLd(example(EXAMPLES, { shoeSize: '42' }))
    expect(checked).toMatchObject({ ok: false, error: { code: 'format.term_undefined' } })
  })
})

describe('problems', () => {
  it('name the term, and never what was written as a type or an identifier', async () => {
    expect(await reasonOf({ ...CREDENTIAL, salary: 1 })).toBe(
      'format.term_undefined {"event":"invalid property","path":"salary"}',
    )
    const secret = await reasonOf({ ...CREDENTIAL, id: 'Amina-Diallo' })
    expect(secret).toContain('format.term_undefined')
    expect(secret).not.toContain('Amina')
  })

  it('leave what was handed over as it was', async () => {
    const frozen = (value: object): object => {
      for (const inner of Object.values(value)) if (inner instanceof Object) frozen(inner)
      return Object.freeze(value)
    }
    const { payload } = open(await issue(DEGREE_IN_FULL, UNIVERSITY))
    expect(await reasonOf(frozen(payload) as JsonObject)).toBe('ok')
  })

  it('are the same the second time, when contexts have been processed', async () => {
    const redefining = {
      ...CREDENTIAL,
      '@context': [V2, { issuer: 'https://mill.xm/issuer', name: 'https://mill.xm/name' }],
    }
    const first = await reasonOf(redefining)
    expect(first).toContain('format.term_undefined')
    expect(await reasonOf(structuredClone(redefining))).toBe(first)
    expect(await reasonOf(CREDENTIAL)).toBe('ok')
  })
})
