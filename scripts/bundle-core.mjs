// Bundles the core, and the reading of badge images, into one file each for the extension: a service worker cannot load a module later. Uses esbuild.
import { inRoot } from './paths.mjs'

/** `alias` in package.json points plasmo's bundler to these files in `.licet`. */
const ENTRIES = {
  'extension-core': inRoot('shared', 'index.ts'),
  'extension-unbake': inRoot('shared', 'baking', 'unbake-credential.ts'),
}

/** What the core loads lazily elsewhere is at hand here from the beginning. */
export async function bundleCore() {
  const { build } = await import('esbuild')
  await build({
    entryPoints: ENTRIES,
    outdir: inRoot('.licet'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'chrome116',
    // The usual stand-in for setImmediate turns text into functions, which extensions may not.
    alias: { setimmediate: inRoot('extension', 'platform', 'set-immediate.ts') },
    logLevel: 'warning',
  })
}
