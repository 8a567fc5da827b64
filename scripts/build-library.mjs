// Builds shared/ into an ESM package that anybody can install: dist/lib. Uses esbuild and tsc.
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { runProgram } from './children.mjs'
import { describeFailure, Failure } from './failure.mjs'
import { inRoot, ROOT } from './paths.mjs'

export const LIBRARY_FOLDER = inRoot('dist', 'lib')
const README_SECTION = /^## As a library\n[\s\S]*?(?=^## )/m

const bundle = (folder) =>
  build({
    absWorkingDir: ROOT,
    entryPoints: { index: inRoot('shared', 'index.ts') },
    outdir: folder,
    bundle: true,
    // What rare envelopes need stays in files of its own, loaded when one comes.
    splitting: true,
    chunkNames: 'lazy/[name]-[hash]',
    format: 'esm',
    target: 'es2023',
    // The same bytes for browsers, Workers and Node: nothing in them belongs to one of these.
    platform: 'browser',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  })

/** TypeScript leaves `.ts` in the imports of declarations, where only declarations lie. */
async function writeTypes(folder) {
  const types = join(folder, 'types')
  const config = join('shared', 'tsconfig.lib.json')
  await runProgram('tsc', ['-p', config, '--outDir', types, '--rootDir', 'shared'])
  for (const name of await readdir(types, { recursive: true })) {
    if (!name.endsWith('.d.ts')) continue
    const text = await readFile(join(types, name), 'utf8')
    await writeFile(
      join(types, name),
      text.replace(/(from '|import\(["'])(\.[^'"]*)\.ts/g, '$1$2.js'),
    )
  }
}

/** The licence texts of what was bundled: their only condition is to be passed on. */
async function writeNotices(folder, { inputs }) {
  const packages = new Set(
    Object.keys(inputs).flatMap(
      (path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [],
    ),
  )
  const texts = await Promise.all([...packages].sort().map(readNotice))
  await writeFile(join(folder, 'THIRD_PARTY_LICENSES'), texts.join('\n\n'))
}

async function readNotice(path) {
  const [file] = (await readdir(inRoot(path))).filter((name) => /^licen[cs]e/i.test(name))
  const { author, license, name, version } = JSON.parse(
    await readFile(inRoot(path, 'package.json'), 'utf8'),
  )
  // A few packages only name their licence.
  const text = file
    ? await readFile(inRoot(path, file), 'utf8')
    : `Licence: ${license}. Copyright: ${author?.name ?? author ?? name}.\n`
  return `${name} ${version}\n\n${text}`
}

async function writeManifest(folder) {
  const { description, engines, license, name, version } = JSON.parse(
    await readFile(inRoot('package.json'), 'utf8'),
  )
  const manifest = {
    name,
    version,
    description,
    license,
    engines,
    type: 'module',
    sideEffects: false,
    exports: { '.': { types: './types/index.d.ts', default: './index.js' } },
  }
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  const section = README_SECTION.exec(await readFile(inRoot('README.md'), 'utf8'))?.[0]
  if (!section) throw new Failure('README.md has no section "As a library".')
  await writeFile(join(folder, 'README.md'), `# ${name}\n\n${description}\n\n${section.trim()}\n`)
  await cp(inRoot('LICENSE'), join(folder, 'LICENSE'))
}

/** Builds the package into a folder, which is emptied first. */
export async function buildLibrary(folder = LIBRARY_FOLDER) {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const { metafile } = await bundle(folder)
  await writeTypes(folder)
  await writeNotices(folder, metafile)
  await writeManifest(folder)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  buildLibrary()
    .then(() => console.log(`The package lies in ${relative('.', LIBRARY_FOLDER)}${sep}`))
    .catch((error) => {
      console.error(describeFailure(error))
      process.exitCode = 1
    })
}
