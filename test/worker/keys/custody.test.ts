// Signing keys: made once per owner, sealed in the database, never extractable again.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { decodeBase64Url, encodeBase64Url } from '../../../shared/encoding/base64url.ts'
import { resolveDidKey } from '../../../shared/keys/did-key.ts'
import { jwkThumbprint } from '../../../shared/keys/jwk.ts'
import { createAddresses } from '../../../worker/dids.ts'
import { createKeyCustody } from '../../../worker/keys/custody.ts'
import { createSealer } from '../../../worker/keys/sealing.ts'
import { createSigningKeys } from '../../../worker/storage/signing-keys.ts'
import { env, NOON } from '../support/server.ts'

const DID = 'did:web:licet.example:issuers:'
const keys = createSigningKeys(env.DB, () => NOON)
const withKey = (fill: number) =>
  createKeyCustody(
    keys,
    createSealer(encodeBase64Url(new Uint8Array(32).fill(fill))),
    createAddresses('https://licet.example'),
    () => NOON,
  )
const custody = withKey(7)

afterEach(() => vi.restoreAllMocks())

describe('a signing key', () => {
  it('is made the first time, and stays', async () => {
    const [first] = await custody.publicKeys(`${DID}a`)
    const [second] = await custody.publicKeys(`${DID}a`)
    expect(second).toEqual(first)
    expect(first?.kid).toBe(`${DID}a#${first && (await jwkThumbprint(first))}`)
  })

  it('is one, however many ask for the first at the same time', async () => {
    const asked = await Promise.all(
      Array.from({ length: 8 }, () => custody.publicKeys(`${DID}raced`)),
    )
    expect(new Set(asked.map(([key]) => key?.kid)).size).toBe(1)
    const signer = await custody.signer(`${DID}raced`)
    expect(signer.kid).toBe(asked[0]?.[0]?.kid)
  })

  it('is another one for another owner', async () => {
    const [[one], [two]] = [
      await custody.publicKeys(`${DID}a`),
      await custody.publicKeys(`${DID}b`),
    ]
    expect(one?.x).not.toBe(two?.x)
  })

  it('can be made before its owner has a name: then the name is the key', async () => {
    const did = await custody.createDidKey()
    const signer = await custody.signer(did)
    const [{ x } = { x: '' }] = await custody.publicKeys(did)
    expect(resolveDidKey(did)).toMatchObject({ id: signer.kid, key: { x } })
    expect(await custody.createDidKey()).not.toBe(did)
  })

  it('signs what its public key verifies', async () => {
    const signer = await custody.signer(`${DID}a`)
    const message = new TextEncoder().encode('message')
    const signature = Uint8Array.from(await signer.sign(message))
    const [{ x } = { x: '' }] = await custody.publicKeys(`${DID}a`)
    const raw = decodeBase64Url(x) ?? new Uint8Array()
    const key = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify'])
    expect(await crypto.subtle.verify('Ed25519', key, signature, message)).toBe(true)
  })

  it('is imported non-extractable, for signing only', async () => {
    const importKey = vi.spyOn(crypto.subtle, 'importKey')
    await custody.signer(`${DID}a`)
    const imported = importKey.mock.calls.filter(([format]) => String(format) === 'pkcs8')
    expect(imported.map(([, , , extractable, usages]) => [extractable, usages])).toEqual([
      [false, ['sign']],
    ])
  })

  it('lies in the database sealed, bound to its name', async () => {
    await custody.publicKeys(`${DID}a`)
    const [stored] = await keys.list(`${DID}a`)
    const bytes = decodeBase64Url(stored?.sealedPrivateKey ?? '') ?? new Uint8Array()
    // PKCS #8 of Ed25519 is 48 bytes; nonce and tag of the seal are 12 and 16.
    expect(bytes).toHaveLength(12 + 48 + 16)
    expect(encodeBase64Url(bytes)).not.toContain('MC4CAQAwBQYDK2Vw')
  })

  it('does not sign under another sealing key', async () => {
    await custody.publicKeys(`${DID}a`)
    await expect(withKey(8).signer(`${DID}a`)).rejects.toThrow()
  })

  it('copied over that of another owner does not sign', async () => {
    await custody.publicKeys(`${DID}rich`)
    await custody.publicKeys(`${DID}thief`)
    await env.DB.prepare(
      `UPDATE signing_keys SET sealed_private_key =
         (SELECT sealed_private_key FROM signing_keys WHERE owner = ?1) WHERE owner = ?2`,
    )
      .bind(`${DID}rich`, `${DID}thief`)
      .run()
    await expect(custody.signer(`${DID}thief`)).rejects.toThrow()
  })
})
