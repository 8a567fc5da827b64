// The changes of one status as a line of time: what holds when, what is still to come, what follows a suspension. Pure.
import type { CredentialState } from '../../shared/status/state-table.ts'
import type { StatusChange } from '../storage/status-changes.ts'

const counting = (changes: readonly StatusChange[]): readonly StatusChange[] =>
  changes
    .filter(({ cancelled }) => cancelled === undefined)
    .toSorted((a, b) => a.effectiveAt - b.effectiveAt || a.id - b.id)

/** What is scheduled, next first. */
export const scheduledChanges = (
  changes: readonly StatusChange[],
  nowSeconds: number,
): readonly StatusChange[] =>
  counting(changes).filter(({ effectiveAt }) => effectiveAt > nowSeconds)

const inEffect = (changes: readonly StatusChange[], atSeconds: number) =>
  counting(changes).filter(({ effectiveAt }) => effectiveAt <= atSeconds)

/** The state at a moment, seconds since the Unix epoch: a revocation is final; else the change that took effect last counts. */
export function stateAt(changes: readonly StatusChange[], atSeconds: number): CredentialState {
  const past = inEffect(changes, atSeconds)
  if (past.some(({ state }) => state === 'revoked')) return 'revoked'
  return past.at(-1)?.state ?? 'active'
}

/** What holds again when a suspension that begins at a moment has ended. */
export const stateBeforeSuspension = (
  changes: readonly StatusChange[],
  atSeconds: number,
): CredentialState =>
  inEffect(changes, atSeconds).findLast(({ state }) => state !== 'suspended')?.state ?? 'active'
