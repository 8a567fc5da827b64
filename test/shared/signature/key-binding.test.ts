import { describe, expect, it } from 'vitest'
import { CREDENTIAL_MAX_CHARS } from '../../../shared/limits.ts'
import { parseSdJwt } from '../../../shared/parse/sd-jwt.ts'
import { type Asked, checkHolderBinding } from '../../../shared/signature/key-binding.ts'
import { createSignatureEngine } from '../../../shared/signature/signature-engine.ts'
import { NOW } from '../../support/clock.ts'
import { COUNCIL } from '../../support/parties.ts'
import { ASKED, AUDIENCE, NONCE, present, sdJwt } from '../../support/sd-jwt.ts'

const engine = createSignatureEngine()
const PLAIN = await sdJwt()
const BOUND_TO_NOBODY = await sdJwt({ claims: { cnf: {} } })

async function answer(text: string | Promise<string>, asked: Omit<Asked, 'nowSeconds'> = ASKED) {
  const parsed = parseSdJwt(await text, { maxChars: CREDENTIAL_MAX_CHARS })
  if (!parsed.ok) throw new Error(parsed.error.code)
  const { disclosures } = parsed.value
  const checked = await checkHolderBinding(disclosures, { ...asked, nowSeconds: NOW }, engine)
  return checked.ok ? checked.value : checked.error.code
}

describe('a proof of possession that was asked for (RFC 9901 §7.3)', () => {
  it.each([ASKED, { nonce: NONCE }, { audience: AUDIENCE }])(
    'is proven where it says %j',
    async (asked) => {
      expect(await answer(present(PLAIN), asked)).toBe('proven')
    },
  )

  it.each([
    ['none is there', PLAIN, 'missing'],
    ['the credential is bound to nobody', present(BOUND_TO_NOBODY), 'missing'],
    ['somebody else signed it', present(PLAIN, {}, {}, COUNCIL), 'mismatch'],
    ['its algorithm is another key’s', present(PLAIN, {}, { alg: 'ES256' }), 'mismatch'],
    ['its algorithm is for badges only', present(PLAIN, {}, { alg: 'RS256' }), 'mismatch'],
    ['it was made for other parts', present(PLAIN, { sd_hash: 'AAAA' }), 'sd_hash_mismatch'],
    ['it answers another request', present(PLAIN, { nonce: 'old' }), 'nonce_mismatch'],
    ['it speaks to somebody else', present(PLAIN, { aud: 'https://b.xm' }), 'audience_mismatch'],
    ['it is more than five minutes old', present(PLAIN, { iat: NOW - 301 }), 'too_old'],
    ['it is of the future', present(PLAIN, { iat: NOW + 61 }), 'too_old'],
  ])('is refused where %s', async (_, text, reason) => {
    expect(await answer(text)).toBe(`holder_binding.${reason}`)
  })

  it('is refused where the holder’s key is none', async () => {
    const bound = sdJwt({ claims: { cnf: { jwk: { kty: 'oct', k: 'AA' } } } })
    expect(await answer(present(await bound))).toBe('holder_binding.mismatch')
  })

  it('is refused where a part was taken away after it was made', async () => {
    const [jwt, name, , ...rest] = (await present(PLAIN)).split('~')
    expect(await answer([jwt, name, ...rest].join('~'))).toBe('holder_binding.sd_hash_mismatch')
  })

  it('is five minutes old at most, and that is young enough', async () => {
    expect(await answer(present(PLAIN, { iat: NOW - 300 }))).toBe('proven')
  })
})

describe('a proof that nobody asked for', () => {
  it('need not be there', async () => {
    expect(await answer(PLAIN, {})).toBe('not_asked')
  })

  it('proves nothing to us, and does no harm', async () => {
    expect(await answer(present(PLAIN, { iat: 1, nonce: 'x', aud: 'y' }), {})).toBe('not_asked')
  })

  it.each([
    ['signed by somebody else', present(PLAIN, {}, {}, COUNCIL), 'mismatch'],
    ['of another form', present(PLAIN, {}, { typ: 'JWT' }), 'mismatch'],
    ['made for other parts', present(PLAIN, { sd_hash: 'AAAA' }), 'sd_hash_mismatch'],
    ['by nobody it is bound to', present(BOUND_TO_NOBODY), 'missing'],
  ])('is refused where it is %s', async (_, text, reason) => {
    expect(await answer(text, {})).toBe(`holder_binding.${reason}`)
  })
})
