// The table of licences that a registrar sends in: 200 rows, made of the template's own first row. Pure.

const ROW_COUNT = 200

/** What stands in each column of the template, row by row. */
const cellOf = (column: string, number: number): string =>
  ({
    holder_name: `Doctor ${number}`,
    valid_from: '2026-01-01',
    valid_until: '2099-12-31',
    name: 'Licence to practise medicine',
    number: `NM-${80_000 + number}`,
    isco08: '2211',
    jurisdiction: 'XM-N',
    key: String(80_000 + number),
  })[column] ?? ''

/** Line, column and cell of what is wrong at first. */
export const FAULTS: readonly (readonly [line: number, column: string, cell: string])[] = [
  [2, 'holder_name', ''],
  [12, 'valid_from', '01.02.2026'],
  [40, 'valid_until', '2025-12-31'],
  [77, 'isco08', 'doctor'],
  [120, 'jurisdiction', 'Northmark'],
  [155, 'holder_name', '=A1'],
  [201, 'key', '80002'],
]

/**
 * The table as CSV, under the register's own name for the holder's column.
 *
 * @param columns - of the template
 * @param faults - what is wrong with it
 */
export function licenceTable(
  columns: readonly string[],
  faults: typeof FAULTS = [],
  count = ROW_COUNT,
): string {
  const rows = Array.from({ length: count }, (_, at) =>
    columns
      .map((column) => {
        const fault = faults.find(([line, name]) => line === at + 2 && name === column)
        return fault ? fault[2] : cellOf(column, at + 1)
      })
      .join(','),
  )
  const header = columns.map((column) => (column === 'holder_name' ? 'Licensee' : column))
  return [header.join(','), ...rows].join('\r\n')
}
