// Reads the arguments of the benchmark. Pure.
import { parseArgs } from 'node:util'
import { Failure } from '../../../scripts/failure.mjs'

export const BENCH_HELP = `npm run bench -- [options]

Times ours and its peers side by side in Node, workerd and Chromium, and writes test/bench/RESULTS.md.

  --only TEXT   contestants and runtimes whose name contains it, for example "vc+jwt" or "workerd"; may be given again.
                Then nothing is written
  --rounds N    more rounds, steadier medians (default 11)
  --help        prints this`

const DEFAULT_ROUNDS = 11

/** @throws {Failure} that says what is allowed */
export function readBenchArguments(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        only: { type: 'string', multiple: true, default: [] },
        rounds: { type: 'string', default: String(DEFAULT_ROUNDS) },
        help: { type: 'boolean', default: false },
      },
    })
    const rounds = Number(values.rounds)
    if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`Not a number: ${values.rounds}`)
    return { ...values, rounds }
  } catch (error) {
    throw new Failure(error.message, 'Try --help.')
  }
}
