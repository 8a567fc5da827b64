import { describe, expect, it } from 'vitest'
import { CREDENTIAL_MAX_CHARS } from '../../../shared/limits.ts'
import { parseSdJwt } from '../../../shared/parse/sd-jwt.ts'
import { at, NOW } from '../../support/clock.ts'
import { encodePart, signCompact } from '../../support/issuer.ts'
import { COUNCIL } from '../../support/parties.ts'
import {
  DECOY,
  digest,
  disclose,
  HOLDER,
  LICENCE_VCT,
  licencePayload,
  NAME,
  NUMBER,
  present,
  sdJwt,
  sdJwtOf,
} from '../../support/sd-jwt.ts'

const parse = (text: string) => parseSdJwt(text, { maxChars: CREDENTIAL_MAX_CHARS })

const parsed = async (text: string | Promise<string>) => {
  const result = parse(await text)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const reasonOf = async (text: string | Promise<string>) => {
  const result = parse(await text)
  if (result.ok) return result.value.disclosures?.problem?.code ?? 'ok'
  const { code, detail } = result.error
  return detail?.path === undefined ? code : `${code} ${detail.path}`
}

describe('an SD-JWT VC', () => {
  it('is opened into the claims of every data model', async () => {
    const { envelope, claims, disclosures } = await parsed(sdJwt())
    expect(envelope).toBe('dc+sd-jwt')
    expect(disclosures).toEqual({ holderKey: HOLDER.jwk, isWhole: false })
    expect(claims).toMatchObject({
      types: [LICENCE_VCT],
      issuer: { id: COUNCIL.did },
      subject: { name: 'Amina Diallo', licence: { number: 'N-20419', jurisdiction: 'XM-N' } },
      validFromSeconds: NOW - 8_640_000,
      validUntilSeconds: NOW + 77_760_000,
      statusEntries: [],
    })
    expect(JSON.stringify(claims)).not.toMatch(/_sd|\.\.\./)
  })

  it('keeps to itself what its holder does not show', async () => {
    const { claims, disclosures } = await parsed(sdJwt({ disclosures: [] }))
    expect(disclosures?.problem).toBeUndefined()
    expect(claims.subject.name).toBeUndefined()
    expect(claims.subject.licence).not.toHaveProperty('number')
  })

  it.each(['dc+sd-jwt', 'application/dc+sd-jwt', 'vc+sd-jwt', 'application/vc+sd-jwt'])(
    'may say typ %s',
    async (typ) => {
      expect(await reasonOf(sdJwt({ header: { typ } }))).toBe('ok')
    },
  )

  it.each(['vc+jwt', 'JWT', 'example+sd-jwt', undefined])('may not say typ %s', async (typ) => {
    expect(await reasonOf(sdJwt({ header: { typ } }))).toBe('format.typ_unsupported')
  })

  it('of the VCDM data model is one that we do not read', async () => {
    const claims = { vct: undefined, '@context': ['https://www.w3.org/ns/credentials/v2'] }
    expect(await reasonOf(sdJwt({ claims }))).toBe('format.envelope_unsupported')
  })

  it('does not end without its last tilde', async () => {
    const text = await sdJwt()
    expect(await reasonOf(text.slice(0, -1))).toBe('format.encoding_malformed key_binding')
  })

  it.each([
    ['a second tilde', (text: string) => `${text}~`, 'disclosures.malformed'],
    ['a tilde in front', (text: string) => `~${text}`, 'format.unrecognized'],
    ['a byte too many', (text: string) => text.padEnd(300_000, 'A'), 'format.too_large'],
  ])('with %s is refused', async (_, change, reason) => {
    expect(await reasonOf(change(await sdJwt()))).toBe(reason)
  })
})

describe('the claims of an SD-JWT VC (draft -19 §3.2.2)', () => {
  it.each([
    [{ vct: undefined }, 'format.property_missing vct'],
    [{ vct: '' }, 'format.property_malformed vct'],
    [{ vct: 7 }, 'format.property_malformed vct'],
    [{ iss: undefined }, 'format.property_missing iss'],
    [{ sub: 7 }, 'format.property_malformed sub'],
    [{ jti: 7 }, 'format.property_malformed jti'],
    [{ nbf: 'now' }, 'format.property_malformed nbf'],
    [{ iat: 'now' }, 'format.property_malformed iat'],
    [{ exp: 'never' }, 'format.property_malformed exp'],
    [{ exp: 1 }, 'format.property_malformed exp'],
    [{ awardedDate: 'once' }, 'format.property_malformed awardedDate'],
    [{ status: 'fine' }, 'format.property_malformed status'],
    [{ status: {} }, 'format.property_malformed status'],
    [{ status: { status_list: {} } }, 'format.property_malformed status.status_list'],
    [
      { status: { status_list: { uri: 'https://a.example', idx: -1 } } },
      'format.property_malformed status.status_list',
    ],
    [
      { status: { status_list: { uri: 'https://a.example', idx: '1' } } },
      'format.property_malformed status.status_list',
    ],
  ])('%j are refused', async (claims, reason) => {
    expect(await reasonOf(sdJwt({ claims }))).toBe(reason)
  })

  it('name the person as OpenID Connect does', async () => {
    const shown = [disclose('given_name', 'Amina'), disclose('family_name', 'Diallo')]
    const { claims } = await parsed(sdJwtOf({ sub: 'did:example:amina' }, shown))
    expect(claims.subject).toMatchObject({ id: 'did:example:amina', name: 'Amina Diallo' })
  })

  it('begin when they were issued, where they do not say when they begin', async () => {
    const claims = { nbf: undefined, iat: NOW - 5, awardedDate: at(NOW).slice(0, 10) }
    const read = (await parsed(sdJwt({ claims }))).claims
    expect(read.validFromSeconds).toBe(NOW - 5)
    expect(read.awardedSeconds).toBe(NOW - 43_200)
  })

  it('name their place in a token status list; another mechanism is an entry, too', async () => {
    const status = { status_list: { uri: 'https://status.xm/1', idx: 7 }, other: { a: 1 } }
    expect((await parsed(sdJwt({ claims: { status } }))).claims.statusEntries).toEqual([
      { type: 'TokenStatusListEntry', uri: 'https://status.xm/1', idx: 7 },
      { type: 'other' },
    ])
  })
})

describe('disclosures (RFC 9901 §7.1)', () => {
  it.each(['sha-256', undefined])(
    'are hashed by SHA-256 where the payload says %s',
    async (alg) => {
      expect(await reasonOf(sdJwt({ claims: { _sd_alg: alg } }))).toBe('ok')
    },
  )

  it.each(['sha-1', 'SHA-256', 'md5', '', 7, null])('are not hashed by %s', async (alg) => {
    const text = await sdJwt({ claims: { _sd_alg: alg } })
    expect(await reasonOf(text)).toBe('disclosures.hash_unsupported')
    expect((await parsed(text)).claims.subject).not.toHaveProperty('_sd')
  })

  it.each([
    ['no base64url', 'a+b'],
    ['no JSON', 'AAAA'],
    ['an object', 'e30'],
    ['a salt alone', disclose()],
    ['four elements', disclose('a', 'b', 'c')],
    ['a name that is a number', disclose(1, 2)],
  ])('are refused where one is %s', async (_, bad) => {
    expect(await reasonOf(sdJwtOf({}, [bad]))).toBe('disclosures.malformed')
  })

  it('are refused where a salt is no text', async () => {
    expect(await reasonOf(sdJwtOf({}, [encodePart([1, 'a', 'b'])]))).toBe('disclosures.malformed')
  })

  it('are refused where one repeats a key', async () => {
    const twice = encodePart('["salt","a",{"b":1,"b":2}]')
    expect(await reasonOf(sdJwtOf({}, [twice]))).toBe('disclosures.malformed')
  })

  it.each([
    ['an element stands for a member', [disclose('alone')]],
    ['a member stands for an element', [disclose('list', [{ '...': digest(NAME) }]), NAME]],
  ])('are refused where %s', async (_, disclosures) => {
    const claims = { _sd: [digest(disclosures[0] ?? '')] }
    expect(await reasonOf(sdJwt({ claims, disclosures: [...disclosures, NUMBER] }))).toBe(
      'disclosures.malformed',
    )
  })

  it.each([
    { _sd: 'digest' },
    { _sd: [7] },
    { list: [{ '...': 7 }] },
    { list: [{ '...': DECOY, more: 1 }], _sd: [] },
    { nested: { '...': DECOY }, _sd: [] },
  ])('have their digests where %j has none', async (claims) => {
    expect(await reasonOf(sdJwt({ claims, disclosures: [NUMBER] }))).toBe('disclosures.malformed')
  })

  it.each([
    ['twice in one list', { _sd: [digest(NAME), digest(NAME)] }],
    ['in two places', { more: { _sd: [digest(NAME)] } }],
    ['twice without being shown', { _sd: [digest(NAME), DECOY, DECOY] }],
    ['as a member and as an element', { list: [{ '...': DECOY }] }],
  ])('are refused where a digest stands %s', async (_, claims) => {
    expect(await reasonOf(sdJwt({ claims }))).toBe('disclosures.duplicate_digest')
  })

  it('are refused where one is shown twice', async () => {
    const disclosures = [NAME, NAME, NUMBER]
    expect(await reasonOf(sdJwt({ disclosures }))).toBe('disclosures.duplicate_digest')
  })

  it('are refused where one was never signed', async () => {
    const disclosures = [NAME, NUMBER, disclose('role', 'surgeon')]
    expect(await reasonOf(sdJwt({ disclosures }))).toBe('disclosures.unreferenced')
  })

  it('are refused where the one that refers to another is not shown', async () => {
    const inner = disclose('b', 1)
    const outer = disclose('a', { _sd: [digest(inner)] })
    const all = [outer, inner]
    expect(
      await reasonOf(sdJwt({ claims: { _sd: [digest(outer)] }, disclosures: [...all, NUMBER] })),
    ).toBe('ok')
    expect(
      await reasonOf(sdJwt({ claims: { _sd: [digest(outer)] }, disclosures: [inner, NUMBER] })),
    ).toBe('disclosures.unreferenced')
  })

  it.each(['_sd', '...', '_sd_alg', 'licence'])('may not take the name %s', async (name) => {
    expect(await reasonOf(sdJwtOf({}, [disclose(name, 'x')]))).toBe('disclosures.claim_name_taken')
  })

  it('may not take a name twice', async () => {
    const two = [disclose('role', 'nurse'), disclose('role', 'surgeon')]
    expect(await reasonOf(sdJwtOf({}, two))).toBe('disclosures.claim_name_taken')
  })

  it.each(['iss', 'nbf', 'exp', 'cnf', 'vct', 'vct#integrity', 'aka_vcts', 'status'])(
    'may not hold %s',
    async (name) => {
      const text = sdJwtOf({ exp: undefined, nbf: undefined, cnf: undefined }, [disclose(name, 1)])
      const isOpen = name === 'iss' || name === 'vct'
      expect(await reasonOf(text)).toBe(
        isOpen ? 'disclosures.claim_name_taken' : 'disclosures.protected_claim_disclosed',
      )
    },
  )

  it.each([
    ['shown', { status: { _sd: [digest(NAME)] }, _sd: [] }],
    ['kept hidden', { cnf: { jwk: HOLDER.jwk, _sd: [DECOY] }, _sd: [digest(NAME)] }],
    ['kept hidden in a list', { aka_vcts: [{ '...': DECOY }], _sd: [digest(NAME)] }],
  ])('may not be a part of a protected claim, %s', async (_, claims) => {
    const found = await reasonOf(sdJwt({ claims: { ...claims } }))
    expect(found).toBe('disclosures.protected_claim_disclosed')
  })

  it('are refused where there are ten thousand of them, at once', async () => {
    const many = Array.from({ length: 10_000 }, (_, number) => `${number}`)
    expect(await reasonOf(sdJwt({ disclosures: many }))).toBe('disclosures.too_many')
  })

  it('go down only so far', async () => {
    let inner = disclose('n', 1)
    const all = [inner]
    for (let level = 0; level < 40; level++) {
      inner = disclose('n', { _sd: [digest(inner)] })
      all.push(inner)
    }
    const text = sdJwt({ claims: { _sd: [digest(inner)] }, disclosures: [...all, NUMBER] })
    expect(await reasonOf(text)).toBe('disclosures.malformed')
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'may be named %s, and are then a member like any other',
    async (name) => {
      const { claims } = await parsed(sdJwtOf({}, [disclose(name, { polluted: true })]))
      expect(Object.getOwnPropertyDescriptor(claims.properties, name)?.value).toEqual({
        polluted: true,
      })
      expect(Object.getPrototypeOf(claims.properties)).toBe(Object.prototype)
      expect(claims.properties.polluted).toBeUndefined()
      expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    },
  )
})

describe('the proof of a holder (RFC 9901 §4.3)', () => {
  it('is taken apart', async () => {
    const presented = await sdJwt()
    const { disclosures } = await parsed(present(presented))
    expect(disclosures?.keyBinding).toMatchObject({
      ok: true,
      value: {
        nonce: 'nonce-of-this-request',
        audience: 'https://employer.xm',
        issuedAtSeconds: NOW - 10,
        sdHash: digest(presented),
        presentedHash: digest(presented),
        signature: { algorithm: 'EdDSA', relationship: 'authentication' },
      },
    })
  })

  it.each([
    ['another typ', {}, { typ: 'JWT' }],
    ['no nonce', { nonce: undefined }, {}],
    ['several audiences', { aud: ['https://employer.xm', 'https://other.xm'] }, {}],
    ['no time', { iat: undefined }, {}],
    ['no hash', { sd_hash: undefined }, {}],
    ['no signature', {}, { alg: 'none' }],
  ])('does not fit with %s', async (_, claims, header) => {
    const { disclosures } = await parsed(present(await sdJwt(), claims, header))
    expect(disclosures?.keyBinding).toEqual({
      ok: false,
      error: { code: 'holder_binding.mismatch' },
    })
  })
})

it('is none without a tilde', async () => {
  const text = await signCompact(licencePayload(), COUNCIL, { typ: 'dc+sd-jwt' })
  expect(await reasonOf(text)).toBe('format.unrecognized')
})
