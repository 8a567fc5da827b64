import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createVerifySigned } from '../../shared/verify-signed.ts'
import { answers, expected, stoppedBy } from '../support/answers.ts'
import { DAY_SECONDS, NOW } from '../support/clock.ts'
import { MILL, UNIVERSITY } from '../support/parties.ts'
import {
  ASKED,
  DEGREE_VCT,
  digest,
  disclose,
  NAME,
  NUMBER,
  present,
  sdJwt,
} from '../support/sd-jwt.ts'
import { createWorld } from '../support/world.ts'

const WORLD = await createWorld()
const GOOD = await sdJwt()
const BOUND = await present(GOOD)
const verify = async (text: string | Promise<string>, options = {}) =>
  WORLD.verify(await text, options)

const OPENED = { disclosures: 'pass', status: 'not_applicable' } as const

describe('an SD-JWT VC', () => {
  it('of an issuer who may issue such a licence is verified', async () => {
    const result = await verify(GOOD)
    expect(answers(result)).toEqual(expected('verified', OPENED))
    expect(result.notices).toEqual(['holder_not_proven'])
    expect(result.credential).toMatchObject({
      claimsVerified: true,
      kind: 'licence',
      envelope: 'dc+sd-jwt',
      name: 'Licence to practise medicine',
      subject: { name: 'Amina Diallo' },
      licence: { number: 'N-20419', profession: '2211', jurisdiction: 'XM-N', scope: 'full' },
    })
  })

  it('that its holder presents to whoever asked is proven to be theirs', async () => {
    const result = await verify(BOUND, ASKED)
    expect(answers(result)).toEqual(expected('verified', { ...OPENED, holder_binding: 'pass' }))
    expect(result.notices).toEqual([])
  })

  it('is proven to be theirs by the clock, whatever day is asked about', async () => {
    const yesterday = { ...ASKED, atSeconds: NOW - DAY_SECONDS }
    const { checks } = answers(await verify(BOUND, yesterday))
    expect(checks.holder_binding).toBe('pass')
    const old = present(GOOD, { iat: NOW - DAY_SECONDS })
    expect(answers(await verify(old, yesterday))).toEqual(stoppedBy('holder_binding.too_old'))
  })

  it('is rejected where a proof was asked for and none came', async () => {
    expect(answers(await verify(GOOD, ASKED))).toEqual({
      ...stoppedBy('holder_binding.missing'),
    })
  })

  it('with a part that was never signed shows what is proved as unproven', async () => {
    const result = await verify(sdJwt({ disclosures: [NAME, disclose('role', 'surgeon')] }))
    expect(answers(result)).toEqual(stoppedBy('disclosures.unreferenced'))
    expect(result.credential.claimsVerified).toBe(false)
  })

  it('by somebody whom nobody recognises is genuine and no more', async () => {
    const result = await verify(sdJwt({ claims: { iss: MILL.did }, signer: MILL }))
    expect(result.verdict).toBe('unrecognized_issuer')
  })

  it('shows what it says of a degree', async () => {
    const claims = {
      iss: UNIVERSITY.did,
      vct: DEGREE_VCT,
      licence: undefined,
      awardedDate: '2026-01-15',
      degree: { name: 'Master of Medicine', achievementType: 'MasterDegree', eqf: 7 },
      _sd: [digest(NAME)],
    }
    const result = await verify(sdJwt({ claims, disclosures: [NAME], signer: UNIVERSITY }))
    expect(answers(result)).toEqual(expected('verified', OPENED))
    expect(result.credential).toMatchObject({
      kind: 'degree',
      name: 'Master of Medicine',
      degree: { achievementType: 'MasterDegree', awardedDate: '2026-01-15' },
    })
  })

  it('goes by its type where it has no name of its own', async () => {
    const vct = 'https://other.example/type'
    const { credential, verdict } = await verify(
      sdJwt({ claims: { vct, licence: {} }, disclosures: [NAME] }),
    )
    expect(credential).toMatchObject({ kind: 'other', name: vct })
    expect(verdict).toBe('unrecognized_issuer')
  })

  it('is not read as a status list or an accreditation', async () => {
    const verifySigned = createVerifySigned(WORLD.deps, undefined)
    expect(await verifySigned(GOOD)).toEqual({ ok: false, error: { code: 'format.unrecognized' } })
  })
})

describe('tampering', () => {
  const flip = (text: string, place: number, bits: number): string => {
    const code = text.charCodeAt(place) ^ bits
    return text.slice(0, place) + String.fromCharCode(code) + text.slice(place + 1)
  }

  it('with one character never proves other claims', async () => {
    const { credential } = await verify(BOUND, ASKED)
    await fc.assert(
      fc.asyncProperty(
        fc.nat(BOUND.length - 1),
        fc.integer({ min: 1, max: 127 }),
        async (at, bits) => {
          const result = await verify(flip(BOUND, at, bits), ASKED)
          if (result.verdict === 'verified') expect(result.credential).toEqual(credential)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('by leaving out or reordering parts never adds a claim', async () => {
    const all = [NAME, NUMBER]
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(all), async (shown) => {
        const { credential, verdict } = await verify(sdJwt({ disclosures: shown }))
        expect(verdict).toBe('verified')
        expect(credential.subject.name !== undefined).toBe(shown.includes(NAME))
        expect(credential.licence?.number !== undefined).toBe(shown.includes(NUMBER))
      }),
      { numRuns: 20 },
    )
  })
})
