import { describe, expect, it } from 'vitest'
import {
  compareWithPage,
  createCheckCandidate,
} from '../../extension/background/check-candidate.ts'
import { createLookUps } from '../../extension/background/look-up.ts'
import { createSignatureEngine, createVerifierMemory, err, problem } from '../../shared/index.ts'
import { verifiedLicence } from '../shared/ui/results.ts'
import { createArea } from './support/area.ts'
import { createFakeNet } from './support/fake-net.ts'
import { createRegistry } from './support/trust-lists.ts'

describe('the person of the page', () => {
  it('is compared with the subject', () => {
    const person = compareWithPage(verifiedLicence, { name: 'Diallo, Amina', from: 'heading' })
    expect(person).toEqual({ name: 'Diallo, Amina', subject: 'Amina Diallo', match: 'variant' })
  })
  it('may go by any form of the name that the credential gives', () => {
    const subject = { name: 'Amina Traoré', otherNames: ['أمينة ديالو', 'Amina Diallo'] }
    const result = { ...verifiedLicence, credential: { ...verifiedLicence.credential, subject } }
    const person = compareWithPage(result, { name: 'AMINA DIALLO', from: 'heading' })
    expect(person).toEqual({ name: 'AMINA DIALLO', subject: 'Amina Diallo', match: 'exact' })
  })
  it('is somebody else where the names contradict', () => {
    const person = compareWithPage(verifiedLicence, { name: 'Bo Eriksen', from: 'heading' })
    expect(person?.match).toBe('different')
  })
  it('writes nothing into the panel that reorders or hides what stands beside it', () => {
    const name = `Bo\u202e Eriksen\u200b ${'and so on '.repeat(20)}`
    const person = compareWithPage(verifiedLicence, { name, from: 'json_ld' })
    expect(person?.name).toMatch(/^Bo Eriksen and so on .{0,58}…$/)
  })
  it('is unknown where the heading is not a name', () => {
    const claim = { name: 'Professional Experience', from: 'heading' } as const
    expect(compareWithPage(verifiedLicence, claim)).toBeUndefined()
  })
  it('is unknown where the page says nothing', () => {
    expect(compareWithPage(verifiedLicence, null)).toBeUndefined()
  })
  it('is unknown where the credential has no subject’s name', () => {
    const credential = { ...verifiedLicence.credential, subject: {} }
    const claim = { name: 'Bo Eriksen', from: 'json_ld' } as const
    expect(compareWithPage({ ...verifiedLicence, credential }, claim)).toBeUndefined()
  })
})

describe('checking a text', () => {
  const { pin } = createRegistry()
  const now = () => 1_800_000_000
  const check = (pinInForce = async () => pin) => {
    const net = createFakeNet()
    const lookUpAt = createLookUps({ session: createArea(), fetchText: net.fetchText, now })
    const trustListFor = async () => err(problem('issuer_trust.registry_unreachable'))
    return createCheckCandidate({
      engine: createSignatureEngine(),
      memory: createVerifierMemory(),
      lookUpAt,
      now,
      pinInForce,
      trustListFor,
    })
  }
  it.each([
    'eyJhbGciOiJub25lIn0.e30.',
    'nonsense',
    '{"type":"VerifiableCredential"}',
    '{"type":',
    '{"type":"A","type":"VerifiableCredential"}',
  ])('never ends in a good verdict for %s', async (text) => {
    const finding = await check()(text, null)
    expect(finding).toMatchObject({ state: 'done' })
    expect(finding.state === 'done' && finding.result.verdict).not.toBe('verified')
  })
  it('says that it failed after a fault of ours', async () => {
    const broken = () => Promise.reject(new Error('storage is gone'))
    expect(await check(broken)('nonsense', null)).toEqual({ state: 'failed' })
  })
})
