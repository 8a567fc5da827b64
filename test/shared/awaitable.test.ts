import { expect, it } from 'vitest'
import { allOf, andThen } from '../../shared/awaitable.ts'

it('goes on at once with what is at hand', () => {
  expect(andThen(1, (value) => value + 1)).toBe(2)
  expect(allOf([1, 'two'])).toEqual([1, 'two'])
})

it('waits for what is not', async () => {
  const later = andThen(Promise.resolve(1), (value) => value + 1)
  expect(later).toBeInstanceOf(Promise)
  expect(await later).toBe(2)
  expect(await allOf([Promise.resolve(1), 'two'])).toEqual([1, 'two'])
})

it('fails where one of them fails', async () => {
  await expect(allOf([1, Promise.reject(new Error('no'))])).rejects.toThrow('no')
})
