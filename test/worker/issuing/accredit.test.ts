// Who may say what: accreditations from the order to the verdict on a credential.
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../shared/encoding/json.ts'
import { signVcJwt } from '../../../shared/issue/vc-jwt.ts'
import { didJwk } from '../../../shared/keys/did-jwk.ts'
import { publicJwk } from '../../../shared/keys/jwk.ts'
import { createOutsideIssuer, type OutsideIssuer, payloadOf } from '../support/jws.ts'
import { jsonDocument } from '../support/net.ts'
import { accreditationOrder, degreeOrder, licenceOrder } from '../support/orders.ts'
import { ADMIN_KEY, NOON, problemOf, startServer } from '../support/server.ts'
import {
  accredit,
  changeStatus,
  found,
  foundAccredited,
  issue,
  problemsIn,
  verify,
} from '../support/world.ts'

const server = startServer()

const LICENCE = { credentialTypes: ['ProfessionalLicenceCredential'] }

/** The verdict on a licence of an issuer with one accreditation, and what was wrong. */
async function judge(grant: Record<string, unknown>, order: object = licenceOrder()) {
  const { issuer } = await foundAccredited(server, grant)
  const { credential } = await issue(server, issuer, order)
  const result = await verify(server, credential)
  return [result.verdict, ...problemsIn(result)]
}

describe('a licence is recognised where the accreditation', () => {
  it.each([
    ['covers its type', LICENCE],
    ['covers its country', { ...LICENCE, jurisdictions: ['XM'] }],
    ['covers its province', { ...LICENCE, jurisdictions: ['XM-S', 'XM-N'] }],
    ['covers its profession', { ...LICENCE, isco08: ['2211'] }],
    ['covers the group of its profession', { ...LICENCE, isco08: ['22'] }],
  ])('%s', async (_, grant) => {
    expect(await judge(grant)).toEqual(['verified'])
  })
})

describe('a licence is not recognised where the accreditation', () => {
  it.each([
    ['is for degrees', { credentialTypes: ['AchievementCredential'] }, 'type_not_covered'],
    [
      'is for another province',
      { ...LICENCE, jurisdictions: ['XM-S'] },
      'jurisdiction_not_covered',
    ],
    ['is for another country', { ...LICENCE, jurisdictions: ['XN'] }, 'jurisdiction_not_covered'],
    ['is for nurses', { ...LICENCE, isco08: ['2221'] }, 'profession_not_covered'],
    ['is for a level of education', { ...LICENCE, eqf: [7] }, 'type_not_covered'],
    [
      'began after the licence was given',
      { ...LICENCE, validFrom: '2026-06-01T00:00:00Z' },
      'accreditation_expired',
    ],
    ['has lapsed', { ...LICENCE, validUntil: '2026-11-22T12:00:00Z' }, 'accreditation_expired'],
    ['has not begun', { ...LICENCE, validFrom: '2026-12-01T00:00:00Z' }, 'accreditation_expired'],
  ])('%s', async (_, grant, code) => {
    expect(await judge(grant)).toEqual(['unrecognized_issuer', `fail issuer_trust.${code}`])
  })
})

describe('a degree', () => {
  it('is recognised at a level that the accreditation covers, in both formats', async () => {
    for (const format of ['vc+jwt', 'jwt_vc'] as const) {
      expect(await judge({ eqf: [7, 8] }, degreeOrder({ format }))).toEqual(['verified'])
    }
  })

  it('is not recognised at another level', async () => {
    for (const format of ['vc+jwt', 'jwt_vc'] as const) {
      expect(await judge({ eqf: [6] }, degreeOrder({ format }))).toEqual([
        'unrecognized_issuer',
        'fail issuer_trust.type_not_covered',
      ])
    }
  })
})

describe('an issuer', () => {
  it('that nobody accredited is not recognised', async () => {
    const { credential } = await issue(server, await found(server))
    const result = await verify(server, credential)
    expect(result.verdict).toBe('unrecognized_issuer')
    expect(problemsIn(result)).toEqual(['fail issuer_trust.not_accredited'])
    expect(result.evidence.trustChain).toEqual([])
  })

  it('that is an anchor itself is recognised', async () => {
    const { credential } = await issue(server, await found(server, { trustAnchor: true }))
    expect((await verify(server, credential)).verdict).toBe('verified')
  })

  it('accredited by somebody who is no anchor is not recognised', async () => {
    const [nobody, issuer] = [await found(server), await found(server)]
    await accredit(server, nobody, issuer.did)
    const { credential } = await issue(server, issuer)
    expect(problemsIn(await verify(server, credential))).toEqual(['fail issuer_trust.chain_broken'])
  })

  it('is recognised through a regulator that may delegate', async () => {
    const [anchor, regulator, issuer] = await threeTiers({ mayDelegate: true, maxDepth: 1 })
    const { credential } = await issue(server, issuer)
    const result = await verify(server, credential)
    expect(problemsIn(result)).toEqual([])
    expect(
      result.evidence.trustChain.map(({ accreditor, subject }) => [accreditor.did, subject.did]),
    ).toEqual([
      [regulator.did, issuer.did],
      [anchor.did, regulator.did],
    ])
  })

  it('is not recognised through a regulator that may not', async () => {
    const [, , issuer] = await threeTiers({ mayDelegate: false })
    const { credential } = await issue(server, issuer)
    expect(problemsIn(await verify(server, credential))).toEqual([
      'fail issuer_trust.chain_too_long',
    ])
  })
})

async function threeTiers(grant: Record<string, unknown>) {
  const { anchor, issuer: regulator } = await foundAccredited(server, grant)
  const issuer = await found(server)
  await accredit(server, regulator, issuer.did)
  return [anchor, regulator, issuer] as const
}

describe('an accreditation that is withdrawn', () => {
  it('takes the recognition with it, by the status of its id', async () => {
    const { anchor, issuer, accreditation } = await foundAccredited(server)
    const { credential } = await issue(server, issuer)
    expect((await verify(server, credential)).verdict).toBe('verified')
    const uuid = accreditation.id.slice('urn:uuid:'.length)
    expect((await changeStatus(server, anchor, uuid, 'revoked')).status).toBe(200)
    const result = await verify(server, credential)
    expect(result.verdict).toBe('unrecognized_issuer')
    expect(problemsIn(result)).toEqual(['fail issuer_trust.accreditation_revoked'])
  })

  it('cannot be withdrawn by whom it accredits', async () => {
    const { issuer, accreditation } = await foundAccredited(server)
    const uuid = accreditation.id.slice('urn:uuid:'.length)
    expect((await changeStatus(server, issuer, uuid, 'revoked')).status).toBe(404)
  })

  it('takes it from the issuers below too', async () => {
    const {
      anchor,
      issuer: regulator,
      accreditation,
    } = await foundAccredited(server, {
      mayDelegate: true,
      maxDepth: 1,
    })
    const issuer = await found(server)
    await accredit(server, regulator, issuer.did)
    const { credential } = await issue(server, issuer)
    expect((await verify(server, credential)).verdict).toBe('verified')
    await changeStatus(server, anchor, accreditation.id.slice('urn:uuid:'.length), 'revoked')
    expect(problemsIn(await verify(server, credential))).toEqual([
      'fail issuer_trust.accreditation_revoked',
    ])
  })
})

/** A licence that an issuer signed at home. */
const signLicence = (issuer: OutsideIssuer): Promise<string> => {
  const credential: JsonObject = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential', 'ProfessionalLicenceCredential'],
    name: 'Licence to practise medicine',
    issuer: { id: issuer.did, name: 'What it calls itself' },
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: {
      name: 'Amina Diallo',
      licence: { profession: { isco08: '2211' }, jurisdiction: 'XM-N' },
    },
  }
  return signVcJwt(credential, issuer)
}

const order = (slug: string, did: string) =>
  server.post(`/v1/issuers/${slug}/accreditations`, {
    key: ADMIN_KEY,
    body: accreditationOrder(did),
  })

describe('an organisation with a key of its own', () => {
  it('as did:key is listed, and recognised', async () => {
    const [anchor, outside] = [
      await found(server, { trustAnchor: true }),
      await createOutsideIssuer(),
    ]
    const credential = await signLicence(outside)
    expect((await verify(server, credential)).verdict).toBe('unrecognized_issuer')
    await accredit(server, anchor, outside.did)
    const result = await verify(server, credential)
    expect(problemsIn(result)).toEqual([])
    expect(result.credential.issuer.name).toBe('Northmark Council')
  })

  it('as did:jwk is listed, and recognised', async () => {
    const anchor = await found(server, { trustAnchor: true })
    const key = await createOutsideIssuer()
    const did = didJwk(publicJwk(key.publicKey))
    const outside = { ...key, did, kid: `${did}#0` }
    await accredit(server, anchor, did)
    expect((await verify(server, await signLicence(outside))).verdict).toBe('verified')
  })

  it('as did:web is listed with the keys that its document holds then, and never asked again', async () => {
    const anchor = await found(server, { trustAnchor: true })
    const outside = await createOutsideIssuer('did:web:board.gov.xm')
    const url = 'https://board.gov.xm/.well-known/did.json'
    server.net.answer(url, jsonDocument(outside.didDocument))
    await accredit(server, anchor, outside.did)
    server.net.answer(url, jsonDocument((await createOutsideIssuer(outside.did)).didDocument))
    server.clock.now = NOON + 7200
    const result = await verify(server, await signLicence(outside))
    server.clock.now = NOON
    expect(problemsIn(result)).toEqual([])
    expect(server.net.asked.filter((asked) => asked === url)).toHaveLength(1)
  })

  it('whose server was taken over cannot be spoken for by the new key', async () => {
    const anchor = await found(server, { trustAnchor: true })
    const outside = await createOutsideIssuer('did:web:taken-over.gov.xm')
    const url = 'https://taken-over.gov.xm/.well-known/did.json'
    server.net.answer(url, jsonDocument(outside.didDocument))
    await accredit(server, anchor, outside.did)
    const thief = await createOutsideIssuer(outside.did)
    server.net.answer(url, jsonDocument(thief.didDocument))
    server.clock.now = NOON + 7200
    const result = await verify(server, await signLicence(thief))
    server.clock.now = NOON
    expect(result.verdict).toBe('rejected')
    expect(problemsIn(result)).toEqual(['fail issuer_key.verification_method_missing'])
  })

  it('that is hosted here is listed with the key that is kept here', async () => {
    const { issuer } = await foundAccredited(server)
    const asked = server.net.asked.length
    const { credential } = await issue(server, issuer)
    expect((await verify(server, credential)).verdict).toBe('verified')
    expect(server.net.asked).toHaveLength(asked)
  })
})

describe('an accreditation is refused', () => {
  it.each([
    ['does not answer', 'a', () => Promise.reject(new TypeError('no route'))],
    ['answers 404', 'b', () => new Response('', { status: 404 })],
    ['answers a document of another DID', 'c', () => jsonDocument({ id: 'did:web:other.gov.xm' })],
    ['answers no keys', 'd', () => jsonDocument({ id: 'did:web:d.gov.xm' })],
  ])('where the host of its subject %s', async (_, name, answer) => {
    const { slug } = await found(server, { trustAnchor: true })
    server.net.answer(`https://${name}.gov.xm/.well-known/did.json`, answer)
    const response = await order(slug, `did:web:${name}.gov.xm`)
    expect(response.status).toBe(422)
    expect((await problemOf(response)).code).toBe('accreditation.subject_unresolvable')
  })

  it.each([
    ['an issuer that is not hosted here', 'did:web:localhost%3A8787:issuers:nobody'],
    [
      'a did:key that holds no Ed25519 key',
      'did:key:zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme',
    ],
    [
      'a DID method that nobody here reads',
      'did:ion:EiClkZMDxPKqC9c-umQfTkR8vvZ9JPhl_xLDI9Nfk38w5w',
    ],
    ['a DID with a path that climbs', 'did:web:subject.gov.xm:..'],
  ])('for %s', async (_, did) => {
    const { slug } = await found(server, { trustAnchor: true })
    const response = await order(slug, did)
    expect(response.status).toBe(422)
    expect((await problemOf(response)).code).toBe('accreditation.subject_unresolvable')
  })

  it.each([
    ['no types', { credentialTypes: [] }, 'credentialTypes'],
    ['a type that is blank', { credentialTypes: [' '] }, 'credentialTypes.0'],
    ['an end before its beginning', { validUntil: '2019-01-01T00:00:00Z' }, 'validUntil'],
    ['no end', { validUntil: undefined }, 'validUntil'],
    ['a country by its name', { jurisdictions: ['Marovia'] }, 'jurisdictions.0'],
    ['an empty list of countries', { jurisdictions: [] }, 'jurisdictions'],
    ['a profession in words', { isco08: ['doctor'] }, 'isco08.0'],
    ['a ninth level', { eqf: [9] }, 'eqf.0'],
    ['a depth of four', { maxDepth: 4 }, 'maxDepth'],
    ['a subject without a name', { subject: { did: 'did:web:a.xm' } }, 'subject.name'],
    ['a subject that is no DID', { subject: { did: 'a.xm', name: 'A' } }, 'subject.did'],
    ['an unknown property', { jurisdiction: ['XM'] }, 'body'],
  ])('with %s', async (_, change, field) => {
    const { slug } = await found(server, { trustAnchor: true })
    const response = await server.post(`/v1/issuers/${slug}/accreditations`, {
      key: ADMIN_KEY,
      body: accreditationOrder('did:web:a.xm', change),
    })
    expect(response.status).toBe(400)
    expect((await problemOf(response)).errors?.map((error) => error.field)).toEqual([field])
  })

  it('by an accreditor that does not exist', async () => {
    const response = await order('nobody', 'did:web:a.xm')
    expect(response.status).toBe(404)
    expect((await problemOf(response)).code).toBe('issuer.unknown')
  })

  it('from everybody but the administrator', async () => {
    const { slug, apiKey } = await found(server, { trustAnchor: true })
    const response = await server.post(`/v1/issuers/${slug}/accreditations`, {
      key: apiKey,
      body: accreditationOrder('did:web:a.xm'),
    })
    expect(response.status).toBe(401)
    expect((await problemOf(response)).code).toBe('auth.invalid')
  })
})

it('is signed by the accreditor, in the shape of a recognized entity', async () => {
  const { anchor, issuer, accreditation } = await foundAccredited(server, {
    ...LICENCE,
    jurisdictions: ['XM-N'],
    isco08: ['2211'],
  })
  expect(payloadOf(accreditation.credential)).toEqual({
    '@context': ['https://www.w3.org/ns/credentials/v2', 'http://localhost:8787/contexts/trust/v1'],
    id: accreditation.id,
    type: ['VerifiableCredential', 'RecognizedEntityCredential'],
    issuer: { id: anchor.did, name: expect.any(String) },
    validFrom: '2020-01-01T00:00:00Z',
    validUntil: '2030-01-01T00:00:00Z',
    credentialSubject: {
      id: issuer.did,
      type: 'RecognizedEntity',
      name: 'Northmark Council',
      recognizedTo: {
        type: 'RecognizedAction',
        action: 'issue',
        recognizedBy: anchor.did,
        credentialTypes: ['ProfessionalLicenceCredential'],
        jurisdiction: ['XM-N'],
        isco08: ['2211'],
        mayDelegate: false,
        maxDepth: 0,
      },
    },
    credentialStatus: expect.objectContaining({ statusPurpose: 'revocation' }),
  })
})
