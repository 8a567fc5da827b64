// `npm start`: brings the local world up, says what to open, and takes everything down on Ctrl-C.
import { readStartArguments, START_HELP } from './arguments.mjs'
import { childEnvironment, stopEverything, tailOf } from './children.mjs'
import { describeFailure, Failure } from './failure.mjs'
import { installPackages } from './install.mjs'
import { openBrowser } from './open-browser.mjs'
import { assertPortFree } from './ports.mjs'
import { welcome } from './welcome.mjs'
import { openWorld } from './world.mjs'

// npm passes a Ctrl-C on that the terminal has sent already: the second must not end us before the children have ended.
const interrupted = new Promise((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(signal))
})

/** @returns {Promise<number>} the exit code */
async function start(args) {
  const { help, port, fresh } = readStartArguments(args)
  if (help) {
    console.log(START_HELP)
    return 0
  }
  await assertPortFree(port)
  await installPackages()
  const world = await openWorld({ name: port, port, fresh })
  console.log(welcome(world))
  console.log(await openBrowser(world))
  console.log('\nCtrl-C stops everything.')
  const code = await world.worker.exited
  throw new Failure(
    `The Worker ended by itself (exit code ${code}).\n${await tailOf(world.worker.logFile)}`,
  )
}

Object.assign(process.env, childEnvironment())
const exitCode = await Promise.race([
  start(process.argv.slice(2)).catch((error) => {
    console.error(`\n✗ ${describeFailure(error)}`)
    return 1
  }),
  interrupted.then((signal) => (signal === 'SIGINT' ? 130 : 143)),
])
await stopEverything()
process.exit(exitCode)
