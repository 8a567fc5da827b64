import { expect, it } from 'vitest'
import { nameOfActor } from '../../../worker/auth/actor.ts'

it('names everybody who does something, none like another', () => {
  expect([
    nameOfActor({ kind: 'api_key', keyHash: 'ab12' }),
    nameOfActor({ kind: 'operator', id: 'ab12' }),
    nameOfActor({ kind: 'administrator' }),
    nameOfActor({ kind: 'worker' }),
  ]).toEqual(['api_key:ab12', 'operator:ab12', 'administrator', 'worker'])
})
