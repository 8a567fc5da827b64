// What no credential may say of a person: nationality, citizenship, immigration status, religion, ethnicity, race, sex. Pure.
import type { z } from 'zod'

/** Words that stand in no name, in whatever place. */
const FORBIDDEN_WORDS: ReadonlySet<string> = new Set([
  ...['nationality', 'nationalities', 'citizen', 'citizens', 'citizenship', 'citizenships'],
  ...['immigration', 'immigrant', 'migration', 'migrant', 'refugee', 'asylum', 'visa'],
  ...['religion', 'religions', 'religious', 'faith', 'creed', 'denomination'],
  ...['ethnic', 'ethnicity', 'ethnicities', 'race', 'races', 'racial', 'caste', 'tribe'],
  ...['sex', 'gender', 'genders', 'sexes', 'sexual', 'pronoun', 'pronouns'],
])
/** Two words that are one only together. */
const FORBIDDEN_PAIRS: ReadonlySet<string> = new Set([
  ...['residence permit', 'residency status', 'residence status', 'national origin'],
  ...['country birth', 'birth country', 'nation origin'],
])
/** Written without a gap, they have no words to be told by. */
const GLUED =
  /^(?:.*(?:nationalit|citizenship|immigra|religio|ethnic).*|(?:residence|residency|visa)(?:permit|status)|raceor.*)$/

/** The words of a name in snake, kebab or camel case. */
const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '' && word !== 'of')

/** Whether a property of this name would say what no credential may. */
export function isForbiddenName(name: string): boolean {
  const words = wordsOf(name)
  return (
    words.some((word) => FORBIDDEN_WORDS.has(word)) ||
    words.some((word, index) => FORBIDDEN_PAIRS.has(`${word} ${words[index + 1]}`)) ||
    GLUED.test(words.join(''))
  )
}

interface Found {
  readonly path: string
  readonly why: 'forbidden' | 'open'
}

/** As much as is needed of how zod keeps a schema. */
interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>
  readonly catchall?: z.core.$ZodType
  readonly element?: z.core.$ZodType
  readonly innerType?: z.core.$ZodType
  readonly options?: readonly z.core.$ZodType[]
}

/** Those that have nothing inside. */
const LEAVES: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'enum', 'literal'])

/**
 * Every property of a schema that says what no credential may, and every place where any property could be: what cannot be
 * looked through is refused.
 *
 * @param allowedOpen - paths at which an open object is no statement about the person, such as a public key
 */
export function findForbidden(
  schema: z.core.$ZodType,
  allowedOpen: ReadonlySet<string> = new Set(),
  path = '',
): readonly Found[] {
  const { type, shape, catchall, element, innerType, options } = schema._zod
    .def as unknown as Definition
  const inside = (inner: z.core.$ZodType) => findForbidden(inner, allowedOpen, path)
  if (shape) {
    const isOpen = (catchall?._zod.def.type ?? 'open') !== 'never'
    const found: Found[] = isOpen ? [{ path, why: 'open' }] : []
    for (const [name, inner] of Object.entries(shape)) {
      const place = path === '' ? name : `${path}.${name}`
      if (isForbiddenName(name)) found.push({ path: place, why: 'forbidden' })
      found.push(...findForbidden(inner, allowedOpen, place))
    }
    return found
  }
  if (element) return inside(element)
  if (innerType) return inside(innerType)
  if (options) return options.flatMap(inside)
  return LEAVES.has(type) || allowedOpen.has(path) ? [] : [{ path, why: 'open' }]
}
