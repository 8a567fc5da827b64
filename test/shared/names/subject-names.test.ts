import { describe, expect, it } from 'vitest'
import { subjectNames } from '../../../shared/names/subject-names.ts'

const identity = (fields: object) => ({
  type: 'IdentityObject',
  identityType: 'name',
  hashed: false,
  identityHash: 'Amina Diallo',
  ...fields,
})

describe('the names of a subject', () => {
  it.each<[string, Record<string, unknown>, readonly string[]]>([
    ['a text', { name: 'Amina Diallo' }, ['Amina Diallo']],
    ['a language value object', { name: { '@value': 'Amina Diallo' } }, ['Amina Diallo']],
    ['a name form', { name: { value: 'Amina Diallo', kind: 'passport' } }, ['Amina Diallo']],
    [
      'several name forms',
      {
        name: [
          { value: 'أمينة ديالو', lang: 'ar' },
          { value: 'Amina Diallo', lang: 'en' },
        ],
      },
      ['أمينة ديالو', 'Amina Diallo'],
    ],
    ['a form given twice', { name: ['Amina Diallo', 'Amina Diallo'] }, ['Amina Diallo']],
    ['a map of languages', { fullName: { en: 'Amina Diallo' } }, ['Amina Diallo']],
    ['a map of languages with lists', { fullName: { en: ['Amina Diallo'] } }, ['Amina Diallo']],
    ['an Open Badges identity', { identifier: [identity({})] }, ['Amina Diallo']],
    ['an identity without a list around it', { identifier: identity({}) }, ['Amina Diallo']],
    ['OpenID Connect parts', { given_name: 'Amina', family_name: 'Diallo' }, ['Amina Diallo']],
    [
      'three parts',
      { given_name: 'Amina', middle_name: 'Fatou', family_name: 'Diallo' },
      ['Amina Fatou Diallo'],
    ],
    [
      'parts in two languages',
      {
        givenName: { ar: 'أمينة', en: 'Amina' },
        familyName: { ar: 'ديالو', en: 'Diallo' },
      },
      ['أمينة ديالو', 'Amina Diallo'],
    ],
    [
      'parts in unlike numbers',
      { givenName: ['Amina', 'Mina'], familyName: 'Diallo' },
      ['Amina Diallo'],
    ],
    ['one part alone', { family_name: 'Diallo' }, ['Diallo']],
    ['a name beside its parts', { name: 'Amina Diallo', given_name: 'Amina' }, ['Amina Diallo']],
  ])('are read from %s', (_, subject, names) => {
    expect(subjectNames(subject)).toEqual(names)
  })
  it.each<[string, Record<string, unknown>]>([
    ['there is none', {}],
    ['it is blank', { name: ' ' }],
    ['it is a number', { name: 7 }],
    ['it is an object of something else', { name: { first: 'Amina' } }],
    ['the identity is hashed', { identifier: identity({ hashed: true }) }],
    ['the identity does not say whether it is hashed', { identifier: identity({ hashed: 'no' }) }],
    ['the identity is no name', { identifier: identity({ identityType: 'emailAddress' }) }],
    ['the identifier is a text', { identifier: 'Amina Diallo' }],
  ])('are none where %s', (_, subject) => {
    expect(subjectNames(subject)).toEqual([])
  })
  it('are no more than can be ordered', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => `Amina ${at}`)
    expect(subjectNames({ name: many })).toHaveLength(8)
    expect(subjectNames({ givenName: many, familyName: many })).toHaveLength(8)
  })
})
