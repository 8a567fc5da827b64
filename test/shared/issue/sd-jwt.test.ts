import { describe, expect, it } from 'vitest'
import { CREDENTIAL_TYPES } from '../../../shared/credential-types/index.ts'
import type { JsonObject } from '../../../shared/encoding/json.ts'
import { typeMetadata } from '../../../shared/issue/type-metadata.ts'
import { issueCredentialSchema } from '../../../shared/wire/issue-credential.ts'
import { answers, expected } from '../../support/answers.ts'
import { DEGREE_ORDER, INDEX, LICENCE_ORDER, listUrl, ORIGIN } from '../../support/credentials.ts'
import { ID, issue, open } from '../../support/issuing.ts'
import { COUNCIL, UNIVERSITY } from '../../support/parties.ts'
import { ASKED, HOLDER, present } from '../../support/sd-jwt.ts'
import { tokenList } from '../../support/status-lists.ts'
import { createWorld } from '../../support/world.ts'

const FORMAT = { format: 'dc+sd-jwt' } as const
const RESULTS = [{ name: 'Surgery', value: 'A' }]
const DEGREE = {
  ...DEGREE_ORDER,
  ...FORMAT,
  degree: { ...DEGREE_ORDER.degree, awardedDate: '2026-01-15', results: RESULTS },
}
const LICENCE = { ...LICENCE_ORDER, ...FORMAT, holderKey: { ...HOLDER.jwk } }

const ORDERS = [
  ['degree', DEGREE, UNIVERSITY],
  ['licence', LICENCE, COUNCIL],
] as const

const text = async (order: Parameters<typeof issue>[0], signer = COUNCIL) => {
  const issued = await issue(order, signer)
  if (typeof issued !== 'string') throw new Error('No compact text')
  return issued
}

const worldWith = async (signer: typeof COUNCIL) => {
  const url = listUrl(signer, 'revocation')
  return createWorld({ lists: { [url]: await tokenList(signer, url) } })
}

describe('an SD-JWT VC that is issued', () => {
  it.each(ORDERS)('as a %s is verified', async (kind, order, signer) => {
    const result = await (await worldWith(signer)).verify(await text(order, signer))
    expect(answers(result)).toEqual(expected('verified', { disclosures: 'pass' }))
    expect(result.credential).toMatchObject({
      ...{ id: ID, kind, envelope: 'dc+sd-jwt', subject: { name: 'Amina Diallo' } },
      name: kind === 'degree' ? 'Master of Medicine' : 'Licence to practise medicine',
    })
  })

  it.each(ORDERS)('as a %s is worth the same with nothing disclosed', async (_, order, signer) => {
    const [jwt] = (await text(order, signer)).split('~')
    const result = await (await worldWith(signer)).verify(`${jwt}~`)
    expect(answers(result)).toEqual(expected('verified', { disclosures: 'pass' }))
    expect(result.credential.subject).toEqual({})
    expect(result.credential.id).toBeUndefined()
  })

  it('always shows what limits it, and no name', async () => {
    const { header, payload } = open(await text(LICENCE))
    expect(header).toEqual({ alg: 'EdDSA', typ: 'dc+sd-jwt', kid: COUNCIL.kid })
    expect(payload).toMatchObject({
      iss: COUNCIL.did,
      vct: `${ORIGIN}/vct/professional-licence/1`,
      cnf: { jwk: HOLDER.jwk },
      status: { status_list: { idx: INDEX, uri: listUrl(COUNCIL, 'revocation') } },
      licence: {
        profession: { isco08: '2211' },
        jurisdiction: 'XM-N',
        scope: 'full',
        conditions: [],
      },
      _sd_alg: 'sha-256',
    })
    expect(JSON.stringify(payload)).not.toMatch(/Amina|N-20419|urn:uuid/)
  })

  it('has its digests in an order that says nothing, each over another salt', async () => {
    const issued = await text(DEGREE, UNIVERSITY)
    const { _sd, degree } = open(issued).payload
    for (const list of [_sd, (degree as JsonObject)._sd]) {
      const digests = list as readonly string[]
      expect(digests).toEqual(digests.toSorted())
      expect(digests.length).toBeGreaterThan(1)
    }
    const disclosures = issued.split('~').slice(1, -1)
    const salts = disclosures.map((one) => JSON.parse(Buffer.from(one, 'base64url').toString())[0])
    expect(new Set(salts).size).toBe(disclosures.length)
  })

  it('can be proven to be its holder’s', async () => {
    const bound = await present(await text(LICENCE))
    const result = await (await worldWith(COUNCIL)).verify(bound, ASKED)
    expect(answers(result)).toEqual(
      expected('verified', { disclosures: 'pass', holder_binding: 'pass' }),
    )
  })
})

describe('the order for it', () => {
  const problemsOf = (order: object) => issueCredentialSchema.safeParse(order).error?.issues

  it('may name the holder’s key', () => {
    expect(problemsOf(LICENCE)).toBeUndefined()
  })

  it.each([
    ['of a format that binds nobody', { format: 'vc+jwt' }],
    ['that is private', { holderKey: { ...HOLDER.jwk, d: 'AA' } }],
    ['that is none', { holderKey: {} }],
    ['for badges only', { holderKey: { kty: 'RSA', n: `${'q6ur'.repeat(85)}qw`, e: 'AQAB' } }],
  ])('names no key %s', (_, changes) => {
    expect(problemsOf({ ...LICENCE, ...changes })?.[0]?.path).toEqual(['holderKey'])
  })
})

describe('the type metadata', () => {
  it.each(['degree', 'licence'] as const)(
    'of a %s says of every claim whether it always shows',
    (kind) => {
      const { claims } = typeMetadata(ORIGIN, CREDENTIAL_TYPES[kind]) as {
        claims: readonly { path: readonly string[]; sd: string }[]
      }
      const never = claims.filter(({ sd }) => sd === 'never').map(({ path }) => path.join('.'))
      expect(never.toSorted()).toEqual([...(CREDENTIAL_TYPES[kind].sdJwt?.open ?? [])].toSorted())
    },
  )
})
