// Bundles what the Worker's pages load, from worker/web into worker/public/assets. Uses esbuild.
import { existsSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { unpackFonts } from './fonts.mjs'
import { inRoot } from './paths.mjs'

const SOURCES = inRoot('worker', 'web')
const PUBLIC = inRoot('worker', 'public')

/** Every script, style sheet and picture directly in worker/web becomes a file of the same name. */
export async function buildWeb() {
  const { build } = await import('esbuild')
  await mkdir(PUBLIC, { recursive: true })
  await rm(inRoot('worker', 'public', 'assets', 'chunks'), { recursive: true, force: true })
  await unpackFonts(inRoot('worker', 'public', 'assets', 'fonts'))
  const entries = existsSync(SOURCES) ? await readdir(SOURCES, { withFileTypes: true }) : []
  const entryPoints = entries
    .filter((entry) => entry.isFile() && /(?<!\.d)\.(ts|tsx|css|svg|png)$/.test(entry.name))
    .map((entry) => inRoot('worker', 'web', entry.name))
  if (entryPoints.length === 0) return
  await build({
    entryPoints,
    outdir: inRoot('worker', 'public', 'assets'),
    bundle: true,
    minify: true,
    format: 'esm',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    target: 'es2022',
    loader: { '.svg': 'copy', '.png': 'copy' },
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildWeb()
