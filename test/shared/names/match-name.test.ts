import { describe, expect, it } from 'vitest'
import { matchName } from '../../../shared/names/match-name.ts'

describe('the match of a subject with an expected name', () => {
  it('is the best among all forms of the name', () => {
    const name = [{ value: 'أمينة ديالو' }, { value: 'Amina Traoré' }, { value: 'Amina Diallo' }]
    expect(matchName({ name }, 'DIALLO Amina')).toEqual({
      nameMatch: 'variant',
      matchedName: 'Amina Diallo',
    })
    expect(matchName({ name }, 'أمينة ديالو')).toEqual({
      nameMatch: 'exact',
      matchedName: 'أمينة ديالو',
    })
  })
  it('is not made doubtful by a form that leads nowhere', () => {
    const name = [{ value: '王小明' }, { value: 'Wang Xiaoming' }]
    expect(matchName({ name }, 'John Smith').nameMatch).toBe('different')
    expect(matchName({ name: '王小明' }, 'John Smith').nameMatch).toBe('possible')
  })
  it('is possible where the subject has no name', () => {
    expect(matchName({}, 'Amina Diallo')).toEqual({ nameMatch: 'possible' })
  })
  it('shows a name without what turns it round', () => {
    expect(matchName({ name: 'Amina\u202e Diallo' }, 'Amina Diallo').matchedName).toBe(
      'Amina Diallo',
    )
  })
})
