// A degree or a licence as the claims of an SD-JWT VC, and which of them always show. Pure.
import type { JsonObject } from '../encoding/json.ts'
import { parseDateTime } from '../encoding/time.ts'
import { readPublicJwk } from '../keys/jwk.ts'
import type { IssueCredential } from '../wire/issue-credential.ts'
import { type CredentialFrame, present, tokenStatusClaim } from './credential-frame.ts'
import { vctUrl } from './type-metadata.ts'

/**
 * What always shows, beside what SD-JWT VC never lets be hidden. What a credential is worth must not depend on what its holder
 * leaves out: an accreditation covers type, place, profession and level at the award date, and a limit is a limit.
 */
export const OPEN_CLAIMS = {
  degree: ['awardedDate', 'degree.name', 'degree.achievementType', 'degree.eqf'],
  licence: [
    'licence.name',
    'licence.profession',
    'licence.jurisdiction',
    'licence.scope',
    'licence.conditions',
    'licence.regulator',
  ],
} as const satisfies Record<IssueCredential['kind'], readonly string[]>

/** Builds the claims. @see SD-JWT VC (draft -19) §3.2.2 */
export function buildSdJwtClaims(order: IssueCredential, frame: CredentialFrame): JsonObject {
  const { subject, validFrom, validUntil, holderKey } = order
  return present({
    iss: frame.issuer.did,
    vct: vctUrl(frame.origin, order.kind),
    nbf: toSeconds(validFrom),
    exp: validUntil === undefined ? undefined : toSeconds(validUntil),
    status: tokenStatusClaim(frame.status),
    cnf: holderKey && { jwk: readPublicJwk(holderKey) },
    jti: frame.id,
    sub: subject.id,
    name: subject.name,
    ...contents(order, frame),
  })
}

function contents(order: IssueCredential, { issuer }: CredentialFrame): JsonObject {
  if (order.kind === 'licence')
    return { licence: present({ ...order.licence, regulator: issuer.did }) }
  const { awardedDate, ...degree } = order.degree
  return { awardedDate, degree: present(degree) }
}

const toSeconds = (dateTime: string): number => Math.floor(parseDateTime(dateTime) ?? 0)
