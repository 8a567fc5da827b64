// What is remembered changes no verdict: not when a list is replaced, a key is withdrawn or a period ends.
import { describe, expect, it } from 'vitest'
import {
  createSignatureEngine,
  createVerifierMemory,
  err,
  ok,
  problem,
  type SignatureEngine,
} from '../../shared/index.ts'
import {
  MEMORY_MAX_CHARS,
  MEMORY_MAX_COUNT,
  STATUS_LIST_REMEMBERED_MAX_BYTES,
} from '../../shared/limits.ts'
import type { ProvedText } from '../../shared/memory.ts'
import type { ReasonCode } from '../../shared/reasons.ts'
import { createVerifySigned } from '../../shared/verify-signed.ts'
import { answers, expected } from '../support/answers.ts'
import { DAY_SECONDS, inDays, NOW } from '../support/clock.ts'
import {
  AGENCY_MAY_DELEGATE,
  accredit,
  COUNCIL_GRANT,
  INDEX,
  listUrl,
} from '../support/credentials.ts'
import { documentOf } from '../support/issuer.ts'
import { AGENCY, COUNCIL, MILL, MINISTRY, STATUS_SERVICE } from '../support/parties.ts'
import { LICENCE, notInForce, URL_OF_LIST, unknown } from '../support/status-answers.ts'
import { delegate, statusList } from '../support/status-lists.ts'
import { AGENCY_WORD, unrecognized } from '../support/trust-answers.ts'
import { createWorld, listed, type WorldParts } from '../support/world.ts'

const VERIFIED = expected('verified')

const verify = async (memory = createVerifierMemory(), parts: WorldParts = {}) =>
  answers(await (await createWorld({ ...parts, deps: { ...parts.deps, memory } })).verify(LICENCE))

/** A memory in which everything was proved that a licence of the valid world leans on. */
async function filledMemory() {
  const memory = createVerifierMemory()
  expect(await verify(memory)).toEqual(VERIFIED)
  return memory
}

const withList = async (order: Parameters<typeof statusList>[2]) => ({
  lists: { [URL_OF_LIST]: await statusList(COUNCIL, 'revocation', order) },
})

describe('a filled memory', () => {
  it.each<readonly [string, () => Promise<WorldParts>, object]>([
    [
      'of the list when a newer one withdraws the licence',
      () => withList({ set: [INDEX] }),
      notInForce('status.revoked'),
    ],
    [
      'of another list, when that is served at this address',
      async () => ({ lists: { [URL_OF_LIST]: await statusList(COUNCIL, 'suspension') } }),
      unknown('status.list_unverified'),
    ],
    [
      'of a signer whose key was withdrawn',
      async () => ({
        documents: { [STATUS_SERVICE.did]: { ...documentOf(MILL), id: STATUS_SERVICE.did } },
      }),
      expected('inconclusive', {
        status: 'status.list_unverified',
        issuer_trust: 'issuer_trust.accreditation_unconfirmed',
      }),
    ],
    [
      'of a delegation that has ended',
      async () => withList({ delegation: await delegate(COUNCIL, { validUntil: inDays(-1) }) }),
      unknown('status.list_unverified'),
    ],
    [
      'of an accreditation that a new trust list leaves out',
      async () => ({ accreditations: [AGENCY_WORD] }),
      unrecognized('issuer_trust.not_accredited'),
    ],
    [
      'of an accreditation that ended',
      async () => ({
        accreditations: [
          AGENCY_WORD,
          await accredit(AGENCY, COUNCIL, { ...COUNCIL_GRANT, validUntil: inDays(0) }),
        ],
      }),
      unrecognized('issuer_trust.accreditation_expired'),
    ],
    [
      'of an accreditation whose signer has another key in a new trust list',
      async () => ({
        trustList: {
          entities: [{ ...listed(AGENCY), keys: [MILL.jwk] }, listed(COUNCIL)],
        },
      }),
      unrecognized('issuer_trust.chain_broken'),
    ],
    [
      'of an accreditation that was withdrawn meanwhile',
      async () => ({
        lists: {
          [listUrl(AGENCY, 'revocation')]: await statusList(AGENCY, 'revocation', {
            set: [INDEX],
          }),
        },
      }),
      unrecognized('issuer_trust.accreditation_revoked'),
    ],
  ])('does not speak %s', async (_, parts, answer) => {
    const lie = await parts()
    expect(await verify(await filledMemory(), lie)).toEqual(answer)
    expect(await verify(createVerifierMemory(), lie)).toEqual(answer)
  })

  it('does not make a list last longer than it says', async () => {
    const memory = createVerifierMemory()
    const short = await withList({ changes: { validUntil: inDays(0.202) } })
    const { deps } = await createWorld(short)
    const fetchedAtSeconds = NOW + 0.2 * DAY_SECONDS
    const statusList: typeof deps.lookUp.statusList = async (...question) => {
      const fetched = await deps.lookUp.statusList(...question)
      return fetched.ok ? ok({ ...fetched.value, fetchedAtSeconds }) : fetched
    }
    const lookUp = { ...deps.lookUp, statusList }
    const at = (days: number) =>
      verify(memory, { deps: { lookUp, now: () => NOW + days * DAY_SECONDS } })
    expect(await at(0.2)).toEqual(VERIFIED)
    expect(await at(0.202)).toEqual(unknown('status.list_expired'))
    expect(await at(0.2)).toEqual(VERIFIED)
  })

  it('spares every check of a signature but that of the credential', async () => {
    const engine = createSignatureEngine()
    let asked = 0
    const counting: SignatureEngine = {
      verify: (...question) => {
        asked += 1
        return engine.verify(...question)
      },
    }
    const { deps, verify } = await createWorld({
      deps: { engine: counting, memory: createVerifierMemory() },
    })
    const first = await verify(LICENCE)
    expect(asked).toBeGreaterThan(4)
    asked = 0
    expect(await verify(LICENCE)).toEqual(first)
    expect(asked).toBe(1)
    const { memory, ...forgetful } = deps
    expect(memory).toBeDefined()
    expect(await (await createWorld({ deps: forgetful })).verify(LICENCE)).toEqual(first)
  })
})

const TEXT = await accredit(MINISTRY, AGENCY, AGENCY_MAY_DELEGATE)
const codeOf = (answer: { ok: boolean; error?: { code: ReasonCode } }) => answer.error?.code

describe('the memory', () => {
  const setUp = async () => {
    const memory = createVerifierMemory()
    const { deps } = await createWorld({
      deps: { memory },
      documents: { [MINISTRY.did]: documentOf(MINISTRY) },
    })
    return { memory, verifySigned: createVerifySigned(deps, undefined) }
  }

  it('keeps nothing that is not proved', async () => {
    const { memory, verifySigned } = await setUp()
    const forged = `${TEXT.slice(0, -8)}AAAAAAAA`
    expect(codeOf(await verifySigned(forged))).toBe('signature.mismatch')
    expect(memory.recall(forged)).toBeUndefined()
    expect((await verifySigned(TEXT)).ok).toBe(true)
    expect(memory.recall(TEXT)).toBeDefined()
  })

  it('lets no text through that is longer than was asked for', async () => {
    const { verifySigned } = await setUp()
    expect((await verifySigned(TEXT)).ok).toBe(true)
    expect(codeOf(await verifySigned(TEXT, { maxChars: 100 }))).toBe('format.too_large')
  })

  it('takes no text that was read in one way for what it says when read in another', async () => {
    const { verifySigned } = await setUp()
    expect((await verifySigned(TEXT)).ok).toBe(true)
    const parse = () => err(problem('format.typ_unsupported'))
    expect(codeOf(await verifySigned(TEXT, { maxChars: 10_000, parse }))).toBe(
      'format.typ_unsupported',
    )
  })

  it.each([
    ['keeps', STATUS_LIST_REMEMBERED_MAX_BYTES, true],
    ['inflates anew', STATUS_LIST_REMEMBERED_MAX_BYTES + 1, false],
  ])('%s a list of %i bytes', async (_, bytes, isKept) => {
    const memory = createVerifierMemory()
    const { lists } = await withList({ entries: bytes * 8 })
    expect(await verify(memory, { lists })).toEqual(VERIFIED)
    const subject = memory.recall(lists[URL_OF_LIST] ?? '')?.claims.subject
    expect(subject && memory.opened.has(subject)).toBe(isKept)
  })

  const proved = {} as ProvedText

  it('holds so many texts, and forgets the one that was asked for least recently', () => {
    const memory = createVerifierMemory()
    for (let i = 0; i < MEMORY_MAX_COUNT; i++) memory.remember(`text ${i}`, proved)
    expect(memory.recall('text 0')).toBe(proved)
    memory.remember('one more', proved)
    expect(memory.recall('text 0')).toBe(proved)
    expect(memory.recall('text 1')).toBeUndefined()
    expect(memory.recall('text 2')).toBe(proved)
  })

  it('holds so many characters', () => {
    const memory = createVerifierMemory()
    const half = MEMORY_MAX_CHARS / 2
    memory.remember('a'.repeat(half), proved)
    memory.remember('b'.repeat(half), proved)
    memory.remember('b'.repeat(half), proved)
    expect(memory.recall('a'.repeat(half))).toBe(proved)
    memory.remember('c', proved)
    expect(memory.recall('b'.repeat(half))).toBeUndefined()
    expect(memory.recall('a'.repeat(half))).toBe(proved)
  })
})
