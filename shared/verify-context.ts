// What one verification shares with everything inside it: one clock read, one trust list. Reads deps.now once.
import type { VerifierDeps } from './deps.ts'
import { formatDateTime } from './encoding/time.ts'
import { limitLookUps } from './look-up-budget.ts'
import type { Moment } from './moment.ts'
import { problem } from './reasons.ts'
import { err } from './result.ts'
import type { StatusContext } from './status/status-context.ts'
import type { AssessedAccreditation } from './trust/chain.ts'
import type { TrustSnapshot } from './trust/snapshot.ts'

export interface VerifyOptions {
  /** Asks about another moment (seconds since the Unix epoch); a past without a status list of that time is `unknown`. */
  readonly atSeconds?: number
  /** The nonce that the holder was asked to sign. With it or an audience, the holder must have proved possession. */
  readonly nonce?: string
  /** Whom the holder was asked to present to. */
  readonly audience?: string
  /** For how long a proof of possession counts, in seconds: five minutes, but in a share, which its holder made for longer. */
  readonly possessionMaxAgeSeconds?: number
  /** Whose credential the reader expects; the answer is apart from the verdict. */
  readonly expectedName?: string
}

type Snapshot = Awaited<ReturnType<VerifierDeps['trust']>>

/** What all answers of a verification rest on. */
export interface Basis {
  readonly snapshot: Snapshot
  /** Undefined where no trust list could be had. */
  readonly trust: TrustSnapshot | undefined
  /** What was settled under this trust list at this moment. */
  readonly moment: Moment | undefined
}

export interface VerifyContext {
  readonly deps: VerifierDeps
  readonly options: VerifyOptions
  /** Seconds since the Unix epoch: now, and the moment that is asked about. */
  readonly clockSeconds: number
  readonly nowSeconds: number
  /** RFC 3339. */
  readonly checkedAt: string
  /** Read at the first question about it, then kept. */
  readonly basis: () => Promise<Basis>
  /** Found out once for all that is verified together, as it is verified by one clock and one trust list. */
  readonly together: {
    readonly lists: StatusContext['lists']
    readonly assessed: Map<string, Promise<readonly AssessedAccreditation[]>>
  }
  /** How many credentials this one is inside of. */
  readonly depth: number
  /** Who presents what this one is in, where that was asked for and proven. */
  readonly presenter?: string
}

/** Throws where an option is none of the kind: that is the caller's fault, not the credential's. */
export function createVerifyContext(deps: VerifierDeps, options: VerifyOptions): VerifyContext {
  const clockSeconds = deps.now()
  const nowSeconds = options.atSeconds ?? clockSeconds
  if (!Number.isFinite(nowSeconds)) throw new TypeError('atSeconds must be a finite number')
  let basis: Promise<Basis> | undefined
  return {
    deps,
    options,
    clockSeconds,
    nowSeconds,
    checkedAt: formatDateTime(clockSeconds),
    basis: () => {
      basis ??= deps.trust().then((read) => {
        const snapshot = refuseExpired(read, clockSeconds)
        const trust = snapshot.ok ? snapshot.value : undefined
        const moment = deps.memory?.momentOf(deps.lookUp, { clockSeconds, nowSeconds, trust })
        return { snapshot, trust, moment }
      })
      return basis
    },
    together: { lists: new Map(), assessed: new Map() },
    depth: 0,
  }
}

/** For one input and all that is inside of it: how much it may have us ask is bounded. */
export const ofOneInput = (context: VerifyContext): VerifyContext => ({
  ...context,
  deps: { ...context.deps, lookUp: limitLookUps(context.deps.lookUp) },
})

/**
 * For what is inside: a nonce was asked of the outermost only, a person's name of every credential.
 *
 * @param presenter - the holder whose presence was proven
 */
export const insideOf = (context: VerifyContext, presenter?: string): VerifyContext => {
  const { expectedName } = context.options
  return {
    ...context,
    options: expectedName === undefined ? {} : { expectedName },
    depth: context.depth + 1,
    ...(presenter !== undefined && { presenter }),
  }
}

/** Whoever keeps a trust list may keep it too long: its end is looked at once more. */
const refuseExpired = (snapshot: Snapshot, clockSeconds: number): Snapshot =>
  snapshot.ok && clockSeconds >= snapshot.value.validUntilSeconds
    ? err(problem('issuer_trust.registry_expired'))
    : snapshot
