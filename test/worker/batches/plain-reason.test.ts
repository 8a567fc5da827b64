// What registrars read about a cell: the words of every kind of fault, and none of a schema library.
import { describe, expect, it } from 'vitest'
import { CREDENTIAL_TYPES } from '../../../shared/credential-types/index.ts'
import { readRow } from '../../../worker/batches/read-row.ts'

const { kind, columns, schema } = CREDENTIAL_TYPES.degree
const names = [...columns.map(({ name }) => name), 'key']

const CELLS: Readonly<Record<string, string>> = {
  holder_name: 'Amina Diallo',
  valid_from: '2026-01-01',
  name: 'Master of Medicine',
  description: 'Six years.',
  achievement_type: 'MasterDegree',
  eqf: '7',
}

function faultsOf(changes: Readonly<Record<string, string>>) {
  const all: Readonly<Record<string, string>> = { ...CELLS, ...changes }
  const row = readRow(
    { kind, format: 'vc+jwt', columns, schema, names },
    { line: 2, cells: names.map((name) => all[name] ?? '') },
  )
  return 'faults' in row ? row.faults : []
}

describe('a bad cell', () => {
  it.each([
    ['holder_name', '', 'This cell is empty, and it is needed.'],
    ['holder_did', 'amina', 'Expected a DID, such as did:key:z6Mk…, or nothing.'],
    ['valid_from', '31.12.2025', 'Expected a date, such as 2026-01-31.'],
    ['valid_until', '2025-01-01', 'The end must be later than the beginning.'],
    ['name', 'x'.repeat(201), 'Expected at most 200 characters.'],
    ['achievement_type', 'Master', /^Expected one of: AssociateDegree, .*, Certificate/],
    ['eqf', 'seven', 'Expected a number, in digits.'],
    ['eqf', '6.5', 'Expected a whole number, in digits.'],
    ['eqf', '9', 'Expected at most 8.'],
    ['eqf', '0', 'Expected at least 1.'],
    ['awarded_date', 'June 2025', 'Expected a calendar date, such as 2026-01-31'],
    ['results', 'Anatomy', 'Expected “name: value”; several stand between semicolons.'],
    ['holder_name', '=A1', /^The cell begins like a formula/],
  ])('in %s that holds %j has one reason: %s', (column, cell, reason) => {
    const faults = faultsOf({ [column]: cell })
    expect(faults.map((fault) => fault.column)).toEqual([column])
    expect(faults[0]?.reason).toMatch(reason)
  })

  it('that is empty is named beside every other one that is', () => {
    const empty = Object.fromEntries(Object.keys(CELLS).map((name) => [name, '']))
    expect(faultsOf(empty).map(({ column }) => column)).toEqual(Object.keys(CELLS))
  })

  it('has no reason in the words of a schema, whatever kind and column it belongs to', () => {
    for (const type of Object.values(CREDENTIAL_TYPES)) {
      const plan = { kind: type.kind, format: 'vc+jwt', columns: type.columns, schema: type.schema }
      for (const cell of ['', '?', '-1', '99999', 'x'.repeat(5000), 'a: b', ';']) {
        const row = readRow(
          { ...plan, names: type.columns.map(({ name }) => name) },
          { line: 2, cells: type.columns.map(() => cell) },
        )
        for (const { reason } of 'faults' in row ? row.faults : []) {
          expect(reason, type.kind).not.toMatch(/Invalid|undefined|object|>=|<=|pattern/)
        }
      }
    }
  })
})
