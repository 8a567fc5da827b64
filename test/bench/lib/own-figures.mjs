// Figures of ours that no race can tell: memory, a cold start, the size of a bundle. Uses child processes and esbuild.
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { buildLibrary, LIBRARY_FOLDER } from '../../../scripts/build-library.mjs'
import { median } from './race.mjs'

const COLD_STARTS = 9

const run = promisify(execFile)
const child = (name) => fileURLToPath(new URL(`../children/${name}`, import.meta.url))

async function runChild(name, flags, input) {
  const { stdout } = await run(process.execPath, [...flags, child(name), input])
  return JSON.parse(stdout)
}

/** What rare envelopes need is loaded when one comes, and so not counted. */
const LAZY_IS_ELSEWHERE = {
  name: 'lazy',
  setup: (esbuild) =>
    esbuild.onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    ),
}

/** What somebody ships who verifies `vc+jwt`, and nothing else comes along. */
async function bundleKilobytes() {
  const { outputFiles } = await build({
    stdin: {
      contents: "export { verifyCredential } from './index.js'",
      resolveDir: LIBRARY_FOLDER,
    },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    plugins: [LAZY_IS_ELSEWHERE],
    logLevel: 'error',
    write: false,
  })
  return gzipSync(outputFiles[0].contents).length / 1000
}

/** @param {object} fixtures as `createFixtures` makes them */
export async function measureOwn(fixtures) {
  await buildLibrary()
  const folder = await mkdtemp(join(tmpdir(), 'licet-bench-'))
  try {
    const file = join(folder, 'fixtures.json')
    const [{ good: credential }] = fixtures.artifacts['vc+jwt']
    const { issuer, nowSeconds, world } = fixtures
    await writeFile(file, JSON.stringify({ credential, issuer, nowSeconds, world }))
    const cold = []
    for (let i = 0; i < COLD_STARTS; i++) cold.push(await runChild('cold.mjs', [], file))
    const { megabytes } = await runChild('memory.mjs', ['--expose-gc'], file)
    return {
      coldCpuMs: median(cold.map(({ cpuMs }) => cpuMs)),
      listsMegabytes: megabytes,
      bundleKilobytes: await bundleKilobytes(),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
