import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../shared/encoding/json.ts'
import { checkPlainForm } from '../../../shared/json-ld/plain-form.ts'
import { at, NOW } from '../../support/clock.ts'
import { licence } from '../../support/credentials.ts'
import { COUNCIL } from '../../support/parties.ts'
import { withProof } from '../../support/proofs.ts'
import { createWorld } from '../../support/world.ts'

const CREDENTIALS = 'https://www.w3.org/2018/credentials#'
const RDFC = { cryptosuite: 'eddsa-rdfc-2022' }
const world = await createWorld()
const SIGNED = await withProof(licence(), COUNCIL, RDFC)

/** The same statements with one property in other words. */
function respell(document: JsonObject, name: string, words: (value: unknown) => JsonObject) {
  const { [name]: value, ...rest } = document
  return { ...rest, ...words(value) }
}

async function reasonOf(credential: JsonObject): Promise<unknown> {
  const { checks, verdict } = await world.verify(credential)
  const [problem] = checks.flatMap((check) => ('problem' in check ? check.problem : []))
  return problem ? [verdict, problem.code, problem.detail?.path] : [verdict]
}

describe('what RDF reads alike and a reader of JSON does not, VCDM 2.0 §6.3', () => {
  it.each<[string, string, (value: unknown) => JsonObject]>([
    [
      'a status under its address',
      `${CREDENTIALS}credentialStatus`,
      (status) => ({ [`${CREDENTIALS}credentialStatus`]: status }),
    ],
    ['a nested status', '@nest', (credentialStatus) => ({ '@nest': { credentialStatus } })],
    [
      'a status of the same thing elsewhere',
      '@included',
      (credentialStatus) => ({
        '@included': { id: SIGNED.id, type: 'VerifiableCredential', credentialStatus },
      }),
    ],
    [
      'a status beside a list within a list',
      'credentialStatus',
      (status) => ({ credentialStatus: [status] }),
    ],
  ])('refuses %s', async (_, path, words) => {
    expect(await reasonOf(SIGNED)).toEqual(['verified'])
    const [verdict, code, told] = (await reasonOf(
      respell(SIGNED, 'credentialStatus', words),
    )) as unknown[]
    expect([verdict, code, told]).toEqual(['rejected', 'format.property_malformed', path])
  })

  it('refuses an end of a proof under its address', async () => {
    const { proof, ...document } = await withProof(licence(), COUNCIL, {
      ...RDFC,
      expires: at(NOW - 1),
    })
    const expiration = 'https://w3id.org/security#expiration'
    const type = 'http://www.w3.org/2001/XMLSchema#dateTime'
    const respelled = respell(proof as JsonObject, 'expires', (value) => ({
      [expiration]: { '@value': value, '@type': type },
    }))
    expect(await reasonOf({ ...document, proof })).toMatchObject(['not_in_force', {}, undefined])
    expect(await reasonOf({ ...document, proof: respelled })).toEqual([
      'rejected',
      'format.property_malformed',
      expiration,
    ])
  })

  it.each([
    ['@id', { credentialSubject: { '@id': 'did:web:amina.xm' } }],
    ['@type', { type: 'VerifiableCredential', '@type': 'ProfessionalLicenceCredential' }],
    ['@list', { licence: { conditions: { '@list': ['No surgery'] } } }],
    ['@index', { '@index': 'unsigned' }],
    ['cred:issuer', { 'cred:issuer': 'did:web:council.xm' }],
    ['licence', { licence: [[{ conditions: ['No surgery'] }]] }],
    ['Achievement', { credentialSubject: { Achievement: { id: 'urn:a' } } }],
    ['uid', { credentialSubject: { uid: 'did:web:amina.xm' } }],
    ['@language', { '@language': 'en' }],
  ])('tells what it refuses: %s', (path, document: JsonObject) => {
    expect(checkPlainForm(document)).toMatchObject({
      ok: false,
      error: { code: 'format.property_malformed', detail: { path } },
    })
  })

  it.each([
    ['a text with its language', { name: { '@value': 'Amina', '@language': 'en' } }],
    ['a typed value', { a: [{ '@value': '1', '@type': 'https://registry.xm/type' }] }],
    ['a schema inside', { jsonSchema: { $id: 'https://registry.xm', 'a:b': [[1]] } }],
    ['contexts', { '@context': { a: { '@id': 'urn:a', '@container': '@list' } } }],
  ])('accepts %s', (_, document: JsonObject) => {
    expect(checkPlainForm(document)).toEqual({ ok: true, value: true })
  })
})
