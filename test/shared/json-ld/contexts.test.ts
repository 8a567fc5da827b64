import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { VOCABULARY } from '../../../shared/issue/vocabulary/index.ts'
import {
  CONTEXT_PINS,
  OWN_CONTEXT_PINS,
  originOfOwnContext,
  pinOf,
} from '../../../shared/json-ld/context-pins.ts'
import { CONTEXT_DOCUMENTS } from '../../../shared/json-ld/contexts.ts'

const FOLDER = new URL('../../../shared/json-ld/contexts/', import.meta.url)
const PINS = Object.values({ ...CONTEXT_PINS, ...OWN_CONTEXT_PINS })
const bytesOf = (file: string) => readFileSync(new URL(`${file}.json`, FOLDER))
const hash = (algorithm: string, bytes: Uint8Array) =>
  createHash(algorithm).update(bytes).digest('hex')

describe('pinned contexts', () => {
  it('are the files of the folder, each once', () => {
    const files = readdirSync(FOLDER).map((name) => name.replace(/\.json$/, ''))
    expect(PINS.map(({ file }) => file).toSorted()).toEqual(files.toSorted())
    expect([...CONTEXT_DOCUMENTS.keys()].toSorted()).toEqual(files.toSorted())
  })

  it.each(PINS)('keep the bytes of $file', ({ file, sha256, published }) => {
    expect(hash('sha256', bytesOf(file))).toBe(sha256)
    if (published) expect(hash('sha384', bytesOf(file))).toBe(published.sha384)
    expect(CONTEXT_DOCUMENTS.get(file)).toEqual(JSON.parse(bytesOf(file).toString('utf8')))
  })

  it('hold nothing but a context without addresses of others: nothing would be looked for', () => {
    for (const document of CONTEXT_DOCUMENTS.values()) {
      expect(Object.keys(document)).toEqual(['@context'])
      expect(JSON.stringify(document)).not.toMatch(/"@context":(?:"|\[)|"@import"/)
    }
  })

  /** As VCDM 2.0 §B.1 and Data Integrity §2.4 print them. */
  it.each([
    [
      'https://www.w3.org/ns/credentials/v2',
      '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734',
    ],
    [
      'https://w3id.org/security/data-integrity/v2',
      '67f21e6e33a6c14e5ccfd2fc7865f7474fb71a04af7e94136cb399dfac8ae8f4',
    ],
  ])('are what the specification prints: %s', (url, sha256) => {
    expect(pinOf(url)).toMatchObject({ sha256, published: {} })
  })
})

describe('the vocabularies of Licet', () => {
  it('are what a deployment serves', () => {
    for (const [path, { file }] of Object.entries(OWN_CONTEXT_PINS)) {
      expect(VOCABULARY[path as keyof typeof VOCABULARY].document).toEqual(
        CONTEXT_DOCUMENTS.get(file),
      )
    }
  })

  it.each([
    ['https://registry.xm/contexts/licence/v1', 'https://registry.xm'],
    ['http://localhost:8787/contexts/trust/v1', 'http://localhost:8787'],
  ])('are known by their path: %s', (url, origin) => {
    expect(originOfOwnContext(url)).toBe(origin)
    expect(pinOf(url)).toBeDefined()
  })

  it.each([
    'https://registry.xm/contexts/salary/v1',
    'https://registry.xm/contexts/licence/v2',
    'https://registry.xm/x/contexts/licence/v1',
    'https://registry.xm/?/contexts/licence/v1',
    'https://registry.xm/contexts/licence/v1#a',
    'https://registry.xm@evil.xm/contexts/licence/v1',
    'ftp://registry.xm/contexts/licence/v1',
    '/contexts/licence/v1',
    'https://registry.xm/contexts/__proto__/v1',
    '__proto__',
  ])('are not: %s', (url) => {
    expect(originOfOwnContext(url)).toBeUndefined()
    expect(pinOf(url)).toBeUndefined()
  })
})
