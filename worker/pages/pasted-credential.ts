// What people paste when they mean a credential. Pure.
import { parseJsonObject } from '../../shared/encoding/json.ts'

/** The alphabet of compact credentials and the white space that e-mail and wide screens put in between. */
const WRAPPED = /^eyJ[A-Za-z0-9_.\-~\s]+$/
const QUOTED = /^(["'“”])(.*)["'”“],?$/s

/**
 * The credential in a pasted text: without quotation marks around it, without the line breaks of an e-mail, and taken out of
 * the whole answer of the issuing route. Anything else is left as it is, for the verifier to judge.
 */
export function readPasted(text: string): string {
  const bare = QUOTED.exec(text.trim())?.[2]?.trim() ?? text.trim()
  if (WRAPPED.test(bare)) return bare.replaceAll(/\s+/g, '')
  const answer = bare.startsWith('{') ? parseJsonObject(bare) : undefined
  return typeof answer?.credential === 'string' ? answer.credential : bare
}
