// Is a proved credential in force, and was its issuer entitled? Asks whom it has to ask, of lists and of accreditations.
import { type Awaitable, andThen } from './awaitable.ts'
import { checkStatus, type StatusAnswer } from './status/check-status.ts'
import type { StatusContext } from './status/status-context.ts'
import { checkIssuerTrust, keeperOfRecords, type TrustAnswer } from './trust/check-issuer-trust.ts'
import type { Basis, VerifyContext } from './verify-context.ts'
import { createVerifySigned, type SignedCredential } from './verify-signed.ts'

/** The two questions, each asked when it is called. */
interface Judging {
  readonly status: () => Awaitable<StatusAnswer>
  readonly issuerTrust: () => Awaitable<TrustAnswer>
}

/** Reasons: every `status.*` and `issuer_trust.*`. */
export function judgeSigned(
  signed: SignedCredential,
  { clockSeconds, deps, nowSeconds, together }: VerifyContext,
  { moment, snapshot, trust }: Basis,
): Judging {
  const verifySigned = createVerifySigned(deps, trust)
  const { lookUp, memory } = deps
  const { assessed, lists } = together
  const statusContext: StatusContext = {
    nowSeconds,
    clockSeconds,
    lookUp,
    verifySigned,
    memory,
    moment,
    lists,
  }
  const trustContext = {
    nowSeconds,
    clockSeconds,
    snapshot,
    verifySigned,
    moment,
    assessed,
    // Nobody keeps the lists of an accreditor: who asked whether somebody does would go in circles.
    checkStatus: (accreditation: SignedCredential['claims']) =>
      andThen(checkStatus(accreditation, statusContext), ({ result }) => result),
  }
  return {
    status: () =>
      andThen(keeperOfRecords(signed.claims, trustContext), (keeper) =>
        checkStatus(signed.claims, { ...statusContext, keeper }),
      ),
    issuerTrust: () => checkIssuerTrust(signed, trustContext),
  }
}
