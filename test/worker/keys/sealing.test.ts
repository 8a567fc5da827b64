// Sealed texts open where they were sealed for, whole, under the same key, and nowhere else.
import { describe, expect, it } from 'vitest'
import { decodeBase64Url, encodeBase64Url } from '../../../shared/encoding/base64url.ts'
import { createSealer } from '../../../worker/keys/sealing.ts'

const KEY = encodeBase64Url(new Uint8Array(32).fill(7))
const OTHER_KEY = encodeBase64Url(new Uint8Array(32).fill(8))
const sealer = createSealer(KEY)
const text = new TextEncoder().encode('Amina Diallo')

describe('a sealed text', () => {
  it('opens in its place', async () => {
    expect(await sealer.unseal(await sealer.seal(text, 'a'), 'a')).toEqual(text)
  })

  it('opens for another sealer with the same key', async () => {
    expect(await createSealer(KEY).unseal(await sealer.seal(text, 'a'), 'a')).toEqual(text)
  })

  it('may be empty', async () => {
    expect(await sealer.unseal(await sealer.seal(new Uint8Array(), 'a'), 'a')).toHaveLength(0)
  })

  it('is another one each time, and does not show the text', async () => {
    const sealed = [await sealer.seal(text, 'a'), await sealer.seal(text, 'a')]
    expect(new Set(sealed).size).toBe(2)
    expect(sealed.join()).not.toContain(encodeBase64Url(text))
  })

  it('does not open in another place', async () => {
    const sealed = await sealer.seal(text, 'signing-key:a')
    await expect(sealer.unseal(sealed, 'signing-key:b')).rejects.toThrow()
  })

  it('does not open under another key', async () => {
    const sealed = await sealer.seal(text, 'a')
    await expect(createSealer(OTHER_KEY).unseal(sealed, 'a')).rejects.toThrow()
  })

  it('does not open with any of its bytes altered', async () => {
    const sealed = decodeBase64Url(await sealer.seal(text, 'a')) ?? new Uint8Array()
    for (let i = 0; i < sealed.length; i++) {
      const altered = Uint8Array.from(sealed)
      altered[i] = (altered[i] ?? 0) ^ 1
      await expect(sealer.unseal(encodeBase64Url(altered), 'a')).rejects.toThrow()
    }
  })

  it.each(['', 'AAAA', 'not base64url!', encodeBase64Url(new Uint8Array(12))])(
    'is not “%s”',
    async (sealed) => {
      await expect(sealer.unseal(sealed, 'a')).rejects.toThrow()
    },
  )
})

it.each(['', 'c2hvcnQ', `${KEY}AA`, `${KEY}=`])('takes no key such as “%s”', (secret) => {
  expect(() => createSealer(secret)).toThrow('The sealing key is not 32 bytes of base64url')
})
