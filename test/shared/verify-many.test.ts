// Many at a time: each as by itself, and what they share asked for once.
import { describe, expect, it } from 'vitest'
import { verifyMany } from '../../shared/index.ts'
import { INDEX, licence, listUrl } from '../support/credentials.ts'
import { signCompact } from '../support/issuer.ts'
import { COUNCIL, MILL, UNIVERSITY } from '../support/parties.ts'
import { LICENCE, URL_OF_LIST } from '../support/status-answers.ts'
import { statusList } from '../support/status-lists.ts'
import { createWorld } from '../support/world.ts'

const entryIn = (list: string, index: number) => ({
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: String(index),
  statusListCredential: list,
})
const REVOKED = await signCompact(
  licence({ credentialStatus: entryIn(URL_OF_LIST, INDEX + 1) }),
  COUNCIL,
)
/** Another issuer's credential that leans on the council's list. */
const BORROWED = await signCompact(
  licence({ issuer: MILL.did, credentialStatus: entryIn(URL_OF_LIST, INDEX) }),
  MILL,
)
const LISTS = {
  [URL_OF_LIST]: await statusList(COUNCIL, 'revocation', { set: [INDEX + 1] }),
}

describe('many at a time', () => {
  it('answers for each as by itself, in their order', async () => {
    const inputs = [LICENCE, BORROWED, REVOKED, 'nothing', LICENCE, { also: 'nothing' }]
    const world = await createWorld({ lists: LISTS })
    const together = await verifyMany(inputs, world.deps)
    const alone = []
    for (const input of inputs) alone.push(await world.verify(input))
    expect(together).toEqual(alone)
    expect(together.map(({ verdict }) => verdict)).toEqual([
      'verified',
      'inconclusive',
      'not_in_force',
      'rejected',
      'verified',
      'rejected',
    ])
  })

  it('asks once for a list that they share', async () => {
    const { asked, deps } = await createWorld({ lists: LISTS })
    await verifyMany([LICENCE, REVOKED, LICENCE], deps)
    expect(asked.filter((url) => url === URL_OF_LIST)).toHaveLength(1)
    await verifyMany([LICENCE], deps)
    expect(asked.filter((url) => url === URL_OF_LIST)).toHaveLength(2)
  })

  it('takes no list of one issuer for another’s, though it was proved a moment before', async () => {
    const foreign = await signCompact(
      licence({
        issuer: UNIVERSITY.did,
        credentialStatus: entryIn(listUrl(COUNCIL, 'revocation'), INDEX),
      }),
      UNIVERSITY,
    )
    const { deps } = await createWorld({ lists: LISTS })
    const [, result] = await verifyMany([LICENCE, foreign], deps)
    expect(result?.checks[6]).toMatchObject({ problem: { code: 'status.list_unverified' } })
  })

  it('reads the clock once', async () => {
    const { clockReads, deps } = await createWorld()
    await verifyMany([LICENCE, LICENCE], deps)
    expect(clockReads()).toBe(1)
  })
})
