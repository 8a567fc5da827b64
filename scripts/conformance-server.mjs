// `npm run conformance:server`: the built Worker on https, for test suites of others, until Ctrl-C.
import { mkdir, rm } from 'node:fs/promises'
import { CONFORMANCE_HELP, readConformanceArguments } from './arguments.mjs'
import { buildWeb } from './build-web.mjs'
import { tailOf } from './children.mjs'
import { Failure } from './failure.mjs'
import { installPackages } from './install.mjs'
import { worldFolder } from './paths.mjs'
import { assertPortFree } from './ports.mjs'
import { step } from './progress.mjs'
import { runWorld } from './run-world.mjs'
import { conformanceSettings, prepareSecrets } from './secrets.mjs'
import { applyMigrations, getLocal, startWorker } from './worker-process.mjs'

/** What a person reads once it answers. */
const welcome = (origin, implementation) => `
Licet answers test suites at ${origin} (self-signed certificate: NODE_TLS_REJECT_UNAUTHORIZED=0).

  Issue                  ${origin}/credentials/issue
  Verify                 ${origin}/credentials/verify
  Verify presentations   ${origin}/presentations/verify
  Resolve DIDs           ${origin}/1.0/identifiers/{did}
  API                    ${origin}/openapi.json

localConfig.cjs of a suite:

module.exports = ${JSON.stringify({ settings: {}, implementations: [implementation] }, null, 2)}

The same as JSON: ${origin}/conformance
Ctrl-C stops it.`

/** @returns {Promise<number>} the exit code */
async function serve(args) {
  const { help, port, fresh } = readConformanceArguments(args)
  if (help) {
    console.log(CONFORMANCE_HELP)
    return 0
  }
  await assertPortFree(port)
  await installPackages()
  const folder = worldFolder(`conformance-${port}`)
  if (fresh) await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await prepareSecrets(folder, conformanceSettings(port))
  await step('Bundling what the pages load', buildWeb)
  await applyMigrations(folder)
  const worker = await step('Starting the Worker', () => startWorker(folder, port, 'https'))
  const origin = `https://localhost:${port}`
  const { text } = await getLocal(`${origin}/conformance`)
  console.log(welcome(origin, JSON.parse(text)))
  const code = await worker.exited
  throw new Failure(
    `The Worker ended by itself (exit code ${code}).\n${await tailOf(worker.logFile)}`,
  )
}

await runWorld(serve)
