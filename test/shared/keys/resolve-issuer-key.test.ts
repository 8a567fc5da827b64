import { describe, expect, it } from 'vitest'
import { err } from '../../../shared/index.ts'
import { didKey } from '../../../shared/keys/did-key.ts'
import { answers, expected, stoppedBy } from '../../support/answers.ts'
import { licence } from '../../support/credentials.ts'
import { documentOf, type Issuer, signCompact } from '../../support/issuer.ts'
import { AGENCY, COUNCIL, JWK_ISSUER, KEY_ISSUER, MILL, UNIVERSITY } from '../../support/parties.ts'
import { createWorld, listed } from '../../support/world.ts'

const UNKNOWN_ISSUER = expected('unrecognized_issuer', {
  status: 'not_applicable',
  issuer_trust: 'issuer_trust.not_accredited',
})
const from = (issuer: string) => licence({ issuer, credentialStatus: undefined })
const world = await createWorld()
const verify = async (issuer: string, signer: Issuer, header: object = {}) =>
  answers(await world.verify(await signCompact(from(issuer), signer, header)))

describe('the key of an issuer', () => {
  it.each([
    ['did:key', KEY_ISSUER],
    ['did:jwk', JWK_ISSUER],
    ['did:web', MILL],
  ])('is found for %s', async (_, signer) => {
    expect(await verify(signer.did, signer)).toEqual(UNKNOWN_ISSUER)
  })

  it('is found without a key id, and by a relative one', async () => {
    expect(await verify(KEY_ISSUER.did, KEY_ISSUER, { kid: undefined })).toEqual(UNKNOWN_ISSUER)
    expect(await verify(MILL.did, MILL, { kid: undefined })).toEqual(UNKNOWN_ISSUER)
    expect(await verify(MILL.did, MILL, { kid: MILL.kid.slice(MILL.did.length) })).toEqual(
      UNKNOWN_ISSUER,
    )
    expect(await verify(COUNCIL.did, COUNCIL, { kid: undefined })).toMatchObject({
      verdict: 'verified',
    })
  })

  it.each([
    ['a shared secret', MILL.did, { alg: 'HS256' }, 'algorithm_not_allowed'],
    [
      'another algorithm than its listed key has',
      COUNCIL.did,
      { alg: 'ES512' },
      'algorithm_not_allowed',
    ],
    ['an algorithm of another kind of key', MILL.did, { alg: 'ES256' }, 'key_type_mismatch'],
    ['an algorithm in another case', MILL.did, { alg: 'eddsa' }, 'algorithm_not_allowed'],
    [
      'an algorithm named like a member of every object',
      MILL.did,
      { alg: 'constructor' },
      'algorithm_not_allowed',
    ],
    ['a key id of somebody else', MILL.did, { kid: UNIVERSITY.kid }, 'controller_mismatch'],
    [
      'a key id that begins like the issuer',
      MILL.did,
      { kid: `${MILL.did}x` },
      'controller_mismatch',
    ],
    ['a key id without fragment', MILL.did, { kid: MILL.did }, 'verification_method_missing'],
    [
      'a key id that the document does not hold',
      MILL.did,
      { kid: '#other' },
      'verification_method_missing',
    ],
    [
      'a key id that a did:key does not have',
      KEY_ISSUER.did,
      { kid: `${KEY_ISSUER.did}#key-1` },
      'verification_method_missing',
    ],
    [
      'a did:key of another kind',
      'did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169',
      { kid: undefined },
      'key_type_mismatch',
    ],
    ['a did:jwk that is no JWK', 'did:jwk:e30', { kid: undefined }, 'key_type_mismatch'],
    ['a did:web that is no host name', 'did:web:a_b', { kid: undefined }, 'did_document_malformed'],
  ] as const)('is refused with %s', async (_, issuer, header, reason) => {
    expect(await verify(issuer, MILL, header)).toEqual(stoppedBy(`issuer_key.${reason}`))
  })

  it.each([
    ['another algorithm', MILL.did, { alg: 'ES512' }, 'algorithm_unsupported'],
    ['an issuer that is no DID', 'http://mill.xm', {}, 'did_method_unsupported'],
    ['another DID method', 'did:ion:abc', { kid: 'did:ion:abc#0' }, 'did_method_unsupported'],
  ] as const)(
    'is not known with %s, which nobody forged for that',
    async (_, issuer, header, reason) => {
      expect(await verify(issuer, MILL, header)).toEqual(
        stoppedBy(`issuer_key.${reason}`, 'inconclusive'),
      )
    },
  )

  it('accepts the name that RFC 9864 gives the algorithm', async () => {
    expect(await verify(MILL.did, MILL, { alg: 'Ed25519' })).toEqual(UNKNOWN_ISSUER)
  })

  it('ignores keys that a header brings along', async () => {
    const jwk = { ...KEY_ISSUER.jwk }
    expect(await verify(MILL.did, KEY_ISSUER, { kid: MILL.kid, jwk })).toEqual(
      stoppedBy('signature.mismatch'),
    )
  })

  it.each([
    ['unreachable', 'issuer_key.did_unreachable', 'inconclusive'],
    ['malformed', 'issuer_key.did_document_malformed', 'rejected'],
  ] as const)('is not had where its document is %s', async (failure, reason, verdict) => {
    const { deps } = world
    const lonely = await createWorld({
      deps: { lookUp: { ...deps.lookUp, didDocument: async () => err(failure) } },
    })
    const token = await signCompact(from(MILL.did), MILL)
    expect(answers(await lonely.verify(token))).toEqual(stoppedBy(reason, verdict))
  })
})

describe('an issuer on the trust list', () => {
  const thief = { ...KEY_ISSUER, did: COUNCIL.did, kid: `${COUNCIL.did}#stolen` }

  it('verifies with listed keys only, and nobody is asked for its document', async () => {
    const hijacked = await createWorld({ documents: { [COUNCIL.did]: documentOf(thief) } })
    const result = await hijacked.verify(await signCompact(from(COUNCIL.did), thief))
    expect(answers(result)).toEqual(stoppedBy('issuer_key.verification_method_missing'))
    expect(hijacked.asked).toEqual([])
  })

  it('is not recognised by a key that came from a look-up alone', async () => {
    const hijacked = await createWorld({
      documents: { [COUNCIL.did]: documentOf(COUNCIL) },
      trustList: { entities: [listed(AGENCY)] },
    })
    expect(answers(await hijacked.verify(await signCompact(from(COUNCIL.did), COUNCIL)))).toEqual(
      UNKNOWN_ISSUER,
    )
  })

  it('may sign with any of its listed keys', async () => {
    const second = { ...KEY_ISSUER.jwk, kid: `${COUNCIL.did}#second` }
    const keys = await createWorld({
      trustList: {
        entities: [listed(AGENCY), { ...listed(COUNCIL), keys: [COUNCIL.jwk, second] }],
      },
    })
    const rotated = { ...KEY_ISSUER, did: COUNCIL.did, kid: second.kid }
    for (const signer of [COUNCIL, rotated]) {
      const result = await keys.verify(await signCompact(from(COUNCIL.did), signer))
      expect(result.evidence.verificationMethod).toBe(signer.kid)
    }
    const unnamed = await signCompact(from(COUNCIL.did), rotated, { kid: undefined })
    expect(answers(await keys.verify(unnamed))).toEqual(
      stoppedBy('issuer_key.verification_method_missing'),
    )
  })
})

describe('a did:key', () => {
  it('spelt with a leading "1" is another identifier, not the same key', () => {
    const padded = didKey(KEY_ISSUER.publicKey).replace('did:key:z', 'did:key:z1')
    return expect(verify(padded, KEY_ISSUER, { kid: undefined })).resolves.toEqual(
      stoppedBy('issuer_key.key_type_mismatch'),
    )
  })
})
