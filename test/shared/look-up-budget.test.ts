import { expect, it } from 'vitest'
import { err } from '../../shared/index.ts'
import {
  CONTAINED_MAX_COUNT,
  LOOK_UPS_PER_CREDENTIAL_MAX_COUNT,
  STATUS_ENTRIES_MAX_COUNT,
} from '../../shared/limits.ts'
import { clrOf } from '../support/credentials.ts'
import { signCompact } from '../support/issuer.ts'
import { KEY_ISSUER, UNIVERSITY } from '../support/parties.ts'
import { createWorld } from '../support/world.ts'

it('a credential full of others has us ask for so many documents and no more', async () => {
  const asked: string[] = []
  const { deps } = await createWorld()
  const statusList = async (url: string) => {
    asked.push(url)
    return err('unreachable' as const)
  }
  const world = await createWorld({ deps: { lookUp: { ...deps.lookUp, statusList } } })
  const inside = await Promise.all(
    Array.from({ length: CONTAINED_MAX_COUNT }, (_, number) =>
      signCompact(
        {
          '@context': ['https://www.w3.org/ns/credentials/v2'],
          type: ['VerifiableCredential'],
          issuer: KEY_ISSUER.did,
          credentialSubject: {},
          credentialStatus: Array.from({ length: STATUS_ENTRIES_MAX_COUNT }, (_, entry) => ({
            type: 'BitstringStatusListEntry',
            statusPurpose: 'revocation',
            statusListIndex: '0',
            statusListCredential: `https://a.xm/${number}/${entry}`,
          })),
        },
        KEY_ISSUER,
      ),
    ),
  )
  const { contained, verdict } = await world.verify(await signCompact(clrOf(inside), UNIVERSITY))
  expect(verdict).toBe('inconclusive')
  expect(contained?.length).toBe(CONTAINED_MAX_COUNT)
  expect(contained?.every((result) => result.verdict === 'inconclusive')).toBe(true)
  expect(new Set(asked).size).toBe(LOOK_UPS_PER_CREDENTIAL_MAX_COUNT)
})
