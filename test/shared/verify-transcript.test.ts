// Comprehensive Learner Records: the record and each credential in it are reported apart.
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../shared/encoding/json.ts'
import { answers, expected, stoppedBy } from '../support/answers.ts'
import { AGENCY_MAY_DELEGATE, accredit, degree, licence } from '../support/credentials.ts'
import { signCompact } from '../support/issuer.ts'
import { AGENCY, COUNCIL, MILL, MINISTRY, UNIVERSITY } from '../support/parties.ts'
import { createWorld } from '../support/world.ts'

const credentialTypes = ['ClrCredential', 'AchievementCredential', 'ProfessionalLicenceCredential']
const WORLD = await createWorld({
  accreditations: [
    await accredit(MINISTRY, AGENCY, { ...AGENCY_MAY_DELEGATE, credentialTypes }),
    await accredit(AGENCY, UNIVERSITY, { credentialTypes }),
    await accredit(AGENCY, COUNCIL, { credentialTypes }),
  ],
})

/** A record of the university that holds what is given. */
const record = (...inside: readonly unknown[]): JsonObject =>
  degree({
    type: ['VerifiableCredential', 'ClrCredential'],
    name: 'Transcript of records',
    credentialSchema: undefined,
    credentialSubject: {
      type: ['ClrSubject'],
      name: 'Amina Diallo',
      verifiableCredential: inside,
    },
  })

const verify = async (claims: JsonObject, signer = UNIVERSITY) =>
  WORLD.verify(await signCompact(claims, signer))

const DEGREE = await signCompact(degree(), UNIVERSITY)
const LICENCE = await signCompact(licence(), COUNCIL)
const FORGED = await signCompact(degree(), { ...MILL, kid: UNIVERSITY.kid })

describe('a transcript', () => {
  it('is verified, and so is each credential in it, in its order', async () => {
    const result = await verify(record(DEGREE, LICENCE))
    expect(answers(result)).toEqual(expected('verified'))
    expect(result.credential).toMatchObject({ kind: 'transcript', name: 'Transcript of records' })
    expect(result.contained?.map(answers)).toEqual([expected('verified'), expected('verified')])
    expect(result.contained?.map(({ credential }) => credential.kind)).toEqual([
      'degree',
      'licence',
    ])
    expect(result.notices).toEqual([])
  })

  it('keeps its own verdict where one in it is forged, and says so', async () => {
    const result = await verify(record(FORGED, LICENCE))
    expect(answers(result)).toEqual(expected('verified'))
    expect(result.contained?.map(answers)).toEqual([
      stoppedBy('signature.mismatch'),
      expected('verified'),
    ])
    expect(result.notices).toEqual(['contained_not_verified'])
  })

  it.each([
    ['an object without a proof', { type: 'VerifiableCredential' }, 'format.unsecured'],
    ['a number', 7, 'format.unrecognized'],
  ] as const)('holds %s, which is rejected by itself', async (_, inside, code) => {
    const result = await verify(record(inside))
    expect(result.verdict).toBe('verified')
    expect(result.contained?.map(answers)).toEqual([stoppedBy(code)])
  })

  it('that is forged itself is not looked into', async () => {
    const result = await verify(record(DEGREE), { ...MILL, kid: UNIVERSITY.kid })
    expect(answers(result)).toEqual(stoppedBy('signature.mismatch'))
    expect(result.contained).toBeUndefined()
  })

  it('in a transcript in a transcript is where we stop', async () => {
    const inner = await signCompact(
      record(await signCompact(record(DEGREE), UNIVERSITY)),
      UNIVERSITY,
    )
    const result = await verify(record(inner))
    const [first] = result.contained ?? []
    const [second] = first?.contained ?? []
    expect([first?.verdict, second?.verdict]).toEqual(['verified', 'verified'])
    expect(second?.contained).toBeUndefined()
  })
})
