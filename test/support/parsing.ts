// The parser's answer in one line. Pure.
import { parseSecured } from '../../shared/parse/parse-secured.ts'
import { licence } from './credentials.ts'
import { signCompact } from './issuer.ts'
import { COUNCIL } from './parties.ts'

export const sign = (payload: object | string, header: object | string = {}) =>
  signCompact(payload, COUNCIL, header)

/** The reason, with the path where there is one; 'ok' where there is none. */
export async function reasonOf(input: string | object): Promise<string> {
  const parsed = await parseSecured(input)
  if (parsed.ok) return 'ok'
  const { code, detail } = parsed.error
  return detail?.path === undefined ? code : `${code} ${detail.path}`
}

export const GOOD = await sign(licence())
export const [HEADER = '', PAYLOAD = '', SIGNATURE = ''] = GOOD.split('.')
