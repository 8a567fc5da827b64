import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../shared/encoding/json.ts'
import { readQuads } from '../../../shared/json-ld/canonicalize.ts'
import { CONTEXT_PINS, OWN_CONTEXT_PINS } from '../../../shared/json-ld/context-pins.ts'
import { licence } from '../../support/credentials.ts'
import { COUNCIL } from '../../support/parties.ts'
import { withProof } from '../../support/proofs.ts'
import { createWorld } from '../../support/world.ts'

const V2 = 'https://www.w3.org/ns/credentials/v2'
const CREDENTIALS = 'https://www.w3.org/2018/credentials#'
const OWN = 'https://w3id.org/licet/vocabulary#'

async function moved(context: JsonObject): Promise<unknown> {
  const read = await readQuads({ '@context': [V2, context], id: 'urn:a', name: 'A' })
  return read.ok ? 'ok' : read.error
}

describe('a context of the document’s own', () => {
  it('cannot take the status of a credential out of sight', async () => {
    const { credentialStatus, ...rest } = await withProof(licence(), COUNCIL, {
      cryptosuite: 'eddsa-rdfc-2022',
    })
    const word = { stamp: { '@id': `${CREDENTIALS}credentialStatus`, '@type': '@id' } }
    const contexts = [...(rest['@context'] as readonly unknown[]), word]
    const hidden = { ...rest, '@context': contexts, stamp: credentialStatus }
    const { checks, verdict } = await (await createWorld()).verify(hidden)
    expect(verdict).toBe('rejected')
    expect(checks[0]).toMatchObject({
      problem: { code: 'format.term_undefined', detail: { path: 'stamp' } },
    })
  })

  it.each<[string, JsonObject]>([
    ['stamp', { stamp: `${CREDENTIALS}credentialStatus` }],
    ['stamp', { c: CREDENTIALS, stamp: 'c:credentialStatus' }],
    ['of', { of: { '@reverse': `${CREDENTIALS}credentialStatus` } }],
    ['wrap', { wrap: '@nest' }],
    ['fullName', { fullName: '@index' }],
    ['fullName', { fullName: 'https://mill.xm/motherName' }],
    ['awardedDate', { awardedDate: 'https://mill.xm/born' }],
    ['DegreeCredential', { DegreeCredential: 'https://mill.xm/Course' }],
    ['me', { me: 'did:web:' }],
    ['@base', { '@base': 'did:web:amina.xm' }],
    ['@vocab', { '@vocab': `${CREDENTIALS}credentialSt` }],
    ['@vocab', { '@vocab': OWN }],
  ])('cannot move the meaning of %s: %o', async (path, context) => {
    expect(await moved(context)).toEqual({
      code: 'format.term_undefined',
      detail: { event: 'known term redefinition', path },
    })
  })

  it.each<[string, JsonObject]>([
    ['words of its own', { favouriteColour: 'https://mill.xm/colour' }],
    ['a known word for a known meaning', { awardedDate: `${OWN}awardedDate` }],
    ['a namesake', { awardedDate: 'https://mill.xm/terms/awardedDate' }],
    ['a vocabulary', { '@vocab': 'https://mill.xm/terms#' }],
    ['the vocabulary of schema.org', { '@vocab': 'https://schema.org/' }],
    ['the names for keywords that all use', { id: '@id', type: '@type' }],
    ['a word without meaning', { favouriteColour: null }],
  ])('may hold %s', async (_, context) => {
    expect(await moved(context)).toBe('ok')
  })
})

it.each([
  ...Object.keys(CONTEXT_PINS),
  ...Object.keys(OWN_CONTEXT_PINS).map((path) => `https://registry.xm${path}`),
])('agrees with every pinned context, and each with the others: %s', async (url) => {
  const read = await readQuads({ '@context': [url], '@id': 'urn:a', 'urn:b': 'c' })
  expect(read.ok).toBe(true)
})
