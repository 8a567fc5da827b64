// Wherever an issuer states a limit or a status, it counts: a credential is not in force for being written unusually.
import { describe, expect, it } from 'vitest'
import { readStatusClaim } from '../../../shared/parse/status-claim.ts'
import { answers } from '../../support/answers.ts'
import { inDays, NOW } from '../../support/clock.ts'
import { INDEX, JWT_VC_HEADER, jwtVc, licence, listUrl } from '../../support/credentials.ts'
import { signCompact } from '../../support/issuer.ts'
import { COUNCIL, UNIVERSITY } from '../../support/parties.ts'
import { sdJwt } from '../../support/sd-jwt.ts'
import { statusList, tokenList } from '../../support/status-lists.ts'
import { createWorld } from '../../support/world.ts'

const TOKENS = 'https://status.xm/council.xm/tokens'
const UNIVERSITY_TOKENS = 'https://status.xm/university.xm/tokens'
const BITS = listUrl(COUNCIL, 'revocation')
const INVALID = { values: { [INDEX]: 1 } }

const WORLD = await createWorld({
  lists: {
    [TOKENS]: await tokenList(COUNCIL, TOKENS, INVALID),
    [UNIVERSITY_TOKENS]: await tokenList(UNIVERSITY, UNIVERSITY_TOKENS, INVALID),
    [BITS]: await statusList(COUNCIL, 'revocation', { set: [INDEX] }),
  },
})
const status = (uri: string) => ({ status_list: { uri, idx: INDEX } })
const verdictOf = async (text: Promise<string>) => {
  const { checks, verdict } = answers(await WORLD.verify(await text))
  return [verdict, checks.status, checks.validity_period]
}
const REVOKED = ['not_in_force', 'status.revoked', 'pass']
const EXPIRED = ['not_in_force', 'not_applicable', 'validity_period.expired']

const BIT = {
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: String(INDEX),
  statusListCredential: BITS,
}

describe('a withdrawal counts', () => {
  it.each([
    [
      'in the status claim of a vc+jwt',
      () => signCompact(licence({ credentialStatus: undefined, status: status(TOKENS) }), COUNCIL),
    ],
    [
      'in the status claim of a jwt_vc',
      () => {
        const payload = jwtVc({ status: status(UNIVERSITY_TOKENS) }, { credentialStatus: [] })
        return signCompact(payload, UNIVERSITY, JWT_VC_HEADER)
      },
    ],
    [
      'in the credentialStatus of an SD-JWT',
      () => sdJwt({ claims: { credentialStatus: { ...BIT } } }),
    ],
  ])('%s', async (_, text) => {
    expect(await verdictOf(text())).toEqual(REVOKED)
  })
})

it.each([
  ['validUntil', inDays(-1)],
  ['expirationDate', '2020-01-01'],
])('the %s of an SD-JWT is an end', async (name, value) => {
  expect(await verdictOf(sdJwt({ claims: { [name]: value, nbf: undefined } }))).toEqual(EXPIRED)
})

it('the validFrom of an SD-JWT is a beginning', async () => {
  const [, , period] = await verdictOf(sdJwt({ claims: { validFrom: inDays(1), nbf: NOW - 9 } }))
  expect(period).toBe('validity_period.not_yet_valid')
})

describe('the status claim', () => {
  it('that is a word of some other context is none', async () => {
    expect(await verdictOf(signCompact(jwtVcWith('active'), UNIVERSITY, JWT_VC_HEADER))).toEqual([
      'verified',
      'pass',
      'pass',
    ])
  })

  it('that names a mechanism that we do not know is an entry that we cannot read', () => {
    expect(readStatusClaim({ status: { other: {} } })).toEqual({
      ok: true,
      value: [{ type: 'other' }],
    })
  })
})

const jwtVcWith = (value: string) => jwtVc({ status: value })
