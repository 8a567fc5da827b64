import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../shared/encoding/json.ts'
import { answers, expected, stoppedBy } from '../support/answers.ts'
import { at, DAY_SECONDS, NOW } from '../support/clock.ts'
import { degree, licence, licenceOf, listUrl } from '../support/credentials.ts'
import { documentOf, signCompact } from '../support/issuer.ts'
import { AGENCY, COUNCIL, MILL, UNIVERSITY } from '../support/parties.ts'
import {
  enveloped,
  HELD,
  jwtVp,
  licenceAbout,
  presentation,
  provedPresentation,
  vpJwt,
} from '../support/presentations.ts'
import { ASKED, HOLDER, present, sdJwt } from '../support/sd-jwt.ts'
import { LICENCE } from '../support/status-answers.ts'
import { createWorld } from '../support/world.ts'

const WORLD = await createWorld()
const verify = async (input: string | object | Promise<string>, options = {}) =>
  WORLD.verify(await input, options)

/** What the wrapper answers where nothing is wrong. */
const wrapped = (verdict: Parameters<typeof expected>[0], changes = {}) =>
  expected(verdict, { status: 'not_applicable', issuer_trust: 'not_applicable', ...changes })
const UNSIGNED = { issuer_key: 'not_applicable', signature: 'not_applicable' } as const
const DEGREE = await signCompact(degree(), UNIVERSITY)
const EXPIRED = await licenceAbout(HOLDER.did, { validUntil: at(NOW) })
const MEDAL = await licenceAbout(HOLDER.did, {
  type: ['VerifiableCredential', 'Medal'],
  credentialSchema: undefined,
})
const KEYLESS = await licenceAbout('urn:uuid:00000000-0000-4000-8000-000000000077')
const FORGED = `${HELD.slice(0, -8)}AAAAAAAA`

describe('a presentation that its holder was asked for', () => {
  it.each([
    ['vp+jwt', vpJwt()],
    ['VCDM 1.1', jwtVp()],
    ['with a proof inside', provedPresentation()],
    ['with a proof over RDF inside', provedPresentation({}, { cryptosuite: 'eddsa-rdfc-2022' })],
    ['without a time', vpJwt({ iat: undefined })],
    ['for several', vpJwt({ aud: ['https://other.xm', ASKED.audience] })],
    ['without a holder', vpJwt({ holder: undefined })],
  ])('is proven to be theirs: %s', async (_, text) => {
    const result = await verify(text, ASKED)
    expect(answers(result)).toEqual(wrapped('verified', { holder_binding: 'pass' }))
    expect(result.notices).toEqual([])
    expect(result.contained?.map(answers)).toEqual([expected('verified')])
    expect(result.evidence.verificationMethod).toBe(HOLDER.kid)
    expect(result.credential).toMatchObject({
      kind: 'presentation',
      claimsVerified: true,
      subject: { name: 'Amina Diallo' },
    })
  })

  it.each([
    ['is not signed', presentation(), 'missing'],
    [
      'has a proof for another request',
      provedPresentation({}, { challenge: 'x' }),
      'nonce_mismatch',
    ],
    ['has a proof for others', provedPresentation({}, { domain: 'x' }), 'audience_mismatch'],
    ['has an old proof', provedPresentation({}, { created: at(NOW - 301) }), 'too_old'],
    ['answers another request', vpJwt({ nonce: 'old' }), 'nonce_mismatch'],
    ['answers no request', vpJwt({ nonce: undefined }), 'nonce_mismatch'],
    ['speaks to somebody else', vpJwt({ aud: 'https://other.xm' }), 'audience_mismatch'],
    ['speaks to nobody', vpJwt({ aud: undefined }), 'audience_mismatch'],
    ['is old', vpJwt({ iat: NOW - 301 }), 'too_old'],
    ['is of the future', jwtVp({ iat: NOW + 61 }), 'too_old'],
  ])('is rejected where it %s, and nothing inside is looked at', async (_, input, reason) => {
    const result = await verify(input, ASKED)
    const { checks } = answers(result)
    expect(result.verdict).toBe('rejected')
    expect(checks.holder_binding).toBe(`holder_binding.${reason}`)
    expect(result.contained).toBeUndefined()
    expect(result.credential.claimsVerified).toBe(false)
  })

  it('has no age where it was asked for an audience only and says no time', async () => {
    const result = await verify(vpJwt({ iat: undefined }), { audience: ASKED.audience })
    expect(answers(result).checks.holder_binding).toBe('holder_binding.too_old')
  })

  it.each([
    ['nobody in particular', LICENCE],
    ['somebody without a key', KEYLESS],
  ])('by anybody, of what is about %s, carries a notice', async (_, text) => {
    const result = await verify(vpJwt({ verifiableCredential: [enveloped(text)] }), ASKED)
    expect(result.notices).toEqual(['holder_not_proven'])
  })

  it('is proven by the clock, whatever day is asked about', async () => {
    const lastYear = { ...ASKED, atSeconds: NOW - 365 * DAY_SECONDS }
    const text = vpJwt({ nbf: NOW - 10, exp: NOW + 300 })
    const { checks } = answers(await verify(text, lastYear))
    expect(checks).toMatchObject({ holder_binding: 'pass', validity_period: 'pass' })
    const old = vpJwt({ iat: lastYear.atSeconds })
    expect(answers(await verify(old, lastYear)).checks.holder_binding).toBe(
      'holder_binding.too_old',
    )
  })

  it('by somebody else than the subject carries a notice', async () => {
    const other = await licenceAbout('did:example:somebody-else')
    const result = await verify(vpJwt({ verifiableCredential: [enveloped(other)] }), ASKED)
    expect(answers(result)).toEqual(wrapped('verified', { holder_binding: 'pass' }))
    expect(result.notices).toEqual(['holder_not_proven'])
    expect(result.contained?.[0]?.notices).toEqual(['holder_not_proven'])
  })
})

describe('a presentation that nobody asked for', () => {
  it('is as good as what is in it', async () => {
    expect(answers(await verify(vpJwt()))).toEqual(wrapped('verified'))
    expect(answers(await verify(presentation()))).toEqual(wrapped('verified', UNSIGNED))
  })

  it('says that nobody has proved whose it is, signed or stripped of its signature', async () => {
    for (const shown of [vpJwt(), presentation()]) {
      expect((await verify(shown)).notices).toEqual(['holder_not_proven'])
    }
    expect((await verify(vpJwt(), ASKED)).notices).toEqual([])
  })

  it('shows whose it is only where they signed', async () => {
    expect((await verify(presentation())).credential.issuer).toEqual({})
    expect((await verify(vpJwt())).credential.issuer.id).toMatch(/^did:jwk:/)
  })

  it.each([
    ['a key that is not the holder’s', vpJwt({}, {}, MILL), 'issuer_key.controller_mismatch'],
    [
      'another key under the holder’s name',
      vpJwt({}, {}, { ...MILL, kid: HOLDER.kid }),
      'signature.mismatch',
    ],
    [
      'a proof that asserts',
      provedPresentation({}, { proofPurpose: 'assertionMethod' }),
      'issuer_key.proof_purpose_mismatch',
    ],
    [
      'a proof by another key',
      provedPresentation({}, {}, { ...MILL, kid: HOLDER.kid }),
      'signature.mismatch',
    ],
    ['an iss that is not the holder', vpJwt({ iss: MILL.did }), 'signature.issuer_mismatch'],
    [
      'a holder nobody can look up',
      vpJwt({ holder: 'https://holder.xm' }, { kid: undefined }),
      'issuer_key.did_method_unsupported',
    ],
    [
      'an algorithm for badges only',
      vpJwt({}, { alg: 'RS256' }),
      'issuer_key.algorithm_unsupported',
    ],
  ] as const)('is refused with %s', async (_, text, code) => {
    const isUnknown = code.endsWith('unsupported')
    expect(answers(await verify(text))).toEqual(
      stoppedBy(code, isUnknown ? 'inconclusive' : 'rejected'),
    )
  })

  it('needs a key for authentication', async () => {
    const document = { ...documentOf(MILL), authentication: [] }
    const text = await vpJwt({ holder: MILL.did }, {}, MILL)
    const answer = async (documents: object) =>
      answers(await (await createWorld({ documents: { [MILL.did]: documents } })).verify(text))
    expect(await answer(document)).toEqual(stoppedBy('issuer_key.not_an_assertion_method'))
    expect(await answer({ ...document, authentication: [MILL.kid] })).toEqual(wrapped('verified'))
  })

  it('holds as long as it says', async () => {
    expect(answers(await verify(vpJwt({ exp: NOW })))).toEqual(
      wrapped('not_in_force', { validity_period: 'validity_period.expired' }),
    )
  })
})

describe('what is in a presentation', () => {
  const holding = (...texts: readonly (string | object)[]) =>
    vpJwt({
      verifiableCredential: texts.map((text) =>
        typeof text === 'string' ? enveloped(text) : text,
      ),
    })

  it('is reported one by one, in its order', async () => {
    const result = await verify(holding(HELD, DEGREE, await sdJwt()))
    expect(answers(result)).toEqual(wrapped('verified'))
    expect(
      result.contained?.map(({ credential }) => [credential.kind, credential.envelope]),
    ).toEqual([
      ['licence', 'vc+jwt'],
      ['degree', 'vc+jwt'],
      ['licence', 'dc+sd-jwt'],
    ])
  })

  it.each([
    ['rejected', FORGED],
    ['rejected', { type: 'VerifiableCredential' }],
    ['not_in_force', EXPIRED],
    ['unrecognized_issuer', MEDAL],
  ] as const)('makes the whole %s where the worst of it is that', async (verdict, inside) => {
    const result = await verify(holding(HELD, inside))
    expect(answers(result)).toEqual(wrapped(verdict))
    expect(result.contained?.map((one) => one.verdict)).toEqual(['verified', verdict])
    expect(result.notices).toContain('contained_not_verified')
    expect(result.credential.subject).toEqual({})
  })

  it('makes the whole inconclusive where something could not be found out', async () => {
    const { verify: ask } = await createWorld({
      lists: { [listUrl(COUNCIL, 'suspension')]: null },
    })
    expect((await ask(await holding(HELD))).verdict).toBe('inconclusive')
  })

  it('proves nothing where it is nothing', async () => {
    const result = await verify(vpJwt({ verifiableCredential: [] }), ASKED)
    expect(answers(result)).toEqual(wrapped('inconclusive', { holder_binding: 'pass' }))
    expect(result.contained).toBeUndefined()
  })

  it('is about nobody in particular where it is about several', async () => {
    const { credentialSubject } = licence()
    const other = { ...(credentialSubject as JsonObject), name: 'Somebody Else' }
    const second = await signCompact(licence({ credentialSubject: other }), COUNCIL)
    const result = await verify(holding(HELD, second))
    expect(result.verdict).toBe('verified')
    expect(result.credential.subject).toEqual({})
  })

  it('is limited where one thing in it is', async () => {
    const limited = await signCompact(licenceOf({ scope: 'supervised' }), COUNCIL)
    const { notices } = await verify(holding(limited))
    expect(notices).toEqual(['licence_conditions', 'holder_not_proven'])
  })

  it('need not be proven once more by itself', async () => {
    const bound = await present(await sdJwt(), { nonce: 'another', aud: 'https://another.xm' })
    expect((await verify(holding(bound), ASKED)).verdict).toBe('verified')
  })

  it('is no presentation', async () => {
    const inner = {
      type: 'EnvelopedVerifiablePresentation',
      id: `data:application/vp+jwt,${await vpJwt()}`,
    }
    const result = await verify(holding(inner))
    expect(result.verdict).toBe('rejected')
    expect(result.contained?.map(answers)).toEqual([stoppedBy('format.unrecognized')])
  })

  it('is asked about nobody before the wrapper is proved', async () => {
    const world = await createWorld()
    await world.verify(await vpJwt({}, {}, { ...AGENCY, kid: HOLDER.kid }))
    expect(world.asked).toEqual([])
  })
})
