// Runs a command that goes on until Ctrl-C: says what failed, and takes everything down. Uses the process and its signals.
import { childEnvironment, stopEverything } from './children.mjs'
import { describeFailure } from './failure.mjs'

/**
 * @param {(args: string[]) => Promise<number>} run answers the exit code
 */
export async function runWorld(run) {
  // npm passes a Ctrl-C on that the terminal has sent already: the second must not end us before the children have ended.
  const interrupted = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(signal))
  })
  Object.assign(process.env, childEnvironment())
  const exitCode = await Promise.race([
    run(process.argv.slice(2)).catch((error) => {
      console.error(`\n✗ ${describeFailure(error)}`)
      return 1
    }),
    interrupted.then((signal) => (signal === 'SIGINT' ? 130 : 143)),
  ])
  await stopEverything()
  process.exit(exitCode)
}
