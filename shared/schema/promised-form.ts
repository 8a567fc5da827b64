// The schemas that a credential names, where it names any. Loads what holds them against it.
import type { Awaitable } from '../awaitable.ts'
import { lazily } from '../lazily.ts'
import type { ParsedCredential } from '../parse/credential.ts'
import { ok } from '../result.ts'
import type { SchemaAnswer } from './check-schema.ts'

/** Most credentials promise no form: for them nothing is loaded. */
export function checkPromisedForm(
  parsed: ParsedCredential,
  registryOrigin: string | undefined,
): Awaitable<SchemaAnswer> {
  if (parsed.claims.properties.credentialSchema === undefined) return ok({ isComplete: true })
  return loadSchemas().then(({ checkSchemas }) => checkSchemas(parsed, registryOrigin))
}

const loadSchemas = lazily(() => import('./check-schema.ts'))
