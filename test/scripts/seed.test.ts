// What the demo's seed does besides asking the API.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMemory } from '../../scripts/seed/once.ts'
import { alterPayload, createKeyJwk, didOf, signCredential } from '../../scripts/seed/own-key.ts'

describe('createMemory', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'licet-seed-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('goes on where an interrupted run stopped', async () => {
    const path = join(folder, 'progress.json')
    const first = createMemory(path)
    await first.once('one', async () => 1)
    await expect(first.once('two', () => Promise.reject(new Error('stopped')))).rejects.toThrow()

    const second = createMemory(path)
    expect(await second.once('one', () => Promise.reject(new Error('done again')))).toBe(1)
    expect(await second.once('two', async () => 2)).toBe(2)
  })

  it('does work that answers nothing only once', async () => {
    const memory = createMemory(join(folder, 'progress.json'))
    let times = 0
    const work = async () => {
      times += 1
    }
    await memory.once('it', work)
    await memory.once('it', work)
    expect(times).toBe(1)
  })

  it('forgets when all is done', async () => {
    const path = join(folder, 'progress.json')
    const memory = createMemory(path)
    await memory.once('one', async () => 1)
    await memory.forget()
    expect(await createMemory(path).once('one', async () => 'anew')).toBe('anew')
  })
})

describe('a credential of an issuer with a key of its own', () => {
  const payloadOf = (token: string) =>
    JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())

  it('is signed by the key that its DID is', async () => {
    const jwk = await createKeyJwk()
    const token = await signCredential(jwk, { grade: '62 of 100' })
    const { d: _, key_ops: __, ...publicJwk } = jwk
    const key = await crypto.subtle.importKey('jwk', publicJwk, 'Ed25519', true, ['verify'])
    const [header = '', payload = '', signature = ''] = token.split('.')
    const isSigned = await crypto.subtle.verify(
      'Ed25519',
      key,
      Buffer.from(signature, 'base64url'),
      Buffer.from(`${header}.${payload}`),
    )
    expect(isSigned).toBe(true)
    expect(JSON.parse(Buffer.from(header, 'base64url').toString()).kid).toMatch(
      `${didOf(jwk)}#z6Mk`,
    )
  })

  it('can be altered without its signature', async () => {
    const token = await signCredential(await createKeyJwk(), { grade: '62 of 100' })
    const altered = alterPayload(token, '62 of 100', '92 of 100')
    expect(payloadOf(altered)).toEqual({ grade: '92 of 100' })
    expect(altered.split('.')[2]).toBe(token.split('.')[2])
    expect(() => alterPayload(token, 'no such text', '')).toThrow()
  })
})
