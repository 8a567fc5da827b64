// The project's own sources and what they import. Uses the file system.
import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const GENERATED: ReadonlySet<string> = new Set(['node_modules', 'build', 'public', 'dist'])
const SOURCE = /\.(?:ts|tsx|mjs)$/

export interface Source {
  /** From the root of the project, with slashes. */
  readonly path: string
  readonly text: string
}

export interface Import {
  readonly from: string
  /** A path from the root, or the name of a package. */
  readonly to: string
  readonly isTypeOnly: boolean
}

export const readText = (path: string): string => readFileSync(`${ROOT}${path}`, 'utf8')

/** Every source file below the given folders. */
export const sourcesIn = (...folders: readonly string[]): readonly Source[] =>
  folders.flatMap((folder) =>
    readdirSync(`${ROOT}${folder}`, { withFileTypes: true }).flatMap((entry): readonly Source[] => {
      const path = `${folder}/${entry.name}`
      if (entry.isFile()) return SOURCE.test(entry.name) ? [{ path, text: readText(path) }] : []
      return entry.name.startsWith('.') || GENERATED.has(entry.name) ? [] : sourcesIn(path)
    }),
  )

const STATEMENT =
  /^(?:import|export)\s+(type\s+)?(?:(\{[^}]*\}|\*(?:\s+as\s+\w+)?|\w+(?:\s*,\s*\{[^}]*\})?)\s+from\s+)?'([^']+)'/gm
const DYNAMIC = /\bimport\(\s*'([^']+)'\s*\)/g

/** Everything that a source imports or exports again. An import of types alone leaves no trace when it runs. */
export function importsOf({ path, text }: Source): readonly Import[] {
  const resolve = (to: string) =>
    to.startsWith('.') ? posix.join(posix.dirname(path), to) : to.replace(/^url:/, '')
  const statements = [...text.matchAll(STATEMENT)].map(([, type, names = '', to = '']) => ({
    from: path,
    to: resolve(to),
    isTypeOnly: type !== undefined || isListOfTypes(names),
  }))
  const dynamic = [...text.matchAll(DYNAMIC)].map(([, to = '']) => ({
    from: path,
    to: resolve(to),
    isTypeOnly: false,
  }))
  return [...statements, ...dynamic]
}

const isListOfTypes = (names: string): boolean => {
  const listed = names.startsWith('{') ? names.slice(1, -1).split(',') : []
  const stated = listed.map((name) => name.trim()).filter((name) => name !== '')
  return stated.length > 0 && stated.every((name) => name.startsWith('type '))
}

/** The text without its comments: what is forbidden in code may be spoken of. */
export const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
