import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../shared/encoding/json.ts'
import { createSignatureEngine, readTrustList, type TrustPin } from '../../../shared/index.ts'
import { buildTrustListCredential } from '../../../shared/issue/trust-list-credential.ts'
import { at, inDays, NOW } from '../../support/clock.ts'
import { accreditations, degree, ORIGIN } from '../../support/credentials.ts'
import { documentOf, type Issuer, signCompact } from '../../support/issuer.ts'
import { AGENCY, COUNCIL, MILL, MINISTRY, REGISTRY, UNIVERSITY } from '../../support/parties.ts'
import { remarkedWorld, taint } from '../../support/remarks.ts'
import { unrecognized, verifyIn } from '../../support/trust-answers.ts'
import { listed, PIN, trustList } from '../../support/world.ts'

const engine = createSignatureEngine()
const read = (text: string, { pin = PIN, nowSeconds = NOW, lowestSequence = 0 } = {}) =>
  readTrustList(text, pin, { nowSeconds, lowestSequence, engine })
const reasonOf = async (...question: Parameters<typeof read>) => {
  const answer = await read(...question)
  return answer.ok ? 'ok' : answer.error.code
}
/** A list with other members than ours has, signed by the registry. */
const listWith = (changes: JsonObject, subject: JsonObject = {}, signer: Issuer = REGISTRY) => {
  const credential = buildTrustListCredential({
    origin: ORIGIN,
    registry: REGISTRY.did,
    sequence: 7,
    validFrom: inDays(-0.5),
    validUntil: inDays(0.5),
    anchors: [listed(MINISTRY)],
    entities: [listed(AGENCY)],
    accreditations: [],
  })
  const credentialSubject = { ...(credential.credentialSubject as JsonObject), ...subject }
  return signCompact({ ...credential, credentialSubject, ...changes }, signer)
}

describe('a trust list', () => {
  it('is read when the pinned key signed it', async () => {
    const answer = await read(await trustList())
    expect(answer.ok && answer.value).toMatchObject({
      sequence: 7,
      validUntilSeconds: NOW + 43_200,
      anchors: [{ did: MINISTRY.did }],
    })
    expect(answer.ok && [...answer.value.entities.keys()]).toContain(MINISTRY.did)
    expect(answer.ok && answer.value.accreditations.get(COUNCIL.did)).toHaveLength(1)
  })

  it.each([
    ['signed by another key', () => trustList({}, MILL)],
    [
      'signed by another key in the name of the registry',
      () => trustList({}, { ...MILL, did: REGISTRY.did, kid: REGISTRY.kid }),
    ],
    [
      'that is another kind of credential of the registry',
      () => listWith({ type: ['VerifiableCredential'] }),
    ],
    ['that is no credential', async () => 'not found'],
    ['without sequence', () => listWith({}, { sequence: undefined })],
    ['with half a sequence', () => listWith({}, { sequence: 7.5 })],
    ['with a sequence in words', () => listWith({}, { sequence: '7' })],
    ['without end', () => listWith({ validUntil: undefined })],
    ['without beginning', () => listWith({ validFrom: undefined })],
    ['that promises more than a day', () => trustList({ validUntil: at(NOW + 43_201) })],
    ['whose anchors are no list', () => listWith({}, { anchors: {} })],
    ['whose organisations are no list', () => listWith({}, { entities: undefined })],
    [
      'with an organisation without keys',
      () => listWith({}, { entities: [{ ...listed(AGENCY), keys: [] }] }),
    ],
    [
      'with an organisation without name',
      () => listWith({}, { entities: [{ ...listed(AGENCY), name: undefined }] }),
    ],
    [
      'with a private key',
      () => listWith({}, { entities: [{ ...listed(AGENCY), keys: [{ ...AGENCY.jwk, d: 'AA' }] }] }),
    ],
    ['with an accreditation that is no text', () => listWith({}, { accreditations: [1] })],
    ['with an accreditation that cannot be read', () => listWith({}, { accreditations: ['x'] })],
  ])('%s is not verified', async (_, list) => {
    expect(await reasonOf(await list())).toBe('issuer_trust.registry_unverified')
  })

  it('is not verified without a usable pin', async () => {
    const pin: TrustPin = { ...PIN, registryKey: { ...PIN.registryKey, x: 'AA' } }
    expect(await reasonOf(await trustList(), { pin })).toBe('issuer_trust.registry_unverified')
  })

  it('lives for a day at most, and ends at the very second', async () => {
    const list = await trustList()
    expect(await reasonOf(list, { nowSeconds: NOW + 43_199 })).toBe('ok')
    expect(await reasonOf(list, { nowSeconds: NOW + 43_200 })).toBe('issuer_trust.registry_expired')
  })

  it('may begin a minute ahead of our clock, no second more', async () => {
    const list = await trustList({ validFrom: at(NOW) })
    expect(await reasonOf(list, { nowSeconds: NOW - 60 })).toBe('ok')
    expect(await reasonOf(list, { nowSeconds: NOW - 61 })).toBe('issuer_trust.registry_expired')
  })

  it('never goes back behind one that was seen', async () => {
    const list = await trustList()
    expect(await reasonOf(list, { lowestSequence: 7 })).toBe('ok')
    expect(await reasonOf(list, { lowestSequence: 8 })).toBe('issuer_trust.registry_rolled_back')
    expect(await reasonOf(await trustList({ sequence: -1 }))).toBe(
      'issuer_trust.registry_rolled_back',
    )
  })
})

describe('pinned anchors', () => {
  const readWith = async (anchors: NonNullable<TrustPin['anchors']>) => {
    const answer = await read(await trustList(), { pin: { ...PIN, anchors } })
    return answer.ok ? answer.value : undefined
  }

  it('replace those of the list', async () => {
    const snapshot = await readWith([listed(MILL)])
    expect(snapshot?.anchors.map(({ did }) => did)).toEqual([MILL.did])
    expect(snapshot?.entities.has(MILL.did)).toBe(true)
    expect(snapshot?.entities.has(MINISTRY.did)).toBe(false)
  })

  it('bring keys that outweigh those of the list', async () => {
    const snapshot = await readWith([{ ...listed(AGENCY), keys: [MILL.jwk] }])
    expect(snapshot?.entities.get(AGENCY.did)?.keys).toEqual([MILL.jwk])
  })

  it('that are none leave nobody to believe', async () => {
    expect((await readWith([]))?.anchors).toEqual([])
  })
})

describe('accreditations of a list', () => {
  it('are kept as they were signed, by the organisation that they are about', async () => {
    const texts = await accreditations()
    const answer = await read(await trustList({ accreditations: texts }))
    expect(answer.ok && [...answer.value.accreditations.values()].flat()).toEqual(texts)
  })
})

describe('a trust list with remarks', () => {
  const listWithRemarks = async (subject: JsonObject = {}) => {
    const { trustList: order } = await remarkedWorld([await taint()])
    const credential = buildTrustListCredential({
      origin: ORIGIN,
      registry: REGISTRY.did,
      sequence: 7,
      validFrom: inDays(-0.5),
      validUntil: inDays(0.5),
      anchors: [listed(MINISTRY)],
      entities: [],
      accreditations: await accreditations(),
      ...order,
    })
    const credentialSubject = { ...(credential.credentialSubject as JsonObject), ...subject }
    return signCompact({ ...credential, credentialSubject }, REGISTRY)
  }

  it('lists those whom they are about, and what is said', async () => {
    const answer = await read(await listWithRemarks())
    expect(answer.ok && answer.value.remarks.get(UNIVERSITY.did)).toHaveLength(1)
    expect(answer.ok && answer.value.entities.get(UNIVERSITY.did)).toMatchObject(listed(UNIVERSITY))
  })

  it('hides them from a reader that knows no remarks, and only them', async () => {
    const older = { remarkedEntities: undefined, remarks: undefined }
    const answer = await read(await listWithRemarks(older))
    expect(answer.ok && answer.value.entities.has(UNIVERSITY.did)).toBe(false)
    expect(answer.ok && answer.value.entities.has(COUNCIL.did)).toBe(true)
  })

  it('never passes by such a reader what a newer one doubts', async () => {
    const older = await read(
      await listWithRemarks({ remarkedEntities: undefined, remarks: undefined }),
    )
    const documents = { [UNIVERSITY.did]: documentOf(UNIVERSITY) }
    expect(
      await verifyIn({ documents, deps: { trust: async () => older } }, degree(), UNIVERSITY),
    ).toEqual(unrecognized('issuer_trust.not_accredited'))
  })

  it.each([
    ['remarks that are no list', { remarks: {} }],
    ['a remark that is no text', { remarks: [1] }],
    ['a remark that cannot be read', { remarks: ['x'] }],
    ['organisations that are no list', { remarkedEntities: {} }],
    ['an organisation without keys', { remarkedEntities: [{ ...listed(UNIVERSITY), keys: [] }] }],
  ])('and %s is not verified', async (_, subject) => {
    expect(await reasonOf(await listWithRemarks(subject))).toBe('issuer_trust.registry_unverified')
  })
})
