import { expect, it } from 'vitest'
import { COUNCIL } from '../../support/parties.ts'
import { unknown, withList } from '../../support/status-answers.ts'
import { delegate } from '../../support/status-lists.ts'

it('a delegation that may have been withdrawn proves no list', async () => {
  const credentialStatus = {
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '1',
    statusListCredential: 'https://council.xm/delegations',
  }
  const delegation = await delegate(COUNCIL, { credentialStatus })
  expect(await withList({ delegation })).toEqual(unknown('status.list_unverified'))
})
