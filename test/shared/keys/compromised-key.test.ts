// What a verifier says of credentials whose key was stolen at a known moment.
import { describe, expect, it } from 'vitest'
import { readTrustList } from '../../../shared/index.ts'
import { answers, stoppedBy } from '../../support/answers.ts'
import { at, NOW } from '../../support/clock.ts'
import { licence } from '../../support/credentials.ts'
import { type Issuer, signCompact } from '../../support/issuer.ts'
import { AGENCY, COUNCIL, MILL, UNIVERSITY } from '../../support/parties.ts'
import { withProof } from '../../support/proofs.ts'
import { createWorld, listed, PIN, trustList } from '../../support/world.ts'

const STOLEN = NOW - 86_400
/** The council lost its key a day ago and signs with another one since. */
const rotated = {
  ...listed(COUNCIL),
  keys: [{ ...MILL.jwk, kid: `${COUNCIL.did}#new` }],
  compromised: [{ key: COUNCIL.jwk, sinceSeconds: STOLEN }],
}
const world = await createWorld({
  trustList: { entities: [listed(AGENCY), rotated, listed(UNIVERSITY)] },
})
const verify = async (text: string | object) => answers(await world.verify(text))
const from = (seconds: number | undefined) =>
  licence({ validFrom: seconds === undefined ? undefined : at(seconds) })
const COMPROMISED = stoppedBy('issuer_key.compromised')
const NO_EVIDENCE = stoppedBy('issuer_key.time_evidence_missing', 'inconclusive')

describe('a credential by a compromised key', () => {
  it('fails from the very second of the theft on', async () => {
    expect(await verify(await signCompact(from(STOLEN), COUNCIL))).toEqual(COMPROMISED)
  })

  it('asks for time evidence a second before: a thief can backdate', async () => {
    expect(await verify(await signCompact(from(STOLEN - 1), COUNCIL))).toEqual(NO_EVIDENCE)
  })

  it('asks for time evidence where it does not say when it was signed', async () => {
    expect(await verify(await signCompact(from(undefined), COUNCIL))).toEqual(NO_EVIDENCE)
  })

  it.each([
    ['fails', STOLEN, COMPROMISED],
    ['asks for time evidence', STOLEN - 1, NO_EVIDENCE],
  ])('%s by the date of its proof, where it has one', async (_, created, expectation) => {
    const document = from(NOW - 2 * 86_400)
    expect(await verify(await withProof(document, COUNCIL, { created: at(created) }))).toEqual(
      expectation,
    )
  })

  it('says since when', async () => {
    const { checks } = await world.verify(await signCompact(from(STOLEN), COUNCIL))
    expect(checks).toContainEqual({
      check: 'issuer_key',
      outcome: 'fail',
      problem: { code: 'issuer_key.compromised', detail: { since: at(STOLEN) } },
    })
  })

  it('is not saved by a signature that names no key', async () => {
    const unnamed = await signCompact(from(STOLEN), COUNCIL, { kid: undefined })
    expect((await verify(unnamed)).verdict).toBe('rejected')
  })
})

describe('the key after a compromised one', () => {
  const successor: Issuer = { ...COUNCIL, kid: `${COUNCIL.did}#new`, sign: MILL.sign }

  it('signs as before', async () => {
    expect(
      (await verify(await signCompact(licence({ credentialStatus: undefined }), successor)))
        .verdict,
    ).toBe('verified')
  })

  it('is not taken for the stolen one by its name', async () => {
    const swapped = await signCompact(licence(), { ...COUNCIL, kid: successor.kid })
    expect(await verify(swapped)).toEqual(stoppedBy('signature.mismatch'))
  })
})

it('is compromised for those who pinned it, too', async () => {
  const text = await trustList({ entities: [listed(AGENCY), rotated, listed(UNIVERSITY)] })
  const { engine } = world.deps
  const pin = { ...PIN, anchors: [listed(COUNCIL)] }
  const list = await readTrustList(text, pin, { nowSeconds: NOW, lowestSequence: 0, engine })
  expect(list.ok && list.value.entities.get(COUNCIL.did)).toMatchObject({
    keys: [],
    compromised: [{ sinceSeconds: STOLEN }],
  })
})
