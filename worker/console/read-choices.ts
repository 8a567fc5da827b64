// What somebody chose for each column of a template, and what of it does not go together. Pure.
import type { Column } from '../../shared/credential-types/columns.ts'
import { KEY_COLUMN, type Mapping } from '../batches/read-header.ts'
import { mappingOfChoices } from './batch-guess.ts'
import { readText } from './read-form.ts'

interface Choices {
  /** From the template's names to the file's. */
  readonly choices: Readonly<Record<string, string>>
  /** By the template's names. */
  readonly errors: Readonly<Record<string, string>>
  /** From the file's names to the template's. */
  readonly mapping: Mapping
}

/** @param names - of the columns of the file; others are no choice */
export function readChoices(
  form: Readonly<Record<string, unknown>>,
  columns: readonly Pick<Column, 'name' | 'isRequired'>[],
  names: readonly string[],
): Choices {
  const choices: Record<string, string> = {}
  const errors: Record<string, string> = {}
  for (const { name, isRequired } of [...columns, { name: KEY_COLUMN, isRequired: false }]) {
    const chosen = readText(form, `column-${name}`)
    if (names.includes(chosen)) {
      if (Object.values(choices).includes(chosen)) {
        errors[name] =
          'This column of your file is chosen twice: once is enough, or copy it in the file.'
      }
      choices[name] = chosen
    } else if (isRequired) {
      errors[name] = 'Choose the column of your file in which it stands.'
    }
  }
  return { choices, errors, mapping: mappingOfChoices(names, choices) }
}
