// `npm test`: installs what is missing, runs every stage, and sums up in the last line.
import { mkdir } from 'node:fs/promises'
import { readTestArguments } from './arguments.mjs'
import { childEnvironment, stopEverything } from './children.mjs'
import { describeFailure } from './failure.mjs'
import { installPackages } from './install.mjs'
import { inRoot } from './paths.mjs'
import { add, lastLine, NOTHING, settle } from './test-report.mjs'
import { STAGES } from './test-stages.mjs'

const NAMES = Object.keys(STAGES)

const HELP = `npm test -- [stages]

Runs every check of Licet, or only the stages that are named.

  stages     ${NAMES.join(', ')}
  --help     prints this

A Chromium is looked for in CHROMIUM_PATH, on the PATH and where Playwright keeps its own.`

async function runStage(name) {
  console.log(`\n── ${name} ──`)
  const sinceMs = Date.now()
  const counts = await STAGES[name]().catch((error) => {
    console.error(`✗ ${describeFailure(error)}`)
    return { ...NOTHING, failed: 1 }
  })
  const seconds = ((Date.now() - sinceMs) / 1000).toFixed(1)
  const notRun = counts.notRun > 0 ? `, ${counts.notRun} not run` : ''
  console.log(
    `── ${name}: ${counts.passed} passed, ${counts.failed} failed${notRun} (${seconds} s)`,
  )
  return counts
}

async function test(args) {
  const { help, stages } = readTestArguments(args, NAMES)
  if (help) {
    console.log(HELP)
    return 0
  }
  await installPackages()
  await mkdir(inRoot('.licet'), { recursive: true })
  let counts = NOTHING
  for (const name of stages) counts = add(counts, await runStage(name))
  const sum = settle(counts, Boolean(process.env.CI))
  console.log(counts.notRun > 0 ? `\n${counts.notRun} not run` : '')
  console.log(lastLine(sum))
  return sum.failed > 0 ? 1 : 0
}

// npm passes a Ctrl-C on that the terminal has sent already: the second must not end us before the children have ended.
const interrupted = new Promise((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(130))
})

Object.assign(process.env, childEnvironment())
const exitCode = await Promise.race([
  test(process.argv.slice(2)).catch((error) => {
    console.error(`✗ ${describeFailure(error)}`)
    console.log(lastLine({ passed: 0, failed: 1 }))
    return 1
  }),
  interrupted,
])
await stopEverything()
process.exit(exitCode)
