// Which column of a registrar's file is which: what is guessed, and what is left to the registrar.
import { expect, it } from 'vitest'
import { CREDENTIAL_TYPES } from '../../../shared/credential-types/index.ts'
import { guessColumns, mappingOfChoices } from '../../../worker/console/batch-guess.ts'

const guess = (names: readonly string[], kind: 'degree' | 'licence' = 'degree') =>
  guessColumns(names, CREDENTIAL_TYPES[kind].columns)

it.each([
  ['the names of the template', ['holder_name', 'eqf'], { holder_name: 'holder_name', eqf: 'eqf' }],
  ['them in other spellings', ['Holder Name', 'EQF'], { holder_name: 'Holder Name', eqf: 'EQF' }],
  [
    'what registrars say',
    ['Student', 'Graduation date'],
    { holder_name: 'Student', awarded_date: 'Graduation date' },
  ],
  ['a student’s number as a key', ['Student No.'], { key: 'Student No.' }],
  [
    'a name beside a degree as a person’s',
    ['Name', 'Degree'],
    { holder_name: 'Name', name: 'Degree' },
  ],
  [
    'a name beside a person’s as the degree’s',
    ['Name', 'Student'],
    { holder_name: 'Student', name: 'Name' },
  ],
  ['each column once', ['Title', 'Degree'], { name: 'Degree' }],
  ['nothing for what it does not know', ['Remarks', 'Nationality', ''], {}],
])('takes %s', (_, names, expected) => {
  expect(guess(names)).toEqual(expected)
})

it('takes a licence’s words where licences are issued', () => {
  expect(guess(['Licensee', 'License No', 'Country', 'Expiry'], 'licence')).toEqual({
    holder_name: 'Licensee',
    number: 'License No',
    jurisdiction: 'Country',
    valid_until: 'Expiry',
  })
})

it('finds every column of every template', () => {
  for (const { columns } of Object.values(CREDENTIAL_TYPES)) {
    const names = columns.map(({ name }) => name)
    expect(guessColumns(names, columns)).toEqual(
      Object.fromEntries(names.map((name) => [name, name])),
    )
  }
})

it('leaves out what nobody chose', () => {
  expect(mappingOfChoices(['Student', 'Remarks', ''], { holder_name: 'Student' })).toEqual({
    Student: 'holder_name',
    Remarks: '',
  })
})
