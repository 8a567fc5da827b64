// One valid credential in each envelope, as text: what attackers start from.
import type { Envelope } from '../../shared/parse/credential.ts'
import { JWT_VC_HEADER, jwtVc, licence } from './credentials.ts'
import { signCompact } from './issuer.ts'
import { COUNCIL, UNIVERSITY } from './parties.ts'

/** Each is verified in the world of `createWorld()`. */
export const SECURED: Readonly<Partial<Record<Envelope, () => Promise<string>>>> = {
  'vc+jwt': () => signCompact(licence(), COUNCIL),
  jwt_vc: () => signCompact(jwtVc(), UNIVERSITY, JWT_VC_HEADER),
}
