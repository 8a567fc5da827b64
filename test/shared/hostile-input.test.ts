import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VERDICTS } from '../../shared/index.ts'
import { CREDENTIAL_MAX_CHARS, JSON_MAX_DEPTH } from '../../shared/limits.ts'
import { accredit, licence } from '../support/credentials.ts'
import { encodePart, signCompact } from '../support/issuer.ts'
import { AGENCY, COUNCIL, MILL, MINISTRY } from '../support/parties.ts'
import { SECURED } from '../support/secured.ts'
import { createWorld } from '../support/world.ts'

const world = await createWorld()
const codesOf = async (input: string | object): Promise<readonly string[]> =>
  (await world.verify(input)).checks.flatMap((check) =>
    'problem' in check ? check.problem.code : [],
  )

/** The fastest of three: a machine that is busy with something else is no fault of the input. */
async function millisecondsOf(input: string | object): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < 3; run++) {
    const start = performance.now()
    await world.verify(input)
    times.push(performance.now() - start)
  }
  return Math.min(...times)
}

const SIZE = 100_000
const repeat = (part: string): string => part.repeat(Math.ceil(SIZE / part.length)).slice(0, SIZE)
const deep = (open: string, close: string): string =>
  open.repeat(SIZE / (open.length + close.length)) +
  close.repeat(SIZE / (open.length + close.length))
const manyKeys = (prefix: string): string =>
  `{${Array.from({ length: 5_000 }, (_, n) => `"${prefix}${n}":${n}`).join(',')}}`
const compact = (payload: string): string =>
  `${encodePart({ alg: 'EdDSA', typ: 'vc+jwt', kid: MILL.kid })}.${encodePart(payload)}.${'A'.repeat(86)}`

/** Each about 100 kB, each shaped to hurt one of the readers. */
const SHAPES: readonly (readonly [string, string])[] = [
  ['one letter', repeat('a')],
  ['openings of tokens', repeat('eyJ')],
  ['dots', repeat('.')],
  ['tildes', repeat('~')],
  ['empty disclosures', `${compact('{}')}${'~'.repeat(SIZE)}`],
  ['ten thousand disclosures', `${compact('{}')}${'~AA'.repeat(10_000)}~`],
  ['many disclosures', `${compact('{}')}~${'WyJhIiwiYiIsMV0~'.repeat(6_000)}`],
  ['braces', repeat('{')],
  ['nested lists', deep('[', ']')],
  ['nested objects', deep('{"a":', '}')],
  ['nested lists in a payload', compact(deep('[', ']'))],
  ['escapes', `{"a":"${repeat('\\u0061')}"}`],
  ['a string without end', `{"${repeat('\\"')}`],
  ['white space', `{${repeat(' ')}}`],
  ['many keys', manyKeys('k')],
  ['many keys in a payload', compact(manyKeys('k'))],
  ['many proofs', `{"type":["VerifiableCredential"],"proof":[${repeat('{},').slice(0, -1)}]}`],
  ['many types', `{"type":["VerifiableCredential",${repeat('"a",').slice(0, -1)}],"proof":{}}`],
  [
    'many credentials',
    `{"type":["VerifiablePresentation"],"verifiableCredential":[${repeat('{},').slice(0, -1)}]}`,
  ],
  ['letters past the basic plane', repeat('😀')],
  ['base64url', `${repeat('A')}.${repeat('A')}.${'A'.repeat(86)}`],
]

describe('whatever is handed in', () => {
  it('gets a verdict and no exception, for any text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 400 }),
          fc.json({ maxDepth: 6 }),
          fc.string({ unit: fc.constantFrom('.', '~', '{', '}', '"', 'e', 'y', 'J', ',', ':') }),
        ),
        async (text) => VERDICTS.includes((await world.verify(text)).verdict),
      ),
      { numRuns: 500 },
    )
  })

  it('gets a verdict and no exception, for any object', async () => {
    const type = fc.constantFrom(
      'VerifiableCredential',
      'VerifiablePresentation',
      'EnvelopedVerifiableCredential',
      'EnvelopedVerifiablePresentation',
      'EuropeanDigitalCredential',
    )
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.anything()), type, async (object, name) => {
        const result = await world.verify({ ...object, type: [name], proof: object })
        return result.verdict !== 'verified'
      }),
      { numRuns: 500 },
    )
  })

  it('gets a verdict and no exception, for any claims under a good signature', async () => {
    const claims = fc.dictionary(
      fc.constantFrom(
        ...Object.keys(licence()),
        '__proto__',
        'vc',
        'exp',
        'evidence',
        'awardedDate',
      ),
      fc.anything({ withObjectString: true, withNullPrototype: false }),
    )
    await fc.assert(
      fc.asyncProperty(claims, async (changes) => {
        const text = JSON.stringify({ ...licence(), ...changes })
        return VERDICTS.includes((await world.verify(await signCompact(text, COUNCIL))).verdict)
      }),
      { numRuns: 300 },
    )
  })

  it.each(SHAPES)('takes less than 50 ms per 100 kB: %s', async (_, text) => {
    expect(await millisecondsOf(text)).toBeLessThan(50 * Math.max(1, text.length / SIZE))
  })
})

describe('what is too much', () => {
  it('a token of 10 MB is measured and not read', async () => {
    const token = `${encodePart({ alg: 'EdDSA', typ: 'vc+jwt' })}.${'A'.repeat(10_000_000)}.AA`
    expect(await codesOf(token)).toEqual(['format.too_large'])
    expect(await millisecondsOf(token)).toBeLessThan(5)
  })

  it('objects nested beyond use are refused, in a text and in a payload', async () => {
    const nested = `${'{"a":'.repeat(JSON_MAX_DEPTH + 1)}1${'}'.repeat(JSON_MAX_DEPTH + 1)}`
    expect(await codesOf(nested)).toEqual(['format.encoding_malformed'])
    expect(await codesOf(await signCompact(nested, COUNCIL))).toEqual(['format.encoding_malformed'])
  })

  it('a key that stands twice is refused, however it is spelt', async () => {
    const twice = JSON.stringify(licence()).replace('{', '{"n\\u0061me":"Somebody else",')
    expect(await codesOf(await signCompact(twice, COUNCIL))).toEqual(['format.encoding_malformed'])
  })

  it('a text as long as allowed is read in bounded time', async () => {
    const token = await signCompact(licence({ note: 'x'.repeat(190_000) }), COUNCIL)
    expect(token.length).toBeLessThan(CREDENTIAL_MAX_CHARS)
    expect((await world.verify(token)).verdict).toBe('verified')
  })
})

describe('names that every object has', () => {
  const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']
  it.each(NAMES)('mean nothing as a claim: %s', async (name) => {
    const text = JSON.stringify(licence()).replace('{', `{"${name}":{"polluted":true},`)
    const result = await world.verify(await signCompact(text, COUNCIL))
    expect(result.verdict).toBe('verified')
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  it.each(NAMES)('are no algorithm, no type, no kind of entry, no scope: %s', async (name) => {
    const lies = [
      signCompact(licence(), COUNCIL, { alg: name }),
      signCompact(licence(), COUNCIL, { typ: name }),
      signCompact(licence({ type: ['VerifiableCredential', name] }), COUNCIL),
      signCompact(licence({ credentialStatus: { type: name } }), COUNCIL),
      signCompact(licence({ issuer: name }), COUNCIL),
    ]
    for (const lie of lies) expect((await world.verify(await lie)).verdict).not.toBe('verified')
  })
})

describe('chains of trust', () => {
  const verifyWith = async (...accreditations: readonly Promise<string>[]) => {
    const entangled = await createWorld({ accreditations: await Promise.all(accreditations) })
    return entangled.verify(await SECURED['vc+jwt']())
  }
  const delegating = { mayDelegate: true, maxDepth: 3 }

  it('that are two lead to one verdict, whichever comes first', async () => {
    const good = () => [accredit(MINISTRY, AGENCY, delegating), accredit(AGENCY, COUNCIL)]
    const bad = () => [accredit(MILL, COUNCIL, delegating)]
    expect((await verifyWith(...good(), ...bad())).verdict).toBe('verified')
    expect((await verifyWith(...bad(), ...good())).verdict).toBe('verified')
  })

  it('that go round in circles come to an end', async () => {
    const result = await verifyWith(
      accredit(COUNCIL, AGENCY, delegating),
      accredit(AGENCY, COUNCIL, delegating),
      accredit(COUNCIL, COUNCIL, delegating),
    )
    expect(result.verdict).toBe('unrecognized_issuer')
  })
})
