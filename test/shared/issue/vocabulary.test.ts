import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { CREDENTIAL_TYPES } from '../../../shared/credential-types/index.ts'
import { typeMetadata } from '../../../shared/issue/type-metadata.ts'
import { VOCABULARY } from '../../../shared/issue/vocabulary/index.ts'
import { ORIGIN } from '../../support/credentials.ts'

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const LICENCE_SCHEMA_SERVED = '02a4cc380c2684eb19d915c8abd68e3f8b5b18dfc24cfd7df7c34d026462677a'

/** Published documents never change: another meaning is another address. Contexts are pinned in `json-ld/contexts.test.ts`. */
describe('published vocabularies', () => {
  it('keep what is served of the schema of licences', () => {
    const text = JSON.stringify(VOCABULARY['/schemas/licence/1.json'].document, null, 2)
    expect(hashOf(Buffer.from(text))).toBe(LICENCE_SCHEMA_SERVED)
  })

  it.each([
    ['degree', 'b9d35fa528daf022b454d3a89b62db48ddae90a7a3e862d90f21702504747d43'],
    ['licence', '61c793e49bcbcf0d0f96fd6cd81ca7524963026addfcd361b6298b8487942435'],
  ] as const)('keep what is served of the type of a %s', (kind, pin) => {
    const text = JSON.stringify(typeMetadata(ORIGIN, CREDENTIAL_TYPES[kind]), null, 2)
    expect(hashOf(Buffer.from(text))).toBe(pin)
  })
})
