// From a text on a page to a finding: verified here, and compared with the person of the page.
import { displayText } from '../../shared/encoding/display-text.ts'
import {
  compareNames,
  type NameMatch,
  type SignatureEngine,
  type TrustPin,
  type VerificationResult,
  type VerifierDeps,
  type VerifierMemory,
  verifyCredential,
} from '../../shared/index.ts'
import type { PersonOfPage } from '../../shared/ui/verdict-panel.tsx'
import type { PersonClaim } from '../platform/message-types.ts'
import { isPlausibleName } from '../portals/plausible-name.ts'
import type { Finding } from './found-credentials.ts'
import type { CreateLookUp } from './look-up.ts'

export interface CheckDeps {
  readonly engine: SignatureEngine
  readonly memory: VerifierMemory
  readonly lookUpAt: CreateLookUp
  readonly trustListFor: (pin: TrustPin) => ReturnType<VerifierDeps['trust']>
  readonly pinInForce: () => Promise<TrustPin>
  /** Seconds since the Unix epoch. */
  readonly now: () => number
}

const MATCHES_BEST_FIRST: readonly NameMatch[] = ['exact', 'variant', 'possible', 'different']

/** Nothing is said where there is no name to compare, or the heading is no name. Papers show several forms of one name: the closest counts. */
export function compareWithPage(
  result: VerificationResult,
  claim: PersonClaim | null,
): PersonOfPage | undefined {
  const { name: firstName, otherNames = [] } = result.credential.subject
  // The panel shows it: the page chose it, so it is cleaned like every text from outside.
  const name = displayText(claim?.name)
  if (claim === null || name === undefined || firstName === undefined) return undefined
  if (claim.from === 'heading' && !isPlausibleName(name)) return undefined
  const compared = [firstName, ...otherNames].map((subject) => ({
    name,
    subject,
    match: compareNames(subject, name),
  }))
  return MATCHES_BEST_FIRST.map((best) => compared.find(({ match }) => match === best)).find(
    (person) => person !== undefined,
  )
}

/** Verifies one text; a fault of ours becomes a finding that says so, never a verdict. */
export function createCheckCandidate({
  engine,
  lookUpAt,
  memory,
  now,
  pinInForce,
  trustListFor,
}: CheckDeps) {
  return async (text: string, claim: PersonClaim | null): Promise<Finding> => {
    try {
      const pin = await pinInForce()
      const lookUp = lookUpAt(pin.origin)
      const trust = () => trustListFor(pin)
      const result = await verifyCredential(text, { now, lookUp, trust, engine, memory })
      const person = compareWithPage(result, claim)
      return person === undefined ? { state: 'done', result } : { state: 'done', result, person }
    } catch {
      return { state: 'failed' }
    }
  }
}
