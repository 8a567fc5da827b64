import { describe, expect, it } from 'vitest'
import { err, ok } from '../../../shared/index.ts'
import { DOCUMENTS_MAX_COUNT, LOOK_UP_FAILURE_TTL_SECONDS } from '../../../shared/limits.ts'
import { createMemoryCache, type Fetched } from '../../../shared/look-ups/document-cache.ts'

function setUp() {
  let seconds = 1_000
  let asked = 0
  const cache = createMemoryCache(() => seconds)
  const read = (url: string, answer: Fetched = ok({ text: url, ttlSeconds: 60 })) =>
    cache.read('did-document', url, async () => {
      asked += 1
      return answer
    })
  return { cache, read, asked: () => asked, wait: (more: number) => (seconds += more) }
}

describe('a cache in memory', () => {
  it('asks once in the life of a document, and says what is left of it', async () => {
    const { asked, read, wait } = setUp()
    expect(await read('a')).toEqual(ok({ text: 'a', fetchedAtSeconds: 1_000, maxAgeSeconds: 60 }))
    wait(59)
    expect(await read('a')).toEqual(ok({ text: 'a', fetchedAtSeconds: 1_000, maxAgeSeconds: 1 }))
    expect(asked()).toBe(1)
    wait(1)
    expect(await read('a')).toMatchObject({ value: { fetchedAtSeconds: 1_060 } })
    expect(asked()).toBe(2)
  })

  it('asks once for what several want at a time', async () => {
    const { asked, read } = setUp()
    await Promise.all([read('a'), read('a'), read('a')])
    expect(asked()).toBe(1)
  })

  it('remembers a failure for a moment', async () => {
    const { asked, read, wait } = setUp()
    expect(await read('a', err('unreachable'))).toEqual(err('unreachable'))
    wait(LOOK_UP_FAILURE_TTL_SECONDS - 1)
    expect(await read('a')).toEqual(err('unreachable'))
    wait(1)
    expect((await read('a')).ok).toBe(true)
    expect(asked()).toBe(2)
  })

  it('keeps nothing that may not be kept', async () => {
    const { asked, read } = setUp()
    await read('a', ok({ text: 'a', ttlSeconds: 0 }))
    await read('a')
    expect(asked()).toBe(2)
  })

  it('keeps documents of different kinds apart', async () => {
    const { cache, read } = setUp()
    await read('a')
    const list = await cache.read('token-list', 'a', async () => err('malformed'))
    expect(list).toEqual(err('malformed'))
  })

  it('holds so many documents', async () => {
    const { asked, read } = setUp()
    for (let i = 0; i <= DOCUMENTS_MAX_COUNT; i++) await read(`${i}`)
    await read('1')
    expect(asked()).toBe(DOCUMENTS_MAX_COUNT + 1)
    await read('0')
    expect(asked()).toBe(DOCUMENTS_MAX_COUNT + 2)
  })

  it('holds so many characters', async () => {
    const { asked, read } = setUp()
    await read('a', ok({ text: 'a'.repeat(8_000_000), ttlSeconds: 60 }))
    await read('b', ok({ text: 'b'.repeat(8_000_000), ttlSeconds: 60 }))
    await read('a')
    expect(asked()).toBe(3)
  })
})
