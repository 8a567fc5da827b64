import { expect, it } from 'vitest'
import { lazily, once } from '../../shared/lazily.ts'

it('loads at the first call, and once', async () => {
  let loads = 0
  const get = lazily(async () => ++loads)
  expect(loads).toBe(0)
  expect(await Promise.all([get(), get()])).toEqual([1, 1])
  expect(await get()).toBe(1)
})

it('tries again after a failure', async () => {
  let loads = 0
  const get = lazily(async () => {
    loads += 1
    if (loads === 1) throw new Error('offline')
    return 'loaded'
  })
  await expect(get()).rejects.toThrow('offline')
  expect(await get()).toBe('loaded')
})

it('makes a thing once', () => {
  let made = 0
  const get = once(() => ({ number: ++made }))
  expect(made).toBe(0)
  expect(get()).toBe(get())
  expect(get()).toEqual({ number: 1 })
})
