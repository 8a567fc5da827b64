// A Status List Token, read and not verified; and what its values are. Pure.
import { isJsonObject } from '../encoding/json.ts'
import { readNumericDate } from '../encoding/time.ts'
import { absoluteDidUrl, didOfUrl, parseDid } from '../keys/did.ts'
import { decodeCompactJws } from '../parse/compact-jws.ts'
import type { ParsedSignature } from '../parse/credential.ts'
import { malformed, missing } from '../parse/properties.ts'
import { problem } from '../reasons.ts'
import { err, ok } from '../result.ts'
import type { ParseSigned } from '../verify-signed.ts'
import type { ListForm } from './list-forms.ts'
import { decodeTokenList, TOKEN_BITS } from './token-list.ts'

const TYPS: ReadonlySet<unknown> = new Set(['statuslist+jwt', 'application/statuslist+jwt'])
const TYPE = 'StatusListToken'

/**
 * Reads a token as if it were a credential about its list, so that both kinds are proved in one way.
 *
 * Reasons: every `format.*`.
 * @see Token Status List §5.1
 */
const parseStatusListToken: ParseSigned = (text, bound) => {
  const jws = decodeCompactJws(text.trim(), bound)
  if (!jws.ok) return jws
  const { header, payload } = jws.value
  if (!TYPS.has(header.typ)) return err(problem('format.typ_unsupported'))
  const { sub, iat, exp, status_list: list } = payload
  if (typeof sub !== 'string') return missing('sub')
  const fromSeconds = readNumericDate(iat)
  if (fromSeconds === null) return missing('iat')
  const untilSeconds = exp === undefined ? undefined : readNumericDate(exp)
  if (untilSeconds === null) return malformed('exp')
  const signature = jws.value.signature('assertionMethod')
  return ok({
    signatures: [signature],
    claims: {
      id: sub,
      types: [TYPE],
      issuer: { id: signerOf(signature), properties: {} },
      subject: isJsonObject(list) ? list : {},
      validFromSeconds: fromSeconds,
      ...(untilSeconds !== undefined && { validUntilSeconds: untilSeconds }),
      statusEntries: [],
      properties: payload,
    },
  })
}

/** The token need not name its issuer: then it is who the key belongs to. */
function signerOf({ iss, kid = '' }: ParsedSignature): string {
  const did = didOfUrl(absoluteDidUrl(kid, ''))
  return iss ?? (parseDid(did) ? did : '')
}

/** Its `ttl` is in seconds. @see Token Status List §5.1 */
export const TOKEN: ListForm = {
  parse: parseStatusListToken,
  // A credential is a `VerifiableCredential` besides: none can pass for a token.
  isList: ({ types }) => types.length === 1 && types[0] === TYPE,
  ttl: ({ properties }) => ({ value: properties.ttl, perSecond: 1 }),
  open: async ({ bits, lst }) => {
    const size = TOKEN_BITS.find((known) => known === bits)
    const values = typeof lst === 'string' ? await decodeTokenList(lst) : null
    return size === undefined || !values ? null : { values, size, order: 'lsb' }
  },
}
