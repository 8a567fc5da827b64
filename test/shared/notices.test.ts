import { describe, expect, it } from 'vitest'
import { CONTAINED_MAX_COUNT } from '../../shared/limits.ts'
import { clrOf } from '../support/credentials.ts'
import { signCompact } from '../support/issuer.ts'
import { UNIVERSITY } from '../support/parties.ts'
import { digest, disclose, licencePayload, NAME, NUMBER, sdJwt } from '../support/sd-jwt.ts'
import { LICENCE } from '../support/status-answers.ts'
import { createWorld } from '../support/world.ts'

const WORLD = await createWorld()
const noticesOf = async (text: Promise<string>) => (await WORLD.verify(await text)).notices
const transcript = (inside: readonly unknown[]) => signCompact(clrOf(inside), UNIVERSITY)

describe('a transcript says that not everything in it is verified', () => {
  it('but not where everything is', async () => {
    expect(await noticesOf(transcript([LICENCE]))).toEqual([])
  })

  it('where it holds more credentials than are looked at', async () => {
    const { notices, contained } = await WORLD.verify(
      await transcript([...Array(CONTAINED_MAX_COUNT).fill(LICENCE), 'eyJ.e30.AA']),
    )
    expect(notices).toEqual(['contained_not_verified'])
    expect(contained?.length).toBe(CONTAINED_MAX_COUNT)
  })

  it('where some of them are too deep inside', async () => {
    const deep = await transcript([await transcript([await transcript([LICENCE])])])
    const { contained } = await WORLD.verify(deep)
    expect(contained?.[0]?.contained?.[0]).toMatchObject({ notices: ['contained_not_verified'] })
  })
})

describe('an SD-JWT licence', () => {
  const inner = licencePayload().licence as object
  const CONDITION = disclose('only under supervision')
  const CONDITIONS = disclose('conditions', ['only under supervision'])
  const SCOPE = disclose('scope', 'supervised')
  const licence = (changes: object) => ({ licence: { ...inner, ...changes } })

  it.each([
    ['conditions', { conditions: undefined, _sd: [digest(NUMBER), digest(CONDITIONS)] }],
    ['scope', { scope: undefined, _sd: [digest(NUMBER), digest(SCOPE)] }],
  ])('that keeps its %s back is shown as limited', async (_, changes) => {
    expect(await noticesOf(sdJwt({ claims: licence(changes) }))).toContain('licence_conditions')
  })

  it('that keeps nothing back is what it says', async () => {
    const claims = { ...licence({ conditions: undefined }), _sd: [digest(NAME)] }
    expect(await noticesOf(sdJwt({ claims }))).toEqual(['holder_not_proven'])
  })

  it.each([
    ['shown', [NAME, NUMBER, CONDITION]],
    ['kept back', [NAME, NUMBER]],
  ])('of which a single condition can be kept back is rejected, %s', async (_, disclosures) => {
    const claims = licence({ conditions: [{ '...': digest(CONDITION) }] })
    const { verdict, checks } = await WORLD.verify(await sdJwt({ claims, disclosures }))
    expect(verdict).toBe('rejected')
    expect(checks).toContainEqual({
      check: 'disclosures',
      outcome: 'fail',
      problem: { code: 'disclosures.protected_claim_disclosed' },
    })
  })
})
