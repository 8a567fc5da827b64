import { describe, expect, it } from 'vitest'
import { jwkThumbprint } from '../../shared/keys/jwk.ts'
import { createEd25519Verifier } from '../support/ed25519.ts'
import { fromHex } from '../support/forgeries.ts'

const ed25519 = createEd25519Verifier()

describe('RFC 8037', () => {
  it('A.3: the thumbprint of a key', async () => {
    const x = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'
    expect(await jwkThumbprint({ kty: 'OKP', crv: 'Ed25519', x })).toBe(
      'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
    )
  })
})

describe('RFC 8032 §7.1', () => {
  it.each([
    [
      'TEST 1',
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      '',
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    ],
    [
      'TEST 2',
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    ],
  ])('%s', async (_, key, message, signature) => {
    expect(await ed25519.verify(fromHex(key), fromHex(signature), fromHex(message))).toBe(true)
    expect(await ed25519.verify(fromHex(key), fromHex(signature), fromHex('ff'))).toBe(false)
  })
})
