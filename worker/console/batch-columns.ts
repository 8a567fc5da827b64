// The columns of a template as somebody needs to know them who fills it in. Uses zod through the form's fields.
import type { CredentialType } from '../../shared/credential-types/credential-type.ts'
import { KEY_COLUMN } from '../batches/read-header.ts'
import { exampleCells } from '../batches/template.ts'
import { issueFields } from './issue-fields.ts'

export interface ExplainedColumn {
  /** As the first row of the template has it. */
  readonly name: string
  readonly label: string
  readonly isRequired: boolean
  /** What may stand in it, in sentences. */
  readonly explanation: string
  readonly example: string
}

const KEY: ExplainedColumn = {
  name: KEY_COLUMN,
  label: 'Your own number',
  isRequired: false,
  explanation:
    'A number of yours, different in each row, such as a matriculation number. It does not stand in the credential. A row with the same one is never signed again.',
  example: '2026-0001',
}

const EXPECTED: Readonly<Record<string, string>> = {
  date: 'A date, such as 2026-01-31.',
  number: 'A number, in digits.',
}

/** In the order of the template. */
export function explainColumns(type: CredentialType): readonly ExplainedColumn[] {
  const examples = exampleCells(type.columns, type.example)
  const columns = issueFields(type).map(
    ({ name, label, help, isRequired, input, maxChars, options }, at) => ({
      name,
      label,
      isRequired,
      explanation: [
        EXPECTED[input],
        help,
        options.length > 0 && `One of: ${options.join(', ')}.`,
        maxChars !== undefined && `At most ${maxChars} characters.`,
      ]
        .filter(Boolean)
        .join(' '),
      example:
        (type.columns[at]?.reading === 'begin' || type.columns[at]?.reading === 'end'
          ? examples[at]?.slice(0, 10)
          : examples[at]) ?? '',
    }),
  )
  return [...columns, KEY]
}

/** What the columns of a kind are called, and the column of keys. */
export const labelsOf = (type: CredentialType): ReadonlyMap<string, string> =>
  new Map([
    ...issueFields(type).map(({ name, label }) => [name, label] as const),
    [KEY.name, KEY.label],
  ])
