import { describe, expect, it } from 'vitest'
import { utf8Encode } from '../../../shared/encoding/bytes.ts'
import { SHARE_CIPHERTEXT_MAX_BYTES } from '../../../shared/limits.ts'
import { openShare, sealShare } from '../../../shared/share/seal-share.ts'
import type { ShareContent } from '../../../shared/share/share-content.ts'
import { deriveShareKeys } from '../../../shared/share/share-keys.ts'
import { shareAddress } from '../../../shared/share/share-link.ts'

const ID = 'AAECAwQFBgcICQoLDA0ODw'
const ADDRESS = shareAddress('https://licet.example', ID)
const KEY = Uint8Array.from({ length: 32 }, (_, at) => at)
const CONTENT: ShareContent = {
  version: 1,
  purpose: 'employment',
  recipient: 'Lakeside Hospital',
  createdAt: '2026-11-22T12:00:00Z',
  presentations: ['eyJhbGciOiJFZERTQSJ9.e30.AA~', { type: 'VerifiablePresentation' }],
}
const drawBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count))
const keysOf = (pin?: string, key = KEY, id = ID) => deriveShareKeys({ key, id, pin })

async function sealed(content: ShareContent = CONTENT, pin?: string): Promise<string> {
  const result = await sealShare(content, await keysOf(pin), ADDRESS, drawBytes)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

describe('what is shared', () => {
  it('opens with the key of its link', async () => {
    const opened = await openShare(await sealed(), await keysOf(), ADDRESS)
    expect(opened).toEqual({ ok: true, value: CONTENT })
  })

  it('looks different each time, and equally long whatever is in it', async () => {
    const texts = [await sealed(), await sealed(), await sealed({ ...CONTENT, recipient: 'L' })]
    expect(new Set(texts).size).toBe(3)
    expect(new Set(texts.map(({ length }) => length)).size).toBe(1)
  })

  it('opens with the PIN, however its characters were typed', async () => {
    const text = await sealed(CONTENT, 'é42')
    const opened = await openShare(text, await keysOf('e\u030142'), ADDRESS)
    expect(opened).toEqual({ ok: true, value: CONTENT })
  })

  it.each([
    ['another key', () => keysOf(undefined, KEY.with(0, 1) as Uint8Array<ArrayBuffer>), ADDRESS],
    ['a PIN where there is none', () => keysOf('1234'), ADDRESS],
    ['the keys of another share', () => keysOf(undefined, KEY, ID.replace('A', 'B')), ADDRESS],
    ['the address of another deployment', () => keysOf(), shareAddress('https://evil.example', ID)],
  ])('does not open with %s', async (_, keys, address) => {
    expect(await openShare(await sealed(), await keys(), address)).toEqual({
      ok: false,
      error: 'undecipherable',
    })
  })

  it.each([
    [
      'altered',
      (text: string) => `${text.slice(0, 30)}${text[30] === 'A' ? 'B' : 'A'}${text.slice(31)}`,
    ],
    ['cut', (text: string) => text.slice(0, -4)],
    ['emptied', () => ''],
    ['no base64url', () => '***'],
  ])('does not open once it is %s', async (_, change) => {
    expect(await openShare(change(await sealed()), await keysOf(), ADDRESS)).toEqual({
      ok: false,
      error: 'undecipherable',
    })
  })

  it.each([
    ['of another version', { ...CONTENT, version: 2 }],
    ['of a purpose that nobody knows', { ...CONTENT, purpose: 'marketing' }],
    ['empty', { ...CONTENT, presentations: [] }],
    ['no content at all', 'a text'],
  ])('is of unknown form where it is %s', async (_, content) => {
    const text = await sealed(content as ShareContent)
    expect(await openShare(text, await keysOf(), ADDRESS)).toEqual({
      ok: false,
      error: 'unknown_form',
    })
  })

  it('is refused where it is larger than a share may be', async () => {
    const presentations = ['A'.repeat(SHARE_CIPHERTEXT_MAX_BYTES)]
    const result = await sealShare(
      { ...CONTENT, presentations },
      await keysOf(),
      ADDRESS,
      drawBytes,
    )
    expect(result).toEqual({ ok: false, error: 'too_large' })
  })
})

describe('the proof of a PIN', () => {
  it('is missing where there is no PIN', async () => {
    expect((await keysOf()).pinProof).toBeUndefined()
  })

  it('is another one for another PIN, another link and another share', async () => {
    const proofs = await Promise.all([
      keysOf('1234'),
      keysOf('1235'),
      keysOf('1234', KEY.with(0, 1) as Uint8Array<ArrayBuffer>),
      keysOf('1234', KEY, ID.replace('A', 'B')),
    ])
    expect(new Set(proofs.map(({ pinProof }) => pinProof)).size).toBe(4)
  })

  it('is what these figures say, computed by other means', async () => {
    const { pbkdf2Sync, hkdfSync } = await import('node:crypto')
    const stretched = pbkdf2Sync('1234', `licet-share-pin ${ID}`, 600_000, 32, 'sha256')
    const expected = hkdfSync(
      'sha256',
      stretched,
      KEY,
      utf8Encode(`licet-share-pin-proof ${ID}`),
      32,
    )
    expect((await keysOf('1234')).pinProof).toBe(Buffer.from(expected).toString('base64url'))
  })
})
