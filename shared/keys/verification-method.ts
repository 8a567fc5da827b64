// A key with the DID URL that names it. Types only.
import type { PublicJwk } from './jwk.ts'

export interface ListedMethod {
  /** Absolute DID URL. */
  readonly id: string
  readonly key: PublicJwk
  /** Seconds since the Unix epoch: since when somebody else may sign with it. */
  readonly compromisedSinceSeconds?: number
}
