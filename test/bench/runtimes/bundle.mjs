// Bundles the benchmark for runtimes that load one file. Uses esbuild.
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { inRoot } from '../../../scripts/paths.mjs'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

const fixturesPlugin = (fixtures) => ({
  name: 'fixtures',
  setup(esbuild) {
    esbuild.onResolve({ filter: /^bench:fixtures$/ }, () => ({ path: 'it', namespace: 'bench' }))
    esbuild.onLoad({ filter: /.*/, namespace: 'bench' }, () => ({
      contents: JSON.stringify(fixtures),
      loader: 'json',
    }))
  },
})

const COMMON = {
  bundle: true,
  format: 'esm',
  target: 'es2023',
  platform: 'browser',
  logLevel: 'error',
}

/** The core, once for all: `dist/bench/core.js`. */
export const buildCore = () =>
  build({ ...COMMON, entryPoints: [here('core.mjs')], outfile: inRoot('dist', 'bench', 'core.js') })

/** @returns {Promise<string>} the text of the one file */
export async function bundle(entry, fixtures, more = {}) {
  const { outputFiles } = await build({
    ...COMMON,
    ...more,
    entryPoints: [here(entry)],
    external: ['node:*', 'cloudflare:*'],
    define: { global: 'globalThis' },
    plugins: [fixturesPlugin(fixtures)],
    write: false,
  })
  return outputFiles[0].text
}
