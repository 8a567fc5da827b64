// What was settled at one moment: the clock has seconds, and within one the same question has the same answer. Bounded.
import { MEMORY_MAX_COUNT, STATUS_LIST_REMEMBERED_MAX_BYTES } from './limits.ts'
import type { StatusList } from './status/status-list.ts'
import type { Ways } from './trust/gather-ways.ts'
import type { TrustSnapshot } from './trust/snapshot.ts'

export interface MomentQuestion {
  /** Seconds since the Unix epoch: the clock, and the moment that is asked about. */
  readonly clockSeconds: number
  readonly nowSeconds: number
  readonly trust: TrustSnapshot | undefined
}

/** Whole answers only: a list that could not be read is asked for again, and so is an accreditation that nobody could confirm. */
export interface Moment {
  readonly isOf: (question: MomentQuestion) => boolean
  /** By kind, issuer and address. */
  readonly listOf: (name: string) => StatusList | undefined
  readonly keepList: (name: string, list: StatusList) => void
  /** By issuer. */
  readonly waysOf: (issuer: string) => Ways | undefined
  readonly keepWays: (issuer: string, ways: Ways) => void
}

export function createMoment({ clockSeconds, nowSeconds, trust }: MomentQuestion): Moment {
  const lists = new Map<string, StatusList>()
  const ways = new Map<string, Ways>()
  return {
    isOf: (question) =>
      question.clockSeconds === clockSeconds &&
      question.nowSeconds === nowSeconds &&
      question.trust === trust,
    listOf: (name) => lists.get(name),
    keepList(name, list) {
      const isSmall = list.values.length <= STATUS_LIST_REMEMBERED_MAX_BYTES
      if (isSmall && lists.size < MEMORY_MAX_COUNT) lists.set(name, list)
    },
    waysOf: (issuer) => ways.get(issuer),
    keepWays(issuer, found) {
      if (ways.size < MEMORY_MAX_COUNT) ways.set(issuer, found)
    },
  }
}
