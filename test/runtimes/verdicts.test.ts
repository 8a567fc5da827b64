// Runs unchanged in Node and in workerd.
import { describe, expect, inject, it } from 'vitest'
import { SPEC_CHECK_ANSWERS } from '../support/speccheck.ts'
import {
  countAcceptedForgeries,
  EXPECTED,
  judgeMixedOrder,
  judgeSpecCheck,
  runVerdicts,
  summaryOf,
} from './verdicts.ts'

describe('this runtime', () => {
  it('gives every credential its verdict', async () => {
    const results = await runVerdicts()
    const summaries = Object.entries(results).map(([title, result]) => [title, summaryOf(result)])
    expect(Object.fromEntries(summaries)).toEqual(EXPECTED)
    expect(summaries.length).toBeGreaterThan(50)
  })

  it('accepts no signature under a key of small order', async () => {
    expect(await countAcceptedForgeries()).toEqual(Array(8).fill(0))
  })

  it.skipIf(inject('specCheck').leftOut)(
    `accepts case 3 of ed25519-speccheck, and no other${inject('specCheck').presence}`,
    async () => {
      expect(await judgeSpecCheck(inject('specCheck').cases)).toEqual(SPEC_CHECK_ANSWERS)
    },
  )

  it('accepts signatures under a mixed key only where they are exact', async () => {
    const { wrong, accepted } = await judgeMixedOrder()
    expect(wrong).toBe(0)
    expect(accepted).toBeGreaterThan(0)
  })
})
