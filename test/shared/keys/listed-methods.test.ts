import { expect, it } from 'vitest'
import { jwkThumbprint } from '../../../shared/keys/jwk.ts'
import { listedMethods, recallListedMethods } from '../../../shared/keys/listed-methods.ts'
import { COUNCIL, MILL } from '../../support/parties.ts'

it('names keys by what the list calls them, and by their thumbprint where it does not', async () => {
  const entity = {
    did: 'did:example:a',
    name: 'A',
    keys: [{ ...MILL.jwk, kid: 'did:example:a#1' }, COUNCIL.jwk],
  }
  expect(recallListedMethods(entity)).toBeUndefined()
  const methods = await listedMethods(entity)
  expect(methods.map(({ id }) => id)).toEqual([
    'did:example:a#1',
    `did:example:a#${await jwkThumbprint(COUNCIL.jwk)}`,
  ])
  expect(recallListedMethods(entity)).toBe(methods)
  expect(listedMethods(entity)).toBe(methods)
})
