// What is wrong with the rows of a table: line, column, reason. Pure.
import type { LineFaults } from '../storage/batch-findings.ts'

export interface FindingsProps {
  readonly findings: readonly LineFaults[]
  /** What the columns are called, by the template's names. */
  readonly labels: ReadonlyMap<string, string>
  /** What the file calls them, where that is known. */
  readonly fileNames?: Readonly<Record<string, string>> | undefined
}

const ColumnName = ({
  column,
  labels,
  fileNames = {},
}: { readonly column: string } & Omit<FindingsProps, 'findings'>) => {
  if (column === '') return <>The whole row</>
  const called = Object.hasOwn(fileNames, column) ? fileNames[column] : undefined
  return (
    <>
      {labels.get(column) ?? 'A column'}{' '}
      <code>
        <bdi>{called ?? column}</bdi>
      </code>
    </>
  )
}

export const Findings = ({ findings, ...words }: FindingsProps) => (
  <table class="findings">
    <thead>
      <tr>
        <th scope="col">Line</th>
        <th scope="col">Column</th>
        <th scope="col">What is wrong</th>
      </tr>
    </thead>
    <tbody>
      {findings.flatMap(({ line, faults }) =>
        faults.map(({ column, reason }) => (
          <tr key={`${line} ${column}`}>
            <th scope="row">{line}</th>
            <td>
              <ColumnName column={column} {...words} />
            </td>
            <td>{reason}</td>
          </tr>
        )),
      )}
    </tbody>
  </table>
)
