// An order carried out: a signed credential now, or a link by which its holder fetches copies.
import type { IssueCredential } from '../../shared/wire/issue-credential.ts'
import type { Actor } from '../auth/actor.ts'
import { type IssuedAnswer, issueAndRecord } from '../issuing/issue.ts'
import type { Services } from '../services.ts'
import type { Issuer } from '../storage/issuers.ts'
import type { OfferedAnswer } from './draft-claim.ts'
import { offerClaim } from './offer-claim.ts'

export type CarriedOut = IssuedAnswer | OfferedAnswer

/** As `issueAndRecord`, or as `offerClaim` where the order asks for a claim: throws and answers what they do. */
export const issueOrOffer = (
  services: Services,
  issuer: Issuer,
  actor: Actor,
  order: IssueCredential,
  alongside: (answer: CarriedOut) => Promise<readonly D1PreparedStatement[]>,
): Promise<CarriedOut | undefined> =>
  order.claim
    ? offerClaim(services, issuer, actor, order, alongside)
    : issueAndRecord(services, issuer, actor, order, alongside)
