// Rules of the house that no compiler checks. Every rule is shown to refuse something.
import { describe, expect, it } from 'vitest'
import extension from '../extension/package.json' with { type: 'json' }
import workerd from '../node_modules/workerd/package.json' with { type: 'json' }
import root from '../package.json' with { type: 'json' }
import * as limits from '../shared/limits.ts'
import { readText, type Source, sourcesIn, withoutComments } from './support/sources.ts'

const SHARED = sourcesIn('shared')
const SOURCES = [...SHARED, ...sourcesIn('worker', 'extension', 'scripts')]
const TESTS = sourcesIn('test')

const made = (text: string, path = 'shared/made.ts'): readonly Source[] => [{ path, text }]
const pathsOf = (sources: readonly Source[], forbidden: RegExp, allowed?: RegExp) =>
  sources
    .filter(({ path, text }) => !allowed?.test(path) && forbidden.test(withoutComments(text)))
    .map(({ path }) => path)

describe('the core', () => {
  it.each([
    ['fetches nothing itself', /(?<![.\w])fetch\s*\(/, 'fetch(url)', undefined],
    [
      'reads no clock',
      /\bnew Date\b|\bDate\.(?:now|parse|UTC)|performance\.now/,
      'Date.now()',
      /^shared\/encoding\/time\.ts$/,
    ],
    ['throws no dice', /Math\.random|getRandomValues|randomUUID/, 'Math.random()', undefined],
    ['says nothing on a console', /\bconsole\./, 'console.log(1)', undefined],
    [
      'waits for no timer',
      /\bset(?:Timeout|Interval)\b|AbortSignal\.timeout/,
      'setTimeout(f, 1)',
      /^shared\/http\/fetch-bounded\.ts$/,
    ],
    ['keeps no state between calls', /^(?:export )?(?:let|var) /m, 'let calls = 0', undefined],
    ['names no part of a rim', /\b(?:chrome|window|process)\./, 'chrome.storage', undefined],
  ])('%s', (_, forbidden, example, allowed) => {
    expect(pathsOf(made(example), forbidden)).toEqual(['shared/made.ts'])
    expect(pathsOf(made(`// ${example}`), forbidden)).toEqual([])
    expect(pathsOf(SHARED, forbidden, allowed)).toEqual([])
  })
})

describe('sources', () => {
  const SQL =
    /\b(?:SELECT\s[\s\S]*?\sFROM|INSERT\s(?:OR\s\w+\s)?INTO|DELETE\sFROM|UPDATE\s\w+\sSET|CREATE\sTABLE)\b/
  it('hold SQL in worker/storage only', () => {
    expect(pathsOf(made('db.prepare(`SELECT a\n FROM b`)'), SQL)).not.toEqual([])
    expect(pathsOf(made("run('UPDATE a SET b = 1')"), SQL)).not.toEqual([])
    expect(pathsOf(SOURCES, SQL, /^worker\/storage\//)).toEqual([])
    expect(pathsOf(sourcesIn('worker/storage'), SQL).length).toBeGreaterThan(5)
  })

  const MAX_LINES = 200
  const tooLong = (sources: readonly Source[]) =>
    sources.filter(({ text }) => text.trimEnd().split('\n').length > MAX_LINES).map((s) => s.path)
  it('are small files', () => {
    expect(tooLong(made('\n'.repeat(MAX_LINES) + 1))).toHaveLength(1)
    expect(tooLong(SOURCES)).toEqual([])
  })

  const withoutHeader = (sources: readonly Source[]) =>
    sources.filter(({ text }) => !/^(?:#!.*\n)?(?:\/\/|\/\*\*) /.test(text)).map((s) => s.path)
  it('say at their head what they are for', () => {
    expect(withoutHeader(made('export const a = 1'))).toHaveLength(1)
    expect(withoutHeader(SOURCES)).toEqual([])
  })
})

describe('limits', () => {
  const UNIT = /_(?:CHARS|BYTES|BITS|COUNT|SECONDS|MS|DEPTH|LINKS|PER_MINUTE)$/
  const withoutUnit = (names: readonly string[]) => names.filter((name) => !UNIT.test(name))
  it('are numbers whose name ends with their unit', () => {
    expect(withoutUnit(['CREDENTIAL_MAX'])).toEqual(['CREDENTIAL_MAX'])
    expect(withoutUnit(Object.keys(limits))).toEqual([])
    expect(Object.values(limits).filter((value) => !(value > 0))).toEqual([])
  })

  const rates = (toml: string) =>
    Object.fromEntries(
      [
        ...toml.matchAll(
          /name = "(\w+)"\nnamespace_id = "\d+"\nsimple = \{ limit = (\d+), period = (\d+) \}/g,
        ),
      ].map(([, name, limit, period]) => [name, [Number(limit), Number(period)]]),
    )
  it('are those of wrangler.toml', () => {
    const toml = readText('wrangler.toml')
    const window = limits.RATE_WINDOW_SECONDS
    const expected = {
      VERIFICATIONS_RATE: [limits.VERIFICATIONS_PER_MINUTE, window],
      BATCHES_RATE: [limits.BATCHES_PER_MINUTE, window],
      LOOK_UPS_RATE: [limits.LOOK_UPS_PER_MINUTE, window],
      ISSUER_RATE: [limits.ISSUER_CALLS_PER_MINUTE, window],
      SIGN_IN_RATE: [limits.SIGN_INS_PER_MINUTE, window],
      KEY_REGISTRATION_RATE: [limits.KEY_REGISTRATIONS_PER_MINUTE, window],
      SHARES_RATE: [limits.SHARES_PER_MINUTE, window],
      SHARE_LOOKS_RATE: [limits.SHARE_LOOKS_PER_MINUTE, window],
      CLAIMS_RATE: [limits.CLAIM_STEPS_PER_MINUTE, window],
    }
    expect(rates(toml)).toEqual(expected)
    expect(rates(toml.replace('limit = 120', 'limit = 121'))).not.toEqual(expected)
    expect(toml.match(/\[\[ratelimits\]\]/g)).toHaveLength(Object.keys(expected).length)
  })
})

describe('the Worker', () => {
  const unregistered = (routes: readonly Source[], app: string) =>
    routes
      .flatMap(({ text }) => [
        ...text.matchAll(/export (?:const|function) ((?:\w+Routes|add\w+))\b/g),
      ])
      .flatMap(([, name = '']) => name)
      .filter((name) => name !== 'newRoutes')
      .filter((name) => !app.includes(`app.route('/', ${name})`) && !app.includes(`${name}(app)`))
  it('registers every file of routes', () => {
    const routes = sourcesIn('worker/routes')
    const app = readText('worker/app.ts')
    expect(routes.filter(({ text }) => /export const \w+Routes/.test(text)).length).toBeGreaterThan(
      7,
    )
    expect(unregistered(routes, app)).toEqual([])
    expect(unregistered(made('export const secretRoutes = 1'), app)).toEqual(['secretRoutes'])
  })

  const dateOf = (toml: string) => /^compatibility_date = "([\d-]+)"$/m.exec(toml)?.[1] ?? ''
  /** The date that the runtime in node_modules knows, out of a version such as 1.20260815.1. */
  const newest = workerd.version.replace(/^\d+\.(\d{4})(\d\d)(\d\d)\..*$/, '$1-$2-$3')
  it('asks for no runtime newer than the one that tests run on', () => {
    expect(newest).toMatch(/^\d{4}-\d\d-\d\d$/)
    const date = dateOf(readText('wrangler.toml'))
    expect(date).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(date <= newest).toBe(true)
    expect(dateOf('compatibility_date = "2126-01-01"') <= newest).toBe(false)
  })
})

describe('dependencies', () => {
  const unnamed = (names: readonly string[], text: string) =>
    names.filter((name) => !text.includes(`\`${name}\``))
  it('are each named in ARCHITECTURE.md, with a reason', () => {
    const names = [root.dependencies, root.devDependencies, extension.devDependencies].flatMap(
      (packages) => Object.keys(packages),
    )
    const text = readText('ARCHITECTURE.md')
    expect(unnamed(names, text)).toEqual([])
    expect(unnamed(['left-pad'], text)).toEqual(['left-pad'])
  })

  it('have fixed versions', () => {
    const loose = (packages: Readonly<Record<string, string>>) =>
      Object.entries(packages).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
    expect(loose({ ...root.dependencies, ...root.devDependencies })).toEqual([])
    expect(loose({ zod: '^4.0.0' })).toHaveLength(1)
  })
})

describe('tests', () => {
  const LEFT_OUT = /\b(?:it|test|describe)(?:\.\w+)*\.(?:only|skip|todo|fails)\b/
  it('are all run', () => {
    expect(pathsOf(made(['it', 'only("a")'].join('.')), LEFT_OUT)).toHaveLength(1)
    expect(pathsOf(made(['describe', 'skip("a")'].join('.')), LEFT_OUT)).toHaveLength(1)
    expect(pathsOf(TESTS, LEFT_OUT)).toEqual([])
  })

  const named = (table: string) =>
    [...table.matchAll(/`([\w./-]+\.test\.tsx?)`/g)].map(([, file = '']) => `test/${file}`)
  const absent = (files: readonly string[]) =>
    files.filter((file) => !TESTS.some(({ path }) => path === file))
  it('that the table of requirements names are there', () => {
    const files = named(readText('test/conformance/README.md'))
    expect(files.length).toBeGreaterThan(50)
    expect(absent(files)).toEqual([])
    expect(absent(named('| a | b | `shared/made-up.test.ts` |'))).toHaveLength(1)
  })

  it('are left out only where vectors are absent', () => {
    const CONDITIONAL = /\.(?:skipIf|runIf)\(/
    expect(pathsOf(made(['it', 'skipIf(true)'].join('.')), CONDITIONAL)).toHaveLength(1)
    expect(pathsOf(TESTS, CONDITIONAL, /^test\/(?:conformance|runtimes)\//)).toEqual([])
  })
})
