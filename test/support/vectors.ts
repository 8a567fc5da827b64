// Reads third-party vectors where they lie: in LICET_VECTORS or beside the checkout. Uses the file system.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { SpecCheckCase } from './speccheck.ts'

const FOLDER =
  process.env.LICET_VECTORS ?? fileURLToPath(new URL('../../../shared/vectors', import.meta.url))

const VECTORS_PRESENT = existsSync(FOLDER)

/** Behind the title of a test that needs them. */
export const PRESENCE = VECTORS_PRESENT ? '' : ' (vectors not present)'

/**
 * Whether tests that need the vectors are left out and counted as not run. In CI they are not: there a missing vector fails.
 */
export const leaveOut = (present: boolean, environment: { readonly CI?: string }): boolean =>
  !present && !environment.CI

export const LEFT_OUT = leaveOut(VECTORS_PRESENT, process.env)

/** The parsed vectors of one file; nothing where tests are left out, so that their tables are empty. */
export const readVectors = <T>(file: string, otherwise: T): T =>
  LEFT_OUT ? otherwise : (JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as T)

declare module 'vitest' {
  interface ProvidedContext {
    readonly specCheck: typeof PROVIDED.specCheck
  }
}

/** What tests ask `inject` for where no file can be read: in workerd. */
export const PROVIDED = {
  specCheck: {
    leftOut: LEFT_OUT,
    presence: PRESENCE,
    cases: VECTORS_PRESENT
      ? readVectors<readonly SpecCheckCase[]>('ed25519-speccheck/cases.json', [])
      : [],
  },
}
