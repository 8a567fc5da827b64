// What a verifier remembers from one verification to the next: only what no clock and no list can change. Bounded.
import type { LookUp } from './deps.ts'
import type { JsonObject } from './encoding/json.ts'
import type { IssuerKey } from './keys/resolve-issuer-key.ts'
import { MEMORY_MAX_CHARS, MEMORY_MAX_COUNT } from './limits.ts'
import { createMoment, type Moment, type MomentQuestion } from './moment.ts'
import type { CredentialClaims } from './parse/credential.ts'
import type { Verified } from './signature/verify-signature.ts'
import type { OpenList } from './status/list-forms.ts'
import type { TrustSnapshot } from './trust/snapshot.ts'
import type { LeanedOn, ParseSigned } from './verify-signed.ts'

/** A text that was taken apart, and the keys under which all its signatures were found good. */
export interface ProvedText {
  readonly parsed: LeanedOn
  /** How it was read: read in another way it could say something else. */
  readonly parse: ParseSigned | undefined
  readonly claims: Verified<CredentialClaims>
  /** Algorithm and key of every signature, in their order. */
  readonly provedBy: string
  /** The trust list under which its signers were last found to be listed, and the key: the same list answers the same. */
  readonly listed?: { readonly trust: TrustSnapshot; readonly key: IssuerKey }
}

/**
 * Remembers the texts that credentials lean on: status lists, accreditations, delegations. That a text was signed by a key is
 * true for ever; whose key it is, whether the text is in force and what it is good for is asked anew each time.
 */
export interface VerifierMemory {
  readonly recall: (text: string) => ProvedText | undefined
  /** Only for texts that were proved: nobody can fill a memory with what he did not sign. */
  readonly remember: (text: string, proved: ProvedText) => void
  /** What status lists inflate to, by the subject that holds them: kept for as long as that is. */
  readonly opened: WeakMap<JsonObject, Promise<OpenList | null>>
  /** What was settled at one moment by one set of look-ups; that of another moment is forgotten. */
  readonly momentOf: (lookUp: LookUp, question: MomentQuestion) => Moment
}

/** Makes the memory that a verifier is given. One for each process; it forgets what was asked for least recently. */
export function createVerifierMemory(): VerifierMemory {
  const known = new Map<string, ProvedText>()
  const moments = new WeakMap<LookUp, Moment>()
  let chars = 0
  const forget = (text: string) => {
    if (known.delete(text)) chars -= text.length
  }
  return {
    opened: new WeakMap(),
    momentOf(lookUp, question) {
      const last = moments.get(lookUp)
      if (last?.isOf(question)) return last
      const moment = createMoment(question)
      moments.set(lookUp, moment)
      return moment
    },
    recall(text) {
      const proved = known.get(text)
      if (proved) {
        known.delete(text)
        known.set(text, proved)
      }
      return proved
    },
    remember(text, proved) {
      forget(text)
      known.set(text, proved)
      chars += text.length
      for (const oldest of known.keys()) {
        if (known.size <= MEMORY_MAX_COUNT && chars <= MEMORY_MAX_CHARS) break
        forget(oldest)
      }
    },
  }
}
