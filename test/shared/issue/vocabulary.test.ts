import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { VOCABULARY } from '../../../shared/issue/vocabulary/index.ts'

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const LICENCE_SCHEMA_SERVED = '02a4cc380c2684eb19d915c8abd68e3f8b5b18dfc24cfd7df7c34d026462677a'

/** Published documents never change: another meaning is another address. Contexts are pinned in `json-ld/contexts.test.ts`. */
describe('published vocabularies', () => {
  it('keep what is served of the schema of licences', () => {
    const text = JSON.stringify(VOCABULARY['/schemas/licence/1.json'].document, null, 2)
    expect(hashOf(Buffer.from(text))).toBe(LICENCE_SCHEMA_SERVED)
  })
})
