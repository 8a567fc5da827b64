import { describe, expect, it } from 'vitest'
import {
  detectEnvelope,
  findCredentialTexts,
  isJsonCredential,
} from '../../../shared/detect/index.ts'

const segment = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const compact = (header: unknown, payload: unknown) => `${segment(header)}.${segment(payload)}.c2ln`
const VC = { type: ['VerifiableCredential'] }

describe('what a compact text claims to be', () => {
  it('knows a vc+jwt by its type', () => {
    expect(detectEnvelope(compact({ alg: 'EdDSA', typ: 'vc+jwt' }, VC))).toBe('vc+jwt')
  })
  it('knows a vc+jwt whose type is written as a media type', () => {
    expect(detectEnvelope(compact({ typ: 'application/vc+jwt' }, VC))).toBe('vc+jwt')
  })
  it('counts a vc+jwt whose payload is garbage, because it deserves its mark', () => {
    expect(detectEnvelope(`${segment({ typ: 'vc+jwt' })}.AAAA.c2ln`)).toBe('vc+jwt')
  })
  it('knows a jwt_vc by its vc claim', () => {
    expect(detectEnvelope(compact({ alg: 'EdDSA', typ: 'JWT' }, { vc: VC }))).toBe('jwt_vc')
  })
  it('knows a jwt_vc without a type', () => {
    expect(detectEnvelope(compact({ alg: 'EdDSA' }, { vc: VC }))).toBe('jwt_vc')
  })
  it('knows an SD-JWT credential', () => {
    expect(detectEnvelope(`${compact({ typ: 'dc+sd-jwt' }, { vct: 'a' })}~WyJh~`)).toBe('dc+sd-jwt')
  })
  it('knows presentations by their type or their vp claim', () => {
    expect(detectEnvelope(compact({ typ: 'vp+jwt' }, {}))).toBe('vp+jwt')
    expect(detectEnvelope(compact({ typ: 'JWT' }, { vp: {} }))).toBe('jwt_vp')
  })
  it.each([
    ['a session token', compact({ alg: 'HS256', typ: 'JWT' }, { sub: '42', exp: 1 })],
    ['a session token whose vc claim is a number', compact({ typ: 'JWT' }, { vc: 7 })],
    ['an access token', compact({ typ: 'at+jwt' }, { vc: VC })],
    ['a header that is not JSON', 'eyJub3Q.eyJh.c2ln'],
    ['a header that is a list', `${segment([1])}.eyJh.c2ln`],
    ['a type named like a property of every object', compact({ typ: 'constructor' }, VC)],
    ['an empty text', ''],
  ])('does not take %s for a credential', (_, text) => {
    expect(detectEnvelope(text)).toBeNull()
  })
})

describe('credentials in a JSON text', () => {
  const token = compact({ typ: 'vc+jwt' }, VC)
  it('finds a compact credential with space around it', () => {
    expect(findCredentialTexts(`\n ${token} \n`)).toEqual([token])
  })
  it('finds a credential with an embedded proof', () => {
    const credential = { type: ['VerifiableCredential', 'A'], proof: {} }
    expect(findCredentialTexts(JSON.stringify(credential))).toEqual([JSON.stringify(credential)])
  })
  it('opens an enveloped credential', () => {
    const enveloped = {
      type: 'EnvelopedVerifiableCredential',
      id: `data:application/vc+jwt,${token}`,
    }
    expect(findCredentialTexts(JSON.stringify(enveloped))).toEqual([token])
  })
  it('finds the credentials of a list and of a graph', () => {
    const graph = { '@graph': [{ type: 'Person' }, { type: 'VerifiableCredential', n: 1 }] }
    expect(findCredentialTexts(JSON.stringify(graph))).toHaveLength(1)
    expect(
      findCredentialTexts(
        JSON.stringify([
          { ...VC, n: 1 },
          { ...VC, n: 2 },
        ]),
      ),
    ).toHaveLength(2)
  })
  it.each([
    ['a person', '{"@type":"Person","name":"A"}'],
    ['broken JSON', '{"type":"VerifiableCredential"'],
    ['null', 'null'],
    [
      'a text of more than a million characters',
      `{"type":"VerifiableCredential","x":"${'a'.repeat(1_000_000)}"}`,
    ],
  ])('finds nothing in %s', (_, text) => {
    expect(findCredentialTexts(text)).toEqual([])
  })
  it('is not fooled by a value that is no object', () => {
    expect([null, 1, 'VerifiableCredential', undefined].some(isJsonCredential)).toBe(false)
  })
})
