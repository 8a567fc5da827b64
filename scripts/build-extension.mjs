// Builds the extension for one registry. Uses plasmo, which is kept from the network.
//
//   npm run build:extension -- --pin <file or URL of pin.json> --out <folder> [--demo <origin>]
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { bundleCore } from './bundle-core.mjs'
import { runProgram } from './children.mjs'
import { faultsOfManifest, patternOf } from './extension-manifest.mjs'
import { describeFailure, Failure } from './failure.mjs'
import { inRoot, worldFolder } from './paths.mjs'

const EXTENSION = inRoot('extension')
const PLASMO_VERSION = '0.90.5'
/** A build takes seconds; one that has held the lock for longer than this was killed. */
const LOCK_STALE_MS = 180_000
const LOCK_RETRY_MS = 250

const pause = (ms) => new Promise((done) => setTimeout(done, ms))

/** Plasmo writes into fixed folders beside its sources, so builds take turns. */
async function inTurn(work) {
  const lock = worldFolder('extension-build.lock')
  await mkdir(dirname(lock), { recursive: true })
  for (;;) {
    try {
      await mkdir(lock)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const held = await stat(lock).catch(() => undefined)
      if (held && Date.now() - held.mtimeMs > LOCK_STALE_MS) await rm(lock, { recursive: true })
      else await pause(LOCK_RETRY_MS)
    }
  }
  try {
    return await work()
  } finally {
    await rm(lock, { recursive: true, force: true })
  }
}

/**
 * Stands in for the npm registry while plasmo runs: plasmo asks it for its own newest version on each build, and would
 * install a package that an import misspells.
 */
async function withoutRegistry(work) {
  const server = createServer((request, response) => {
    const isOwnVersion = request.url === '/plasmo'
    response.writeHead(isOwnVersion ? 200 : 404, { 'content-type': 'application/json' })
    const versions = { [PLASMO_VERSION]: { name: 'plasmo', version: PLASMO_VERSION } }
    const answer = { name: 'plasmo', 'dist-tags': { latest: PLASMO_VERSION }, versions }
    response.end(JSON.stringify(isOwnVersion ? answer : {}))
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  try {
    return await work(`http://127.0.0.1:${server.address().port}/`)
  } finally {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
}

const runPlasmo = (buildPath, env) =>
  withoutRegistry((registry) =>
    runProgram('plasmo', ['build', '--hoist', `--build-path=${buildPath}`], {
      cwd: EXTENSION,
      env: { ...env, npm_config_registry: registry, NODE_ENV: 'production' },
      logFile: worldFolder('extension-build.log'),
      advice: `The whole output is in ${worldFolder('extension-build.log')}`,
    }),
  )

/**
 * Builds the extension and puts it into `outDir`, all at once: a browser never sees half of it.
 * @param {{ pin: { origin: string }, demoOrigin?: string, outDir: string }} options `pin` as `/registry/pin.json` answers;
 *   `demoOrigin` adds the one further site that a demo build may read
 */
export async function buildExtension({ pin, demoOrigin, outDir }) {
  const patterns = [pin.origin, demoOrigin].filter(Boolean).map(patternOf)
  const env = {
    PLASMO_PUBLIC_LICET_PIN: Buffer.from(JSON.stringify(pin)).toString('base64url'),
    LICET_WORKER_ORIGIN: new URL(pin.origin).origin,
    LICET_WORKER_PATTERN: patterns[0],
    // An absent variable is left out of the list that it stands in; an inherited one must not slip in.
    LICET_DEMO_PATTERN: patterns[1] ?? '',
  }
  await inTurn(async () => {
    await bundleCore()
    await runPlasmo('build', env)
    const [folder] = await readdir(join(EXTENSION, 'build'))
    const built = join(EXTENSION, 'build', folder ?? '')
    const manifestFile = join(built, 'manifest.json')
    const manifest = JSON.parse(await readFile(manifestFile, 'utf8'))
    const faults = faultsOfManifest(manifest, patterns)
    if (faults.length > 0) throw new Failure(`The built manifest is wrong: ${faults.join('; ')}.`)
    await writeFile(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`)
    await replaceFolder(built, outDir)
  })
}

async function replaceFolder(from, to) {
  const next = `${to}.next`
  const old = `${to}.old`
  await rm(next, { recursive: true, force: true })
  await rm(old, { recursive: true, force: true })
  await mkdir(dirname(to), { recursive: true })
  await cp(from, next, { recursive: true })
  await rename(to, old).catch((error) => {
    if (error.code !== 'ENOENT') throw error
  })
  await rename(next, to)
  await rm(old, { recursive: true, force: true })
}

async function readPin(place) {
  if (!/^https?:/.test(place)) return JSON.parse(await readFile(place, 'utf8'))
  const answer = await fetch(place, { redirect: 'error' })
  if (!answer.ok) throw new Failure(`${place} answered ${answer.status}.`)
  return answer.json()
}

async function main() {
  const { values } = parseArgs({
    options: { pin: { type: 'string' }, out: { type: 'string' }, demo: { type: 'string' } },
  })
  if (!values.pin || !values.out) {
    throw new Failure(
      'Say which registry the extension is for, and where to put it.',
      '--pin <file or URL> --out <folder>',
    )
  }
  const outDir = resolve(values.out)
  await buildExtension({ pin: await readPin(values.pin), demoOrigin: values.demo, outDir })
  console.log(`Load this folder as an unpacked extension: ${outDir}`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error) => {
    console.error(describeFailure(error))
    process.exitCode = 1
  })
}
