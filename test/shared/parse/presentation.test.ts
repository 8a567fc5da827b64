import { describe, expect, it } from 'vitest'
import { CONTAINED_MAX_COUNT } from '../../../shared/limits.ts'
import { isPresentation, parseSecured } from '../../../shared/parse/parse-secured.ts'
import { NOW } from '../../support/clock.ts'
import { reasonOf } from '../../support/parsing.ts'
import { enveloped, HELD, jwtVp, presentation, vpJwt } from '../../support/presentations.ts'
import { AUDIENCE, HOLDER, NONCE } from '../../support/sd-jwt.ts'

async function parsed(input: string | object) {
  const result = await parseSecured(input)
  if (!result.ok || !isPresentation(result.value)) throw new Error('No presentation')
  return result.value
}

describe('a presentation', () => {
  it('as vp+jwt is read', async () => {
    expect(await parsed(await vpJwt({ nbf: NOW - 20, exp: NOW + 20 }))).toMatchObject({
      envelope: 'vp+jwt',
      holder: HOLDER.did,
      nonce: NONCE,
      audience: [AUDIENCE],
      signedAtSeconds: NOW - 10,
      validFromSeconds: NOW - 20,
      validUntilSeconds: NOW + 20,
      credentials: [enveloped(HELD)],
      signatures: [{ relationship: 'authentication', kid: HOLDER.kid }],
    })
  })

  it('in VCDM 1.1 is read', async () => {
    expect(await parsed(await jwtVp())).toMatchObject({
      envelope: 'jwt_vp',
      holder: HOLDER.did,
      nonce: NONCE,
      audience: [AUDIENCE],
      credentials: [HELD],
    })
  })

  it('that is enveloped is read', async () => {
    const id = `data:application/vp+jwt,${await vpJwt()}`
    expect((await parsed({ type: 'EnvelopedVerifiablePresentation', id })).envelope).toBe('vp+jwt')
  })

  it('that is not signed is read', async () => {
    const read = await parsed(presentation())
    expect(read).toEqual({
      holder: HOLDER.did,
      signatures: [],
      credentials: [enveloped(HELD)],
    })
    expect(await parsed(JSON.stringify(presentation()))).toEqual(read)
  })

  it.each([
    { holder: undefined },
    { holder: { id: HOLDER.did, name: 'A holder' } },
    { verifiableCredential: undefined },
    { verifiableCredential: enveloped(HELD) },
    { type: 'VerifiablePresentation' },
  ])('may say %j', async (changes) => {
    expect(await reasonOf(presentation(changes))).toBe('ok')
  })

  it.each([
    [{ '@context': undefined }, 'format.property_missing @context'],
    [{ '@context': ['https://example.org'] }, 'format.context_unsupported'],
    [{ type: ['VerifiablePresentation', 7] }, 'format.property_malformed type'],
    [{ holder: 7 }, 'format.property_malformed holder'],
    [{ holder: {} }, 'format.property_malformed holder'],
    [{ verifiableCredential: [7] }, 'format.property_malformed verifiableCredential'],
    [{ verifiableCredential: [HELD] }, 'format.property_malformed verifiableCredential'],
    [
      { verifiableCredential: new Array(CONTAINED_MAX_COUNT + 1).fill({}) },
      'format.property_malformed verifiableCredential',
    ],
  ])('may not say %j', async (changes, reason) => {
    expect(await reasonOf(presentation(changes))).toBe(reason)
    expect(await reasonOf(await vpJwt(changes))).toBe(reason)
  })

  it.each([
    [{ vp: {} }, {}, 'format.legacy_vc_claim'],
    [{ vc: {} }, {}, 'format.legacy_vc_claim'],
    [{ nonce: 7 }, {}, 'format.property_malformed nonce'],
    [{ aud: [7] }, {}, 'format.property_malformed aud'],
    [{ iat: 'now' }, {}, 'format.property_malformed iat'],
    [{ nbf: 'now' }, {}, 'format.property_malformed nbf'],
    [{ exp: 'never' }, {}, 'format.property_malformed exp'],
    [{ type: undefined }, {}, 'format.property_missing type'],
    [{ vp: {} }, { typ: 'vc+jwt' }, 'format.legacy_vc_claim'],
    [{ vp: {} }, { typ: 'at+jwt' }, 'format.typ_unsupported'],
  ])('as vp+jwt may not say %j under %j', async (changes, header, reason) => {
    expect(await reasonOf(await vpJwt(changes, header))).toBe(reason)
  })

  it.each([
    [{ vc: {} }, {}, 'format.legacy_vc_claim'],
    [{ vp: 'all' }, {}, 'format.property_malformed vp'],
    [{ iss: undefined }, {}, 'format.property_missing iss'],
    [{}, { holder: 'did:example:other' }, 'format.property_malformed vp.holder'],
    [{}, { type: 'Other' }, 'format.property_malformed type'],
    [{}, { '@context': ['https://www.w3.org/ns/credentials/v2'] }, 'format.context_unsupported'],
  ])('in VCDM 1.1 may not say %j around %j', async (changes, vp, reason) => {
    expect(await reasonOf(await jwtVp(changes, vp))).toBe(reason)
  })
})
