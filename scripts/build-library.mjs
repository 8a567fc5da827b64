// Builds shared/ into an ESM package that anybody can install: dist/lib. Uses esbuild and tsc.
import { mkdir, rm } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { describeFailure } from './failure.mjs'
import { inRoot } from './paths.mjs'

export const LIBRARY_FOLDER = inRoot('dist', 'lib')

const bundle = (folder) =>
  build({
    entryPoints: { index: inRoot('shared', 'index.ts') },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2023',
    // The bytes are the same for browsers, Workers and Node: nothing in them is of one platform.
    platform: 'browser',
    chunkNames: 'lazy/[name]-[hash]',
    metafile: true,
    logLevel: 'warning',
  })

export async function buildLibrary(folder = LIBRARY_FOLDER) {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  return bundle(folder)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  buildLibrary().catch((error) => {
    console.error(describeFailure(error))
    process.exitCode = 1
  })
}
