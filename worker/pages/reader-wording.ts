// The wording in the language that a browser asks for. Pure.
import { parseAccept } from 'hono/utils/accept'
import { type Wording, wordingFor } from '../../shared/ui/wording/index.ts'

/**
 * The wording of the most wanted language that there is one for, else English.
 *
 * @param acceptLanguage - the request's `Accept-Language`; a language with `q=0` is one that the reader does not want
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4
 */
export const readerWording = (acceptLanguage = ''): Wording =>
  wordingFor(
    parseAccept(acceptLanguage)
      .filter(({ q }) => q > 0)
      .map(({ type }) => type),
  )
