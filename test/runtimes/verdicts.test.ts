// Runs unchanged in Node and in workerd.
import { describe, expect, it } from 'vitest'
import {
  countAcceptedForgeries,
  EXPECTED,
  judgeMixedOrder,
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
    expect(await countAcceptedForgeries()).toEqual([0, 0, 0])
  })

  it('accepts signatures under a mixed key only where they are exact', async () => {
    const { wrong, accepted } = await judgeMixedOrder()
    expect(wrong).toBe(0)
    expect(accepted).toBeGreaterThan(0)
  })
})
