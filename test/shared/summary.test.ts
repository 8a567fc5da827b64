import { describe, expect, it } from 'vitest'
import { answers, expected } from '../support/answers.ts'
import { licence, licenceOf } from '../support/credentials.ts'
import { signCompact } from '../support/issuer.ts'
import { COUNCIL } from '../support/parties.ts'
import { createWorld } from '../support/world.ts'

describe('notices', () => {
  it.each([
    ['a list of conditions', { conditions: ['Under supervision only'] }],
    ['one condition without a list', { conditions: 'Under supervision only' }],
    ['one condition as JSON-LD', { conditions: [{ '@value': 'Under supervision only' }] }],
  ])('are given for a licence with %s, which stays verified', async (_, details) => {
    const result = await (await createWorld()).verify(
      await signCompact(licenceOf(details), COUNCIL),
    )
    expect(answers(result)).toEqual(expected('verified'))
    expect(result.notices).toEqual(['licence_conditions'])
    expect(result.credential.licence?.conditions).toEqual(['Under supervision only'])
  })

  it.each(['provisional', 'supervised', 'rural'])(
    'are given for a licence of %s scope, which stays verified',
    async (scope) => {
      const result = await (await createWorld()).verify(
        await signCompact(licenceOf({ scope }), COUNCIL),
      )
      expect(answers(result)).toEqual(expected('verified'))
      expect(result.notices).toEqual(['licence_conditions'])
      expect(result.credential.licence?.scope).toBe(scope)
    },
  )

  it('are not given for full practice', async () => {
    const token = await signCompact(licenceOf({ scope: 'full', conditions: [] }), COUNCIL)
    expect((await (await createWorld()).verify(token)).notices).toEqual([])
  })

  it('are given for conditions in any of several licences', async () => {
    const credentialSubject = { licence: [{}, { conditions: ['Under supervision only'] }] }
    const token = await signCompact(
      licence({ credentialSubject, credentialSchema: undefined }),
      COUNCIL,
    )
    expect((await (await createWorld()).verify(token)).notices).toEqual(['licence_conditions'])
  })
})

describe('what is shown', () => {
  it('is clean and short', async () => {
    const credentialSubject = { name: `Amina\u202E\u0007 ${'x'.repeat(100)}`, licence: {} }
    const token = await signCompact(
      licence({ credentialSubject, name: ['\u2066'], credentialSchema: undefined }),
      COUNCIL,
    )
    const { credential } = await (await createWorld()).verify(token)
    expect(credential.subject.name).toBe(`Amina ${'x'.repeat(73)}…`)
    expect(credential.name).toBe('Unreadable credential')
  })

  it('is the first form of a name that has several', async () => {
    const credentialSubject = { name: [{ value: 'أمينة ديالو', lang: 'ar' }, { value: 'Amina' }] }
    const token = await signCompact(licence({ credentialSubject }), COUNCIL)
    const { subject } = (await (await createWorld()).verify(token)).credential
    expect(subject).toEqual({ name: 'أمينة ديالو', otherNames: ['Amina'] })
  })

  it('never holds a claim or a token where it tells what is wrong', async () => {
    const world = await createWorld()
    const secret = 'Confidential'
    const lies = [{ validFrom: secret }, { id: [secret] }, { type: secret }, { exp: secret }]
    for (const lie of lies) {
      const { checks } = await world.verify(await signCompact(licence(lie), COUNCIL))
      expect(JSON.stringify(checks)).not.toContain(secret)
    }
  })
})
