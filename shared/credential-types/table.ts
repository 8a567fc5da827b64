// Builds the table of kinds, and refuses one that would say of a person what no credential may. Pure.
import type { z } from 'zod'
import type { Column } from './columns.ts'
import { findForbidden, isForbiddenName } from './forbidden-attributes.ts'

/** A holder's public key has whatever members its kind of key has. */
const ALLOWED_OPEN: ReadonlySet<string> = new Set(['holderKey'])

interface Entry {
  readonly kind: string
  readonly schema: z.core.$ZodType
  readonly columns: readonly Column[]
}

/**
 * The kinds by name. Throws where a property or column of one names nationality, citizenship, immigration status, religion,
 * ethnicity, race or sex, where an object in one is open for any property, or where two have one name.
 */
export function tableOf<Type extends Entry>(types: readonly Type[]): ReadonlyMap<string, Type> {
  const table = new Map<string, Type>()
  for (const type of types) {
    const { kind, schema, columns } = type
    const [found] = findForbidden(schema, ALLOWED_OPEN)
    if (found) throw new Error(`${kind} has a property that is ${found.why}: ${found.path}`)
    const column = columns.find(({ name }) => isForbiddenName(name))
    if (column) throw new Error(`${kind} has a column that is forbidden: ${column.name}`)
    if (table.has(kind)) throw new Error(`There are two kinds ${kind}`)
    table.set(kind, type)
  }
  return table
}
