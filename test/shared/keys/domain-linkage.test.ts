// An origin and a DID that name each other; one valid pair, one lie per test.
import { describe, expect, it } from 'vitest'
import { createSignatureEngine } from '../../../shared/index.ts'
import { buildDidDocument } from '../../../shared/issue/did-document.ts'
import { buildDidConfiguration, signDomainLinkage } from '../../../shared/issue/domain-linkage.ts'
import { namesOrigin, verifyDomainLinkage } from '../../../shared/keys/domain-linkage.ts'
import { NOW } from '../../support/clock.ts'
import type { Issuer } from '../../support/issuer.ts'
import { COUNCIL, MILL } from '../../support/parties.ts'

const ORIGIN = 'https://council.example'
const DAY = 86_400
const engine = createSignatureEngine()
const signerOf = (issuer: Issuer, kid = `${issuer.did}#key`) => ({
  did: issuer.did,
  kid,
  sign: issuer.sign,
})
const didDocument = buildDidDocument(
  COUNCIL.did,
  [{ ...COUNCIL.jwk, kid: `${COUNCIL.did}#key` }],
  [ORIGIN],
)
const LINKAGE = { origin: ORIGIN, fromSeconds: NOW - DAY, untilSeconds: NOW + DAY }
const linkage = (changes: Partial<typeof LINKAGE> = {}, issuer = COUNCIL, kid?: string) =>
  signDomainLinkage({ ...LINKAGE, ...changes }, signerOf(issuer, kid))
const judge = (configuration: unknown, nowSeconds = NOW) =>
  verifyDomainLinkage({
    did: COUNCIL.did,
    origin: ORIGIN,
    didDocument,
    configuration,
    nowSeconds,
    engine,
  })
const judgeText = async (text: string) => judge(buildDidConfiguration([text]))
const refused = (error: string) => ({ ok: false, error })

describe('a DID configuration', () => {
  it('links the DID until its credential ends', async () => {
    expect(await judgeText(await linkage())).toEqual({ ok: true, value: NOW + DAY })
  })

  it('may hold credentials of others, in other forms, beside it', async () => {
    const configuration = {
      linked_dids: [{ proof: {} }, await linkage({}, MILL), 'x', await linkage()],
    }
    expect(await judge(configuration)).toMatchObject({ ok: true })
  })

  it.each([
    ['is none', 'malformed', 'x'],
    ['lists no DIDs', 'malformed', {}],
    ['lists too many', 'malformed', { linked_dids: Array(33).fill('x') }],
    ['lists nobody', 'credential_missing', { linked_dids: [] }],
  ])('that %s links nothing', async (_, error, configuration) => {
    expect(await judge(configuration)).toEqual(refused(error))
  })
})

describe('a credential that links', () => {
  it('is not that of another DID', async () => {
    expect(await judgeText(await linkage({}, MILL))).toEqual(refused('credential_missing'))
  })

  it('is not for another origin', async () => {
    const text = await linkage({ origin: 'https://council.example.evil.example' })
    expect(await judgeText(text)).toEqual(refused('credential_missing'))
  })

  it('ends at its last second, and begins before it is read', async () => {
    expect(await judgeText(await linkage({ untilSeconds: NOW }))).toEqual(refused('expired'))
    expect(await judgeText(await linkage({ fromSeconds: NOW + DAY }))).toEqual(refused('expired'))
  })

  it('is signed by a key of the DID', async () => {
    const forged = await signDomainLinkage(LINKAGE, {
      did: COUNCIL.did,
      kid: `${COUNCIL.did}#key`,
      sign: MILL.sign,
    })
    expect(await judgeText(forged)).toEqual(refused('forged'))
    const unlisted = await linkage({}, COUNCIL, `${COUNCIL.did}#other`)
    expect(await judgeText(unlisted)).toEqual(refused('forged'))
  })
})

describe('a DID document', () => {
  const withEndpoint = (serviceEndpoint: unknown, type: unknown = 'LinkedDomains') =>
    namesOrigin({ service: [{ id: '#d', type, serviceEndpoint }] }, ORIGIN)

  it.each([
    ['an address', ORIGIN],
    ['an address that ends in a slash', `${ORIGIN}/`],
    ['a list', ['https://other.example', ORIGIN]],
    ['origins', { origins: [ORIGIN] }],
  ])('names an origin by %s', (_, endpoint) => {
    expect(withEndpoint(endpoint)).toBe(true)
  })

  it.each([
    ['another origin', 'https://other.example'],
    ['no address', 'council.example'],
    ['something else', { origins: [7] }],
  ])('does not by %s', (_, endpoint) => {
    expect(withEndpoint(endpoint)).toBe(false)
  })

  it('does not by a service of another type, nor without services', () => {
    expect(withEndpoint(ORIGIN, 'Inbox')).toBe(false)
    expect(namesOrigin({ service: 'x' }, ORIGIN)).toBe(false)
    expect(namesOrigin(didDocument, ORIGIN)).toBe(true)
  })
})
