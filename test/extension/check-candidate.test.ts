import { describe, expect, it } from 'vitest'
import {
  comparedWithPage,
  createCheckCandidate,
  personNamed,
} from '../../extension/background/check-candidate.ts'
import { createLookUps } from '../../extension/background/look-up.ts'
import type { PersonClaim } from '../../extension/platform/message-types.ts'
import { bakePng } from '../../shared/baking/png.ts'
import { createSignatureEngine, createVerifierMemory, err, problem } from '../../shared/index.ts'
import { verifiedLicence } from '../shared/ui/results.ts'
import { degree } from '../support/credentials.ts'
import { signCompact } from '../support/issuer.ts'
import { KEY_ISSUER } from '../support/parties.ts'
import { png } from '../support/pictures.ts'
import { createArea } from './support/area.ts'
import { createFakeNet } from './support/fake-net.ts'
import { createRegistry } from './support/trust-lists.ts'

describe('the person of the page', () => {
  it('is whom its data names, or a heading that reads like a name', () => {
    expect(personNamed({ name: 'Bo Eriksen', from: 'heading' })).toBe('Bo Eriksen')
    expect(personNamed({ name: 'Suharto', from: 'json_ld' })).toBe('Suharto')
  })
  it.each<[string, PersonClaim | null]>([
    ['the heading is not a name', { name: 'Professional Experience', from: 'heading' }],
    ['the heading is one word', { name: 'Suharto', from: 'heading' }],
    ['there is nothing to see of it', { name: '\u200b', from: 'json_ld' }],
    ['the page says nothing', null],
  ])('is unknown where %s', (_, claim) => {
    expect(personNamed(claim)).toBeUndefined()
  })
  it('writes nothing into the panel that reorders or hides what stands beside it', () => {
    const name = `Bo\u202e Eriksen\u200b ${'and so on '.repeat(20)}`
    const result = { ...verifiedLicence, nameMatch: 'different', matchedName: 'Amina' } as const
    expect(comparedWithPage(result, name)?.name).toMatch(/^Bo Eriksen and so on .{0,58}…$/)
  })
  it('is compared with nothing where the credential has no subject’s name', () => {
    const result = { ...verifiedLicence, nameMatch: 'possible' } as const
    expect(comparedWithPage(result, 'Bo Eriksen')).toBeUndefined()
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
  const degreeOf = (name: unknown) =>
    degree({
      issuer: KEY_ISSUER.did,
      credentialSchema: undefined,
      credentialStatus: undefined,
      credentialSubject: { name },
    })
  it.each([
    'eyJhbGciOiJub25lIn0.e30.',
    'nonsense',
    '{"type":"VerifiableCredential"}',
    '{"type":',
    '{"type":"A","type":"VerifiableCredential"}',
  ])('never ends in a good verdict for %s', async (text) => {
    const finding = await check()(text, null, 'text')
    expect(finding).toMatchObject({ state: 'done' })
    expect(finding.state === 'done' && finding.result.verdict).not.toBe('verified')
  })
  it.each([
    ['DIALLO, Amina', 'variant', 'Amina Diallo'],
    ['أمينة ديالو', 'exact', 'أمينة ديالو'],
    ['Bo Eriksen', 'different', 'أمينة ديالو'],
  ])(
    'compares all that is proved with the person of the page: %s',
    async (name, match, subject) => {
      const forms = [{ value: 'أمينة ديالو' }, { value: 'Amina Diallo' }]
      const signed = await signCompact(degreeOf(forms), KEY_ISSUER)
      const finding = await check()(signed, { name, from: 'json_ld' }, 'text')
      expect(finding).toMatchObject({ state: 'done', person: { name, match, subject } })
    },
  )
  it('verifies what was baked into an image', async () => {
    const signed = await signCompact(degreeOf('Amina Diallo'), KEY_ISSUER)
    const image = Buffer.from(bakePng(png(), signed)).toString('base64')
    const finding = await check()(image, { name: 'Amina Diallo', from: 'json_ld' }, 'image')
    expect(finding).toMatchObject({ state: 'done', person: { match: 'exact' } })
  })
  it('compares nothing that is not proved', async () => {
    const signed = await signCompact(degreeOf('Amina Diallo'), KEY_ISSUER)
    const forged = `${signed.slice(0, -8)}AAAAAAAA`
    const finding = await check()(forged, { name: 'Amina Diallo', from: 'json_ld' }, 'text')
    expect(finding).toMatchObject({ state: 'done', result: { verdict: 'rejected' } })
    expect(finding).not.toHaveProperty('person')
  })
  it('says that it failed after a fault of ours', async () => {
    const broken = () => Promise.reject(new Error('storage is gone'))
    expect(await check(broken)('nonsense', null, 'text')).toEqual({ state: 'failed' })
  })
})
