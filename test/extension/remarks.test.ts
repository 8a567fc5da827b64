// What accreditors say of issuers reaches the extension with the trust list, and it judges it by itself.
import { expect, it } from 'vitest'
import { createCheckCandidate } from '../../extension/background/check-candidate.ts'
import { createLookUps } from '../../extension/background/look-up.ts'
import { lookOf } from '../../extension/background/mark-look.ts'
import { createSignatureEngine, createVerifierMemory, readTrustList } from '../../shared/index.ts'
import { wordingFor } from '../../shared/ui/wording/index.ts'
import { NOW } from '../support/clock.ts'
import { AGENCY_MAY_DELEGATE, accredit, degree } from '../support/credentials.ts'
import { signCompact } from '../support/issuer.ts'
import { AGENCY, MINISTRY, UNIVERSITY } from '../support/parties.ts'
import { ARCHIVE, type Remarked, remarkedWorld, succession, taint } from '../support/remarks.ts'
import { PIN, trustList } from '../support/world.ts'
import { createArea } from './support/area.ts'
import { createFakeNet } from './support/fake-net.ts'

const EN = wordingFor(['en'])
/** Without status there is nothing to ask: the list alone must do. */
const LASTING = { credentialStatus: undefined }

async function look(remarks: readonly Remarked[]) {
  const accreditations = [
    await accredit(MINISTRY, AGENCY, AGENCY_MAY_DELEGATE, LASTING),
    await accredit(AGENCY, UNIVERSITY, {}, LASTING),
    await accredit(AGENCY, ARCHIVE, {}, LASTING),
  ]
  const world = await remarkedWorld(remarks, { accreditations })
  const text = await trustList({ ...world.trustList, accreditations })
  const engine = createSignatureEngine()
  const now = () => NOW
  const check = createCheckCandidate({
    engine,
    memory: createVerifierMemory(),
    lookUpAt: createLookUps({
      session: createArea(),
      fetchText: createFakeNet().fetchText,
      now,
    }),
    now,
    pinInForce: async () => PIN,
    trustListFor: () => readTrustList(text, PIN, { nowSeconds: NOW, lowestSequence: 0, engine }),
  })
  const signed = await signCompact(degree(LASTING), UNIVERSITY)
  return lookOf(await check(signed, null, 'text'), EN)
}

it('marks the credential of an issuer that closed as before, and says so', async () => {
  expect(await look([])).toMatchObject({
    glyph: 'verified',
    label: 'Verified: Master of Medicine, Amina Diallo',
  })
  expect(await look([await succession({}, AGENCY, LASTING)])).toMatchObject({
    glyph: 'verified',
    tone: 'good',
    label: 'Verified: Master of Medicine, Amina Diallo, its issuer has closed',
  })
})

it('marks an award in doubt as one that could not be checked', async () => {
  expect(await look([await taint({}, AGENCY, LASTING)])).toMatchObject({
    glyph: 'inconclusive',
    tone: 'neutral',
    label: 'Could not check: Master of Medicine, Amina Diallo',
  })
})
