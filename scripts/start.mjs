// `npm start`: brings the local world up, says what to open, and takes everything down on Ctrl-C.
import { readStartArguments, START_HELP } from './arguments.mjs'
import { tailOf } from './children.mjs'
import { Failure } from './failure.mjs'
import { installPackages } from './install.mjs'
import { openBrowser } from './open-browser.mjs'
import { assertPortFree } from './ports.mjs'
import { runWorld } from './run-world.mjs'
import { welcome } from './welcome.mjs'
import { openWorld } from './world.mjs'

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

await runWorld(start)
