import { describe, expect, it } from 'vitest'
import { degree, degreeOf } from '../support/credentials.ts'
import { signCompact } from '../support/issuer.ts'
import { UNIVERSITY } from '../support/parties.ts'
import { createWorld } from '../support/world.ts'

const shown = async (credential: object) => {
  const token = await signCompact(credential, UNIVERSITY)
  return (await (await createWorld()).verify(token)).credential.degree
}

describe('an Open Badges achievement', () => {
  it('is shown with what it corresponds to', async () => {
    expect(await shown(degree())).toEqual({
      achievementType: 'MasterDegree',
      fieldOfStudy: 'Medicine',
      alignments: ['EQF level 7'],
    })
  })

  it('is shown with its marks, named where they have a name, and a licence number', async () => {
    const resultDescription = [{ id: 'urn:1', type: ['ResultDescription'], name: 'Thesis' }]
    const result = [
      { type: ['Result'], resultDescription: 'urn:1', value: '1.0' },
      { type: ['Result'], resultDescription: 'urn:2', status: 'Completed' },
      { type: ['Result'] },
    ]
    expect(
      await shown(degreeOf({ resultDescription, alignment: [] }, { result, licenseNumber: 'N-1' })),
    ).toMatchObject({ results: ['Thesis: 1.0', 'Completed'], licenseNumber: 'N-1' })
  })

  it('shows no more than fits, and nothing that is no text', async () => {
    const result = Array.from({ length: 50 }, (_, index) => ({ value: String(index) }))
    const achievement = { alignment: [{ targetName: 7 }, 'EQF'] }
    const found = await shown(degreeOf(achievement, { result }))
    expect(found?.results).toHaveLength(12)
    expect(found).not.toHaveProperty('alignments')
  })
})
