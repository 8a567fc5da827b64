import { describe, expect, it } from 'vitest'
import { parseCompactJws } from '../../../shared/parse/compact-jws.ts'
import { JWT_VC_HEADER, jwtVc } from '../../support/credentials.ts'
import { signCompact } from '../../support/issuer.ts'
import { reasonOf } from '../../support/parsing.ts'
import { COUNCIL, UNIVERSITY } from '../../support/parties.ts'

describe('VCDM 1.1 §6.3.1: a JWT with a vc claim', () => {
  const signJwt = (changes = {}, vcChanges = {}, header = {}) =>
    signCompact(jwtVc(changes, vcChanges), UNIVERSITY, { ...JWT_VC_HEADER, ...header })

  it('is read with typ JWT and without typ', async () => {
    expect(await reasonOf(await signJwt())).toBe('ok')
    expect(await reasonOf(await signJwt({}, {}, { typ: undefined }))).toBe('ok')
  })

  it.each([
    ['an ordinary session token', { vc: undefined }, {}, 'format.unrecognized'],
    ['a vc that is a string', { vc: 'x' }, {}, 'format.unrecognized'],
    ['no iss', { iss: undefined }, {}, 'format.property_missing iss'],
    ['no time of issue', {}, { issuanceDate: undefined }, 'format.property_missing nbf'],
    [
      'an issuer other than iss',
      {},
      { issuer: COUNCIL.did },
      'format.property_malformed vc.issuer',
    ],
    [
      'an issuer object other than iss',
      {},
      { issuer: { id: COUNCIL.did } },
      'format.property_malformed vc.issuer',
    ],
    [
      'the context of VCDM 2.0',
      {},
      { '@context': ['https://www.w3.org/ns/credentials/v2'] },
      'format.context_unsupported',
    ],
    [
      'another end beside it',
      { expirationDate: '2027-01-01T00:00:00Z' },
      { expirationDate: '2028-01-01T00:00:00Z' },
      'format.property_malformed vc.expirationDate',
    ],
    [
      'another status beside it',
      { credentialStatus: { type: 'BitstringStatusListEntry' } },
      { credentialStatus: [] },
      'format.property_malformed vc.credentialStatus',
    ],
    ['a jti other than the id', { jti: 'urn:uuid:other' }, {}, 'format.property_malformed id'],
  ])('refuses %s', async (_, changes, vcChanges, reason) => {
    expect(await reasonOf(await signJwt(changes, vcChanges))).toBe(reason)
  })

  it.each([
    ['no issuer', undefined],
    ['the issuer as a string', UNIVERSITY.did],
    ['an issuer whose id iss stands for', { name: 'Northmark University' }],
  ])('takes the issuer from iss with %s inside', async (_, issuer) => {
    const parsed = parseCompactJws(await signJwt({}, { issuer }))
    expect(parsed.ok && parsed.value.claims.issuer.id).toBe(UNIVERSITY.did)
  })

  it('has the status and the award that a library left beside vc', async () => {
    const credentialStatus = { type: 'BitstringStatusListEntry' }
    const parsed = parseCompactJws(
      await signJwt(
        { credentialStatus, awardedDate: '2019-07-12' },
        { credentialStatus: undefined },
      ),
    )
    expect(parsed.ok && parsed.value.claims).toMatchObject({
      statusEntries: [credentialStatus],
      awardedSeconds: Date.UTC(2019, 6, 12) / 1000,
    })
  })

  it('takes times and identifiers from the registered claims', async () => {
    const parsed = parseCompactJws(
      await signJwt(
        { nbf: 1_700_000_000, exp: 1_900_000_000, sub: 'did:web:amina.xm' },
        { issuanceDate: undefined, id: undefined },
      ),
    )
    expect(parsed.ok && parsed.value.claims).toMatchObject({
      validFromSeconds: 1_700_000_000,
      validUntilSeconds: 1_900_000_000,
      subject: { id: 'did:web:amina.xm' },
    })
  })
})
