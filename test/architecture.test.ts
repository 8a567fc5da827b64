// The arrows of ARCHITECTURE.md, held by code. Every rule is shown to refuse something.
import { describe, expect, it } from 'vitest'
import { type Import, importsOf, type Source, sourcesIn } from './support/sources.ts'

const SOURCES = sourcesIn('shared', 'worker', 'extension')
const IMPORTS = SOURCES.flatMap(importsOf)

/** Which places may not import which, and why not. Types leave no trace, so they count only where `types` says so. */
const FORBIDDEN: readonly {
  readonly why: string
  readonly from: RegExp
  readonly to: RegExp
  readonly types?: true
}[] = [
  { why: 'the core knows no rim', from: /^shared\//, to: /^(?:worker|extension)\//, types: true },
  { why: 'the Worker knows no extension', from: /^worker\//, to: /^extension\//, types: true },
  { why: 'the extension knows no Worker', from: /^extension\//, to: /^worker\//, types: true },
  {
    why: 'detect imports nothing',
    from: /^shared\/detect\//,
    to: /^(?!shared\/detect\/)/,
    types: true,
  },
  {
    why: 'codecs know nothing of credentials',
    from: /^shared\/encoding\//,
    to: /^shared\/(?!encoding\/|limits\.ts|lazily\.ts)/,
    types: true,
  },
  {
    why: 'parsing knows no keys',
    from: /^shared\/parse\//,
    to: /^shared\/(?:keys|signature|status|trust|verify)/,
    types: true,
  },
  {
    why: 'JSON-LD knows terms, not keys',
    from: /^shared\/json-ld\//,
    to: /^shared\/(?:keys|signature|status|trust|issue|verify)/,
    types: true,
  },
  {
    why: 'keys and signatures know no status, no chain, no verdict',
    from: /^shared\/(?:keys|signature)\//,
    to: /^shared\/(?:status|trust|verify|verdict)/,
  },
  {
    why: 'trust is told the status, it does not ask',
    from: /^shared\/trust\//,
    to: /^shared\/(?:status\/|verify)/,
  },
  {
    why: 'nothing below the spine imports it',
    from: /^shared\/(?!verify\.ts|index\.ts|share\/verify-shared\.ts)/,
    to: /^shared\/(?:verify|index)\.ts/,
    types: true,
  },
  {
    why: 'verifying needs no issuing',
    from: /^shared\/(?!issue\/|credential-types\/)/,
    to: /^shared\/issue\//,
    types: true,
  },
  {
    why: 'only orders need to know what can be ordered',
    from: /^shared\/(?!issue\/|credential-types\/|wire\/issue-credential\.ts)/,
    to: /^shared\/credential-types\//,
    types: true,
  },
  {
    why: 'the bounded fetch knows no credentials',
    from: /^shared\/http\//,
    to: /^shared\/(?:parse|keys|signature|status|trust)/,
    types: true,
  },
  {
    why: 'words and panels do not verify',
    from: /^shared\/ui\//,
    to: /^shared\/(?:verify|parse|keys|signature|status|trust)/,
  },
  {
    why: 'only storage speaks to the database',
    from: /^worker\/(?:routes|middleware|pages|issuing|keys)\//,
    to: /^worker\/migrations\//,
  },
  {
    why: 'where four eyes are asked for, everybody enters by worker/proposals',
    from: /^worker\/(?:routes|console)\//,
    to: /^worker\/issuing\/(?:issue|change-status)\.ts/,
  },
  {
    why: 'views are pure',
    from: /^worker\/(?:pages|console)\//,
    to: /^worker\/(?:storage|keys|look-ups|issuing|wire-up)/,
  },
  {
    why: 'the extension takes no internals of the core',
    from: /^extension\//,
    to: /^shared\/(?:parse|signature|status|issue|http)\//,
    types: true,
  },
  {
    why: 'schemas do not reach content scripts',
    from: /^extension\/(?:scan|sources|marks|portals)\//,
    to: /^(?:zod|preact|@noble)/,
  },
]

const broken = (imports: readonly Import[]): readonly string[] =>
  FORBIDDEN.flatMap(({ why, from, to, types }) =>
    imports
      .filter((edge) => (types || !edge.isTypeOnly) && from.test(edge.from) && to.test(edge.to))
      .map((edge) => `${edge.from} → ${edge.to}: ${why}`),
  )

/** Files that run when one file runs. */
function reach(entry: string, imports: readonly Import[]): ReadonlySet<string> {
  const reached = new Set([entry])
  for (const file of reached) {
    for (const edge of imports) if (edge.from === file && !edge.isTypeOnly) reached.add(edge.to)
  }
  return reached
}

/** A file that needs itself to run, or undefined. Each is looked at once. */
function findCycle(imports: readonly Import[]): string | undefined {
  const needs = new Map<string, string[]>()
  for (const { from, to, isTypeOnly } of imports) {
    if (!isTypeOnly) needs.set(from, [...(needs.get(from) ?? []), to])
  }
  const open = new Set<string>()
  const done = new Set<string>()
  const visit = (file: string): string | undefined => {
    if (open.has(file)) return file
    if (done.has(file)) return undefined
    open.add(file)
    for (const to of needs.get(file) ?? []) {
      const found = visit(to)
      if (found !== undefined) return found
    }
    open.delete(file)
    done.add(file)
    return undefined
  }
  for (const file of needs.keys()) {
    const found = visit(file)
    if (found !== undefined) return found
  }
  return undefined
}

const edge = (from: string, to: string, isTypeOnly = false): Import => ({ from, to, isTypeOnly })

describe('arrows', () => {
  it('are looked for in all sources', () => {
    expect(SOURCES.length).toBeGreaterThan(150)
    expect(IMPORTS.filter(({ from }) => from === 'shared/verify.ts').length).toBeGreaterThan(10)
  })

  it('point the right way', () => {
    expect(broken(IMPORTS)).toEqual([])
  })

  it.each([
    ['shared/verify.ts', 'worker/app.ts'],
    ['worker/app.ts', 'extension/ui/words.ts'],
    ['extension/ui/words.ts', 'worker/app.ts'],
    ['shared/detect/scan.ts', 'shared/limits.ts'],
    ['shared/detect/scan.ts', 'zod'],
    ['shared/encoding/time.ts', 'shared/reasons.ts'],
    ['shared/parse/vcdm2.ts', 'shared/keys/did.ts'],
    ['shared/json-ld/contexts.ts', 'shared/keys/did.ts'],
    ['shared/keys/did.ts', 'shared/trust/chain.ts'],
    ['shared/signature/ed25519.ts', 'shared/status/entry.ts'],
    ['shared/trust/chain.ts', 'shared/status/check-status.ts'],
    ['shared/status/entry.ts', 'shared/verify.ts'],
    ['shared/summary.ts', 'shared/index.ts'],
    ['shared/trust/scope.ts', 'shared/issue/degree.ts'],
    ['shared/trust/scope.ts', 'shared/credential-types/index.ts'],
    ['shared/http/allowed-url.ts', 'shared/parse/vcdm2.ts'],
    ['shared/ui/label.ts', 'shared/verify.ts'],
    ['worker/routes/credentials.ts', 'worker/issuing/issue.ts'],
    ['worker/pages/home.tsx', 'worker/storage/issuers.ts'],
    ['worker/console/home.tsx', 'worker/storage/operators.ts'],
    ['extension/background/index.ts', 'shared/signature/ed25519.ts'],
    ['extension/scan/page.ts', 'zod'],
  ])('would not from %s to %s', (from, to) => {
    expect(broken([edge(from, to)])).not.toEqual([])
  })

  it('go in no circle', () => {
    expect(findCycle(IMPORTS)).toBeUndefined()
    expect(findCycle([edge('a', 'b'), edge('b', 'c'), edge('c', 'a')])).toBe('a')
    expect(findCycle([edge('a', 'b'), edge('b', 'a', true)])).toBeUndefined()
  })
})

describe('the content script', () => {
  const ALLOWED = /^(?:shared\/detect\/|extension\/(?:scan|sources|marks|portals)\/)/
  const strays = (imports: readonly Import[]) =>
    [...reach('extension/scan/page.ts', imports)].filter((file) => !ALLOWED.test(file))

  it('loads detection and its own renderer, nothing else', () => {
    expect(strays(IMPORTS)).toEqual([])
    expect(reach('extension/scan/page.ts', IMPORTS).size).toBeGreaterThan(8)
  })

  it('would be seen to load more', () => {
    const stray = edge('extension/scan/watch.ts', 'shared/index.ts')
    expect(strays([...IMPORTS, stray])).toContain('shared/index.ts')
  })
})

describe('the spine', () => {
  /** What is loaded only when it is met leaves no edge. */
  const atOnce = ({ path, text }: Source) =>
    importsOf({ path, text: text.replace(/\bimport\(/g, 'later(') })
  const RARE = /^(?:jsonld|rdf-canonize|shared\/json-ld\/|shared\/encoding\/jcs\.ts)/
  const rare = (sources: readonly Source[]) =>
    [...reach('shared/verify.ts', sources.flatMap(atOnce))].filter((file) => RARE.test(file))

  it('loads JSON-LD and canonical JSON only when a proof asks for them', () => {
    expect(rare(SOURCES)).toEqual([])
    expect([...reach('shared/verify.ts', IMPORTS)].filter((file) => RARE.test(file))).not.toEqual(
      [],
    )
  })

  it('would be seen to load them', () => {
    const early = { path: 'shared/summary.ts', text: "import { a } from './json-ld/contexts.ts'" }
    expect(rare([...SOURCES, early])).toContain('shared/json-ld/contexts.ts')
  })
})

describe('the reading of imports', () => {
  const read = (text: string) => importsOf({ path: 'shared/a/b.ts', text } satisfies Source)

  it.each([
    ["import { c } from '../c.ts'", edge('shared/a/b.ts', 'shared/c.ts')],
    ["import {\n  c,\n  type D,\n} from './d.ts'", edge('shared/a/b.ts', 'shared/a/d.ts')],
    ["import { type D } from './d.ts'", edge('shared/a/b.ts', 'shared/a/d.ts', true)],
    ["import type { D } from './d.ts'", edge('shared/a/b.ts', 'shared/a/d.ts', true)],
    ["export { c } from './c.ts'", edge('shared/a/b.ts', 'shared/a/c.ts')],
    ["export * from './c.ts'", edge('shared/a/b.ts', 'shared/a/c.ts')],
    ["import * as c from 'zod'", edge('shared/a/b.ts', 'zod')],
    ["import c from './c.json'", edge('shared/a/b.ts', 'shared/a/c.json')],
    ["import './c.ts'", edge('shared/a/b.ts', 'shared/a/c.ts')],
    ["const c = await import('./c.ts')", edge('shared/a/b.ts', 'shared/a/c.ts')],
  ])('sees %s', (text, expected) => {
    expect(read(text)).toEqual([expected])
  })
})
