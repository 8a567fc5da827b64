import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { VOCABULARY } from '../../../shared/issue/vocabulary/index.ts'

const FOLDER = new URL('../../../shared/issue/vocabulary/', import.meta.url)
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Published documents never change: another meaning is another address. */
const PINNED = {
  'degree-v1.context.json': '89949f48cec2e072d228bcea002b7937176a8e60536989b13a6a840daa5bcf6e',
  'licence-v1.context.json': '2e05c16e89649401cb1744673a910c4afba02de2db2a75ccad6a5c2168bbe753',
  'trust-v1.context.json': '3eba8ba2a07245f78b90d43d62d1fabc000fcf00ead65eda3727066246e111fd',
}

const LICENCE_SCHEMA_SERVED = '02a4cc380c2684eb19d915c8abd68e3f8b5b18dfc24cfd7df7c34d026462677a'

describe('published vocabularies', () => {
  it('are these and no others', () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'))
    expect(files.toSorted()).toEqual(Object.keys(PINNED))
  })

  it.each(Object.entries(PINNED))('keep the bytes of %s', (name, hash) => {
    const bytes = readFileSync(new URL(name, FOLDER))
    expect(hashOf(bytes)).toBe(hash)
    expect(hashOf(Uint8Array.of(...bytes, 32))).not.toBe(hash)
  })

  it('keep what is served of the schema of licences', () => {
    const text = JSON.stringify(VOCABULARY['/schemas/licence/1.json'].document, null, 2)
    expect(hashOf(Buffer.from(text))).toBe(LICENCE_SCHEMA_SERVED)
  })
})
