// From a text on a page to a finding: verified here, and compared with the person of the page.
import { displayText } from '../../shared/encoding/display-text.ts'
import {
  type SignatureEngine,
  type TrustPin,
  type VerificationResult,
  type VerifierDeps,
  type VerifierMemory,
  verifyCredential,
} from '../../shared/index.ts'
import type { PersonOfPage } from '../../shared/ui/person-answer.tsx'
import type { PersonClaim, SourceName } from '../platform/message-types.ts'
import { isPlausibleName } from '../portals/plausible-name.ts'
import { credentialInImage } from './credential-in-image.ts'
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

/** The person whom the page names, as the page writes it; undefined where a heading is no name. */
export function personNamed(claim: PersonClaim | null): string | undefined {
  const name = displayText(claim?.name)
  if (claim === null || name === undefined) return undefined
  return claim.from === 'heading' && !isPlausibleName(name) ? undefined : claim.name
}

/** Nothing is said where the page names nobody, the credential has no name, or nothing in it is proved. */
export function comparedWithPage(
  { matchedName, nameMatch }: VerificationResult,
  expectedName: string | undefined,
): PersonOfPage | undefined {
  // The panel shows it: the page chose it, so it is cleaned like every text from outside.
  const name = displayText(expectedName)
  if (name === undefined || nameMatch === undefined || matchedName === undefined) return undefined
  return { name, subject: matchedName, match: nameMatch }
}

/** Verifies one text, or the one in an image; a fault of ours becomes a finding that says so, never a verdict. */
export function createCheckCandidate({
  engine,
  lookUpAt,
  memory,
  now,
  pinInForce,
  trustListFor,
}: CheckDeps) {
  return async (text: string, claim: PersonClaim | null, source: SourceName): Promise<Finding> => {
    try {
      const pin = await pinInForce()
      const lookUp = lookUpAt(pin.origin)
      const trust = () => trustListFor(pin)
      const expectedName = personNamed(claim)
      const result = await verifyCredential(
        source === 'image' ? await credentialInImage(text) : text,
        { now, lookUp, trust, engine, memory },
        expectedName === undefined ? {} : { expectedName },
      )
      const person = comparedWithPage(result, expectedName)
      return person === undefined ? { state: 'done', result } : { state: 'done', result, person }
    } catch {
      return { state: 'failed' }
    }
  }
}
