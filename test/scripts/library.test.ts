// The package as somebody installs it: packed, unpacked elsewhere, and the example of the README run. No network.
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildLibrary } from '../../scripts/build-library.mjs'
import { inRoot } from '../../scripts/paths.mjs'
import { NOW } from '../support/clock.ts'
import { licence, listUrl } from '../support/credentials.ts'
import { documentOf, signCompact } from '../support/issuer.ts'
import { AGENCY, COUNCIL, MINISTRY, STATUS_SERVICE } from '../support/parties.ts'
import { statusList } from '../support/status-lists.ts'
import { PIN, trustList } from '../support/world.ts'

const run = promisify(execFile)
const EXAMPLE = /## As a library[\s\S]*?```js\n([\s\S]*?)```/

/** What the example would be told by the network, and the hour at which it asks. */
async function worldOf(origin: string): Promise<string> {
  const lists = await Promise.all(
    (
      [
        [COUNCIL, 'revocation'],
        [COUNCIL, 'suspension'],
        [AGENCY, 'revocation'],
        [MINISTRY, 'revocation'],
      ] as const
    ).map(async ([issuer, purpose]) => {
      return [listUrl(issuer, purpose), await statusList(issuer, purpose)] as const
    }),
  )
  const [, host] = STATUS_SERVICE.did.split('did:web:')
  const answers = {
    ...Object.fromEntries(lists),
    [`${PIN.origin}/v1/trust-list`]: await trustList(),
    [`https://${host}/.well-known/did.json`]: JSON.stringify(documentOf(STATUS_SERVICE)),
    [`${origin}/registry/pin.json`]: JSON.stringify(PIN),
  }
  return `
    const answers = new Map(Object.entries(${JSON.stringify(answers)}))
    globalThis.fetch = async (url) => {
      const text = answers.get(String(url))
      const type = text?.startsWith('{') ? 'application/json' : 'application/vc+jwt'
      return new Response(text, { status: text ? 200 : 404, headers: { 'content-type': type } })
    }
    Date.now = () => ${NOW * 1000}
  `
}

let folder: string
let consumer: string
let installed: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'licet-library-'))
  const built = join(folder, 'built')
  consumer = join(folder, 'consumer')
  installed = join(consumer, 'node_modules', 'licet')
  await buildLibrary(built)
  const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: built,
  })
  await mkdir(installed, { recursive: true })
  await run('tar', ['-xzf', join(folder, stdout.trim()), '-C', installed, '--strip-components=1'])
}, 60_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

const example = async () => EXAMPLE.exec(await readFile(inRoot('README.md'), 'utf8'))?.[1] ?? ''

describe('the package', () => {
  it('runs the example of the README, which has eight lines', async () => {
    const code = await example()
    expect(code.trim().split('\n').length).toBeLessThanOrEqual(8)
    await writeFile(join(consumer, 'example.mjs'), code)
    await writeFile(join(consumer, 'world.mjs'), await worldOf('https://licet.example'))
    const text = await signCompact(licence(), COUNCIL)
    const flags = ['--import', './world.mjs', 'example.mjs', text]
    const { stdout } = await run(process.execPath, flags, { cwd: consumer })
    expect(stdout).toBe('verified Licence to practise medicine Amina Diallo\n')
  })

  it('exports at most 15 names', async () => {
    const names = Object.keys(await import(join(installed, 'index.js')))
    expect(names).toEqual(expect.arrayContaining(['verifyCredential', 'createVerifierDeps']))
    expect(names.length).toBeLessThanOrEqual(15)
  })

  it('brings types that know what it exports', async () => {
    await writeFile(
      join(consumer, 'example.ts'),
      (await example()).replace('process.argv[2]', "''"),
    )
    const flags = ['example.ts', '--ignoreConfig', '--noEmit', '--strict', '--lib', 'ES2023,DOM']
    const more = ['--module', 'esnext', '--moduleResolution', 'bundler', '--target', 'es2023']
    const { stdout } = await run('tsc', [...flags, ...more], {
      cwd: consumer,
      env: { ...process.env, PATH: `${inRoot('node_modules', '.bin')}:${process.env.PATH}` },
    })
    expect(stdout).toBe('')
  }, 20_000)

  it('needs nothing else, and says whose work it brings along', async () => {
    const manifest = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'))
    expect(manifest).toMatchObject({ name: 'licet', type: 'module', sideEffects: false })
    expect(manifest).not.toHaveProperty('dependencies')
    const notices = await readFile(join(installed, 'THIRD_PARTY_LICENSES'), 'utf8')
    expect(notices).toContain('@noble/ed25519')
    expect(notices).toContain('jsonld')
    expect(await readdir(installed)).toEqual(expect.arrayContaining(['LICENSE', 'README.md']))
  })

  it('leaves rare envelopes out of the file that is loaded first', async () => {
    const entry = await readFile(join(installed, 'index.js'), 'utf8')
    expect(entry).toContain('verifyCredential')
    expect(entry).not.toContain('previousProof')
    expect(entry.length).toBeLessThan(100_000)
    expect((await readdir(join(installed, 'lazy'))).length).toBeGreaterThan(5)
  })
})
