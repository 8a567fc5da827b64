import { describe, expect, it } from 'vitest'
import { verifyCredential } from '../../../shared/index.ts'
import { bindPresentation, holderKeyOf } from '../../../shared/share/bind-presentation.ts'
import { listFields, showFields } from '../../../shared/share/choose-fields.ts'
import { NOW } from '../../support/clock.ts'
import { digest, disclose, HOLDER, NAME, NUMBER, sdJwt, sdJwtOf } from '../../support/sd-jwt.ts'
import { createWorld } from '../../support/world.ts'

const { deps } = await createWorld()
const LICENCE = await sdJwt()
const STREET = disclose('street', 'Harbour Road 1')
const ADDRESS = disclose('address', { _sd: [digest(STREET)], country: 'XM' })
const LANGUAGE = disclose('nb')
const UNHASHABLE = await sdJwt({ claims: { _sd_alg: 'md5' } })
const NESTED = await sdJwtOf(
  { languages: [{ '...': digest(LANGUAGE) }, 'en'] },
  [NAME, ADDRESS],
  [NAME, ADDRESS, STREET, LANGUAGE],
)

describe('the fields that can be kept back', () => {
  it('are listed with where they stand and what they say', async () => {
    expect(listFields(LICENCE)).toEqual([
      { disclosure: NUMBER, path: ['licence', 'number'], value: 'N-20419' },
      { disclosure: NAME, path: ['name'], value: 'Amina Diallo' },
    ])
  })

  it('are listed inside of each other, and in arrays', () => {
    const fields = listFields(NESTED)
    expect(fields).toContainEqual({
      disclosure: STREET,
      path: ['address', 'street'],
      value: 'Harbour Road 1',
      inside: ADDRESS,
    })
    expect(fields).toContainEqual({ disclosure: LANGUAGE, path: ['languages'], value: 'nb' })
  })

  it.each([
    ['no credential', 'x'],
    ['a credential without disclosures', LICENCE.split('~')[0] ?? ''],
    ['an SD-JWT of an unknown hash', UNHASHABLE],
    ['disclosures that belong nowhere', `${LICENCE.split('~')[0]}~${disclose('x', 1)}~`],
    ['disclosures that cannot be read', `${LICENCE.split('~')[0]}~***~`],
  ])('are none in %s', (_, text) => {
    expect(listFields(text)).toEqual([])
  })
})

describe('a presentation of chosen fields', () => {
  it('shows those and no other', async () => {
    const shown = showFields(LICENCE, new Set([NAME]))
    const { credential, verdict } = await verifyCredential(shown, deps)
    expect(verdict).toBe('verified')
    expect(credential.subject).toMatchObject({ name: 'Amina Diallo' })
    expect(shown).not.toContain(NUMBER)
  })

  it('shows nothing that was not chosen', () => {
    expect(showFields(LICENCE, new Set())).toBe(`${LICENCE.split('~')[0]}~`)
  })

  it('shows what a chosen field is a part of', () => {
    const shown = showFields(NESTED, new Set([STREET]))
    expect(shown.split('~').slice(1, -1)).toEqual([ADDRESS, STREET])
  })

  it('carries no proof of possession that was made before', async () => {
    const bound = `${LICENCE}a.b.c`
    expect(showFields(bound, new Set([NAME])).endsWith('~')).toBe(true)
  })
})

describe('the holder’s proof', () => {
  const claims = { nonce: 'n', audience: 'https://licet.example/s/n', issuedAtSeconds: NOW }
  const signer = { algorithm: 'EdDSA', sign: HOLDER.sign } as const

  it('is the one that was asked for', async () => {
    const bound = await bindPresentation(showFields(LICENCE, new Set([NAME])), claims, signer)
    const { nonce, audience } = claims
    const { checks, verdict } = await verifyCredential(bound, deps, { nonce, audience })
    expect(verdict).toBe('verified')
    expect(checks).toContainEqual({ check: 'holder_binding', outcome: 'pass' })
  })

  it('is not made for what is no SD-JWT', async () => {
    await expect(bindPresentation('x', claims, signer)).rejects.toThrow('no hash')
  })

  it('is made by the key that the credential names', () => {
    expect(holderKeyOf(LICENCE)).toEqual(HOLDER.jwk)
    expect(holderKeyOf('x')).toBeUndefined()
  })
})
