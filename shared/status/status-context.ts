// What reading a status needs. Types only.
import type { LookUp } from '../deps.ts'
import type { VerifierMemory } from '../memory.ts'
import type { Moment } from '../moment.ts'
import type { Problem, ReasonCodeOf } from '../reasons.ts'
import type { Result } from '../result.ts'
import type { VerifySigned } from '../verify-signed.ts'
import type { StatusList } from './status-list.ts'

export type StatusProblem = Problem<ReasonCodeOf<'status'>>

export interface StatusContext {
  /** The moment that is asked about, seconds since the Unix epoch. */
  readonly nowSeconds: number
  /** The clock, where `nowSeconds` is another moment. */
  readonly clockSeconds: number
  readonly lookUp: LookUp
  readonly verifySigned: VerifySigned
  readonly memory?: VerifierMemory | undefined
  readonly moment?: Moment | undefined
  /** Who keeps the records of the issuer, where it has closed: may sign its lists, or say who does. */
  readonly keeper?: string | undefined
  /** Lists that are being read, by kind, issuer and address: credentials that are verified together share them. */
  readonly lists: Map<string, Promise<Result<StatusList, StatusProblem>>>
}
