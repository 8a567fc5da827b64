// The fields of the form for one kind of credential: its columns, with what its schema says of each. Uses zod.
import { z } from 'zod'
import type { Column } from '../../shared/credential-types/columns.ts'
import type { CredentialType } from '../../shared/credential-types/credential-type.ts'
import { dateSchema } from '../../shared/wire/order-fields.ts'

export interface IssueField {
  readonly name: string
  readonly label: string
  readonly help: string | undefined
  readonly isRequired: boolean
  readonly input: 'text' | 'textarea' | 'date' | 'number' | 'select'
  readonly maxChars: number | undefined
  /** Of a `select`. */
  readonly options: readonly string[]
}

/** The little of JSON Schema that says how to ask for a value. */
interface Node {
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly maxLength?: number
  readonly properties?: Readonly<Record<string, Node>>
  readonly anyOf?: readonly Node[]
}

const LABELS: Readonly<Record<string, string>> = {
  holder_name: 'Name of the holder',
  holder_did: 'DID of the holder',
  eqf: 'EQF level',
  isco08: 'Profession',
}

const HELP: Readonly<Record<string, string>> = {
  holder_name: 'As it shall stand in the credential, in any script.',
  holder_did: 'Where the holder has one, such as did:key:z6Mk…',
  valid_until: 'The last day. Leave it empty where there is no end.',
  isco08: 'ISCO-08 code of four digits, such as 2211 for generalist doctors.',
  jurisdiction: 'ISO 3166 code of a country or region, such as AU or AU-NSW.',
  qualified_in: 'ISO 3166 code of a country or region.',
  eqf: 'From 1 to 8 in the European Qualifications Framework; a master’s degree is 7.',
}

const HELP_BY_READING: Partial<Record<Column['reading'], string>> = {
  list: 'Several are told apart by semicolons.',
  pairs: 'Each as “name: value”; several are told apart by semicolons.',
}

/** Texts that may be longer get more than one line. */
const LINE_MAX_CHARS = 200

/** `awarded_date` → `Awarded date` */
const inWords = (name: string): string => {
  const words = name.replaceAll('_', ' ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

function nodeAt(root: Node, path: readonly string[]): Node {
  const found = path.reduce<Node | undefined>((node, step) => node?.properties?.[step], root)
  return found?.anyOf?.find(({ type }) => type === 'string') ?? found ?? {}
}

function inputFor({ reading }: Column, node: Node): IssueField['input'] {
  if (node.enum !== undefined) return 'select'
  if (node.format === 'date' || reading === 'begin' || reading === 'end') return 'date'
  if (reading === 'number') return 'number'
  const isLong = (node.maxLength ?? 0) > LINE_MAX_CHARS
  return isLong || reading === 'list' || reading === 'pairs' ? 'textarea' : 'text'
}

/** The form's fields in the order of the columns. */
export function issueFields({ columns, schema }: CredentialType): readonly IssueField[] {
  const root = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === dateSchema) jsonSchema.format = 'date'
    },
  }) as Node
  return columns.map((column) => {
    const node = nodeAt(root, column.path)
    const { name, reading, isRequired } = column
    return {
      name,
      label: LABELS[name] ?? inWords(name),
      help: HELP[name] ?? HELP_BY_READING[reading],
      isRequired,
      input: inputFor(column, node),
      maxChars: node.maxLength,
      options: (node.enum ?? []).map(String),
    }
  })
}
