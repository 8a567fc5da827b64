// Bundles the core into one file for the extension: a service worker cannot load a module later. Uses esbuild.
import { inRoot } from './paths.mjs'

/** `alias` in package.json points plasmo's bundler here. */
const CORE = inRoot('.licet', 'extension-core.js')

/** What the core loads lazily elsewhere is at hand here from the beginning. */
export async function bundleCore() {
  const { build } = await import('esbuild')
  await build({
    entryPoints: [inRoot('shared', 'index.ts')],
    outfile: CORE,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'chrome116',
    // The usual stand-in for setImmediate turns text into functions, which extensions may not.
    alias: { setimmediate: inRoot('extension', 'platform', 'set-immediate.ts') },
    logLevel: 'warning',
  })
}
