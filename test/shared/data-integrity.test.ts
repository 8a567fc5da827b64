import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../shared/encoding/json.ts'
import { answers, expected } from '../support/answers.ts'
import { at, inDays, NOW } from '../support/clock.ts'
import { degree, licence } from '../support/credentials.ts'
import { AGENCY, COUNCIL, MILL, UNIVERSITY } from '../support/parties.ts'
import { LEGACY, prove, withProof } from '../support/proofs.ts'
import { createWorld } from '../support/world.ts'

const RDFC = { cryptosuite: 'eddsa-rdfc-2022' } as const
const { verify } = await createWorld()
const V2 = 'https://www.w3.org/ns/credentials/v2'

/** The verdict and the codes behind it. */
async function verdictOf(credential: object, options?: { readonly atSeconds?: number }) {
  const { verdict, checks } = await verify(credential, options)
  return [verdict, ...checks.flatMap((check) => ('problem' in check ? check.problem.code : []))]
}

const signedTwice = async (document: JsonObject, others: readonly JsonObject[]) => ({
  ...document,
  proof: [...others, await prove(document, COUNCIL)],
})

describe('a credential with its proof inside', () => {
  it.each([
    ['eddsa-jcs-2022', {}],
    ['eddsa-rdfc-2022', RDFC],
  ] as const)('is verified: %s', async (envelope, options) => {
    const result = await verify(await withProof(licence(), COUNCIL, options))
    expect(answers(result)).toEqual(expected('verified'))
    expect(result.credential).toMatchObject({ envelope, kind: 'licence' })
  })

  it('is verified in VCDM 1.1, by the suite of that time', async () => {
    const document = {
      '@context': [
        'https://www.w3.org/2018/credentials/v1',
        'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
        'https://w3id.org/security/suites/ed25519-2020/v1',
      ],
      id: 'urn:uuid:1',
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: UNIVERSITY.did, type: 'Profile', name: UNIVERSITY.name },
      issuanceDate: inDays(-100),
      name: 'Teamwork',
      credentialSubject: {
        type: 'AchievementSubject',
        achievement: {
          id: 'urn:uuid:2',
          type: 'Achievement',
          name: 'Teamwork',
          description: 'Works well with others',
          criteria: { narrative: 'Seen doing so' },
        },
      },
    }
    const result = await verify(await withProof(document, UNIVERSITY, LEGACY))
    expect(result.checks.slice(0, 3).map(({ outcome }) => outcome)).toEqual([
      'pass',
      'pass',
      'pass',
    ])
    expect(result.credential).toMatchObject({ envelope: 'Ed25519Signature2020', name: 'Teamwork' })
  })

  it.each([
    [
      'another purpose',
      { proofPurpose: 'capabilityInvocation' },
      'issuer_key.proof_purpose_mismatch',
    ],
    ['somebody else’s key', { verificationMethod: MILL.kid }, 'issuer_key.controller_mismatch'],
    [
      'a key nobody listed',
      { verificationMethod: `${COUNCIL.did}#x` },
      'issuer_key.verification_method_missing',
    ],
    [
      'a previous proof that is not there',
      { previousProof: 'urn:a' },
      'signature.previous_proof_missing',
    ],
  ])('is rejected with %s', async (_, options, code) => {
    expect(await verdictOf(await withProof(licence(), COUNCIL, options))).toEqual([
      'rejected',
      code,
    ])
  })

  it('is rejected where another key signed in the issuer’s name', async () => {
    const forged = await withProof(licence(), { ...MILL, kid: COUNCIL.kid })
    expect(await verdictOf(forged)).toEqual(['rejected', 'signature.mismatch'])
  })

  it('ends when its proof ends', async () => {
    const credential = await withProof(licence(), COUNCIL, { expires: at(NOW) })
    expect(await verdictOf(credential)).toEqual(['not_in_force', 'validity_period.expired'])
  })

  it('was not signed tomorrow, and may be asked about the day before it was signed', async () => {
    const tomorrow = await withProof(licence(), COUNCIL, { created: inDays(1) })
    expect(await verdictOf(tomorrow)).toEqual(['not_in_force', 'validity_period.not_yet_valid'])
    const today = await withProof(licence(), COUNCIL)
    expect(await verdictOf(today, { atSeconds: NOW - 86_400 })).not.toContain(
      'validity_period.not_yet_valid',
    )
  })
})

describe('several proofs', () => {
  it('are believed where the issuer’s is among them and all are good', async () => {
    const document = licence()
    const result = await verify(await signedTwice(document, [await prove(document, AGENCY)]))
    expect(answers(result)).toEqual(expected('verified'))
    expect(result.evidence.verificationMethod).toBe(COUNCIL.kid)
  })

  it('are not where one of them is false, whoever made it', async () => {
    const document = licence()
    const forged = await prove(document, { ...MILL, kid: AGENCY.kid })
    expect(await verdictOf(await signedTwice(document, [forged]))).toEqual([
      'rejected',
      'signature.mismatch',
    ])
  })

  it('are not where none is the issuer’s', async () => {
    const document = licence()
    const proof = [await prove(document, AGENCY), await prove(document, MILL)]
    expect(await verdictOf({ ...document, proof })).toEqual([
      'rejected',
      'issuer_key.controller_mismatch',
    ])
  })

  it('may be of suites that are not checked, beside one of the issuer’s that is', async () => {
    const unread = { type: 'DataIntegrityProof', cryptosuite: 'bbs-2023', proofValue: 'u2' }
    expect(await verdictOf(await signedTwice(licence(), [unread]))).toEqual(['verified'])
    expect(await verdictOf({ ...licence(), proof: unread })).toEqual([
      'inconclusive',
      'format.envelope_unsupported',
    ])
  })

  it('form a chain that notices a change in what it seals', async () => {
    const document = licence()
    const first = await prove(document, AGENCY, { id: 'urn:uuid:1' })
    const last = await prove({ ...document, proof: [first] }, COUNCIL, {
      previousProof: 'urn:uuid:1',
    })
    expect(await verdictOf({ ...document, proof: [first, last] })).toEqual(['verified'])
    const changed = await prove(document, AGENCY, { id: 'urn:uuid:1', created: at(NOW - 1) })
    expect(await verdictOf({ ...document, proof: [changed, last] })).toEqual([
      'rejected',
      'signature.mismatch',
    ])
  })
})

describe('contexts', () => {
  const own = (origin: string) => licence({ '@context': [V2, `${origin}/contexts/licence/v1`] })
  const tampered = (credential: object) => ({ ...credential, name: 'Licence to kill' })

  it('of another deployment are taken for ours where the signature fits', async () => {
    const credential = await withProof(own('https://other.xm'), COUNCIL, RDFC)
    expect(await verdictOf(credential)).toEqual(['verified'])
  })

  it('of another deployment leave open whose fault it is where it does not', async () => {
    const credential = await withProof(own('https://other.xm'), COUNCIL, RDFC)
    expect(await verdictOf(tampered(credential))).toEqual([
      'inconclusive',
      'format.context_unavailable',
    ])
  })

  it('of the pinned deployment are known', async () => {
    const credential = await withProof(own('https://registry.xm'), COUNCIL, RDFC)
    expect(await verdictOf(tampered(credential))).toEqual(['rejected', 'signature.mismatch'])
  })

  it.each([
    ['an undefined term', { salary: 1 }, 'format.term_undefined'],
    ['a type that is no URL', { type: ['VerifiableCredential', 'Medal'] }, 'format.term_undefined'],
    ['a relative id', { id: 'credentials/1' }, 'format.term_undefined'],
    [
      'a protected term redefined',
      { '@context': [V2, { VerifiableCredential: 'https://mill.xm/vocabulary#It' }] },
      'format.term_undefined',
    ],
    ['an imported context', { '@context': [V2, { '@import': V2 }] }, 'format.context_unavailable'],
    ['an unknown context', { '@context': [V2, 'https://mill.xm/a'] }, 'format.context_unavailable'],
    [
      'a context that is none',
      { '@context': [V2, { name: { '@id': 1 } }] },
      'format.property_malformed',
    ],
  ])('in safe mode: %s', async (_, changes, code) => {
    const [, found] = await verdictOf(await withProof(degree(changes), UNIVERSITY, RDFC))
    expect(found).toBe(code)
  })
})

describe('shaped to hurt', () => {
  /** Hangs beyond this count as failures; each takes a tenth of it on a busy machine. */
  const TIMEOUT_MS = 20_000
  const codeOf = async (document: JsonObject) =>
    (await verdictOf(await withProof(document, UNIVERSITY, RDFC)))[1]

  it(
    'ten thousand properties are read, or refused for what they are',
    async () => {
      const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`p${n}`, n]))
      const EXAMPLES = 'https://www.w3.org/ns/credentials/examples/v2'
      const inVocabulary = degree({ '@context': [V2, EXAMPLES], ...many })
      expect(await codeOf(degree(many))).toBe('format.term_undefined')
      expect(await codeOf(inVocabulary)).toBeUndefined()
    },
    TIMEOUT_MS,
  )

  it(
    'blank nodes that nobody can tell apart are given up',
    async () => {
      const names = Array.from({ length: 12 }, (_, n) => `_:n${n}`)
      const clique = names.map((id) => ({ id, knows: names.filter((name) => name !== id) }))
      const document = degree({
        '@context': [
          ...(degree()['@context'] as unknown[]),
          { knows: { '@id': 'https://mill.xm/knows', '@type': '@id' } },
        ],
        knows: clique,
      })
      expect(await codeOf(document)).toBe('format.too_large')
    },
    TIMEOUT_MS,
  )

  it(
    'contexts of its own are bounded',
    async () => {
      const terms = Object.fromEntries(
        Array.from({ length: 600 }, (_, n) => [`t${n}`, `https://mill.xm/${n}`]),
      )
      const document = degree({ '@context': [V2, terms] })
      expect(await codeOf(document)).toBe('format.too_large')
    },
    TIMEOUT_MS,
  )

  it('a key __proto__ is no credential of ours', async () => {
    const object = JSON.parse(
      JSON.stringify(await withProof(licence(), COUNCIL)).replace('{', '{"__proto__":{"a":1},'),
    )
    for (const input of [object, JSON.stringify(object)]) {
      expect((await verify(input)).verdict).toBe('rejected')
    }
  })

  it('whatever is added to a signed credential, it says nothing else and stays verified', async () => {
    const credential = await withProof(degree(), UNIVERSITY, RDFC)
    await fc.assert(
      fc.asyncProperty(
        fc.string({ minLength: 1 }),
        fc.jsonValue({ maxDepth: 3 }),
        async (key, value) => {
          const text = JSON.stringify({ ...credential, [key]: value })
          const { verdict } = await verify(text)
          return verdict !== 'verified' || text === JSON.stringify(credential)
        },
      ),
      { numRuns: 200 },
    )
  })
})
