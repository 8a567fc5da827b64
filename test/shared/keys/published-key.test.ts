import { describe, expect, it } from 'vitest'
import type { LookUpFailure } from '../../../shared/deps.ts'
import type { JsonObject } from '../../../shared/encoding/json.ts'
import { metadataUrl, resolvePublishedKey } from '../../../shared/keys/published-key.ts'
import type { ParsedSignature } from '../../../shared/parse/credential.ts'
import { err, ok } from '../../../shared/result.ts'
import { answers, expected } from '../../support/answers.ts'
import { degree } from '../../support/credentials.ts'
import { signCompact } from '../../support/issuer.ts'
import { COUNCIL, MILL } from '../../support/parties.ts'
import { sdJwt } from '../../support/sd-jwt.ts'
import { createWorld } from '../../support/world.ts'

const ISSUER = 'https://university.xm/medicine'
const METADATA = 'https://university.xm/.well-known/jwt-vc-issuer/medicine'
const JWK: JsonObject = { ...MILL.jwk, kid: 'key-1' }
const OTHER: JsonObject = { ...COUNCIL.jwk, kid: 'key-2' }
const KEYS = { keys: [JWK, OTHER] }

/** The key that is found, or why none is, where the world publishes these documents and nothing else. */
async function find(
  documents: Readonly<Record<string, unknown>>,
  signature: Partial<ParsedSignature> = { kid: 'key-1' },
) {
  const asked: string[] = []
  const found = await resolvePublishedKey(
    ISSUER,
    {
      algorithm: 'EdDSA',
      relationship: 'assertionMethod',
      signature: new Uint8Array(64),
      signedBytes: () => ok(new Uint8Array()),
      ...signature,
    },
    {
      didDocument: async () => err('unreachable'),
      statusList: async () => err('unreachable'),
      keyDocument: async (url) => {
        asked.push(url)
        const document = documents[url]
        if (document === undefined) return err<LookUpFailure>('unreachable')
        return document === null ? err<LookUpFailure>('malformed') : ok(document)
      },
    },
  )
  return { asked, found: found.ok ? found.value : found.error.code }
}

const metadata = (changes: JsonObject = {}) => ({
  [METADATA]: { issuer: ISSUER, jwks: KEYS, ...changes },
})

describe('the metadata of an issuer (SD-JWT VC draft -19 §5)', () => {
  it.each([
    ['https://a.xm', 'https://a.xm/.well-known/jwt-vc-issuer'],
    ['https://a.xm/', 'https://a.xm/.well-known/jwt-vc-issuer'],
    ['https://a.xm/tenant/1', 'https://a.xm/.well-known/jwt-vc-issuer/tenant/1'],
    ['https://a.xm/tenant/1/', 'https://a.xm/.well-known/jwt-vc-issuer/tenant/1'],
    ['https://a.xm:8443/t', 'https://a.xm:8443/.well-known/jwt-vc-issuer/t'],
  ])('of %s stands at %s', (issuer, url) => {
    expect(metadataUrl(issuer)).toBe(url)
  })

  it.each(['http://a.xm', 'https://a.xm?b', 'https://a.xm#b', 'https://u:p@a.xm', 'a.xm', ''])(
    'stands nowhere for %s',
    (issuer) => {
      expect(metadataUrl(issuer)).toBeNull()
    },
  )

  it('holds the key that the signature names', async () => {
    const { asked, found } = await find(metadata())
    expect(found).toEqual({ id: 'key-1', key: { ...MILL.jwk, kid: 'key-1' } })
    expect(asked).toEqual([METADATA])
  })

  it('points to the key that the signature names', async () => {
    const uri = 'https://keys.university.xm/set'
    const { asked, found } = await find({
      ...metadata({ jwks: undefined, jwks_uri: uri }),
      [uri]: KEYS,
    })
    expect(found).toMatchObject({ id: 'key-1' })
    expect(asked).toEqual([METADATA, uri])
  })

  it('points to an address that a request can carry', async () => {
    const { asked } = await find(
      metadata({ jwks: undefined, jwks_uri: 'https://university.xm/\ud800' }),
    )
    expect(asked).toEqual([METADATA, 'https://university.xm/%EF%BF%BD'])
  })

  it('holds the only key, where the signature names none', async () => {
    const { found } = await find(metadata({ jwks: { keys: [JWK] } }), {})
    expect(found).toMatchObject({ id: ISSUER, key: MILL.jwk })
  })

  it('holds the key that the header brings along', async () => {
    const { found } = await find(metadata(), { headerJwk: COUNCIL.jwk })
    expect(found).toMatchObject({ id: ISSUER, key: COUNCIL.jwk })
  })

  it.each<[string, JsonObject, Partial<ParsedSignature>, string]>([
    ['of another issuer', { issuer: 'https://university.xm' }, {}, 'did_document_malformed'],
    ['with neither keys nor address', { jwks: undefined }, {}, 'did_document_malformed'],
    ['with both', { jwks_uri: 'https://university.xm/k' }, {}, 'did_document_malformed'],
    ['with keys in no list', { jwks: { keys: JWK } }, {}, 'did_document_malformed'],
    [
      'with an address of another kind',
      { jwks: undefined, jwks_uri: 'http://a.xm' },
      {},
      'did_document_malformed',
    ],
    [
      'with too many keys',
      { jwks: { keys: new Array(65).fill(JWK) } },
      {},
      'did_document_malformed',
    ],
    ['without that key', {}, { kid: 'key-3' }, 'verification_method_missing'],
    [
      'with that key twice',
      { jwks: { keys: [JWK, JWK] } },
      { kid: 'key-1' },
      'verification_method_missing',
    ],
    ['with two keys, of which none is named', {}, {}, 'verification_method_missing'],
    [
      'without the key of the header',
      {},
      { headerJwk: { ...MILL.jwk, x: 'AA' } },
      'verification_method_missing',
    ],
    ['with a private key', { jwks: { keys: [{ ...JWK, d: 'AA' }] } }, {}, 'key_malformed'],
    [
      'with a key for encryption',
      { jwks: { keys: [{ ...JWK, use: 'enc' }] } },
      {},
      'key_malformed',
    ],
    ['for a presentation', {}, { relationship: 'authentication' }, 'did_method_unsupported'],
  ])('is refused %s', async (_, changes, signature, reason) => {
    expect((await find(metadata(changes), signature)).found).toBe(`issuer_key.${reason}`)
  })

  it('is unknown where nobody answers, malformed where it is no JSON', async () => {
    expect((await find({})).found).toBe('issuer_key.did_unreachable')
    expect((await find({ [METADATA]: null })).found).toBe('issuer_key.did_document_malformed')
  })
})

describe('a kid that is an address (Open Badges 3.0 §8.2.4.1)', () => {
  const URL_OF_KEY = 'https://university.xm/keys/1'

  it('leads to the key', async () => {
    const { asked, found } = await find({ [URL_OF_KEY]: JWK }, { kid: URL_OF_KEY })
    expect(found).toMatchObject({ id: URL_OF_KEY, key: MILL.jwk })
    expect(asked).toEqual([URL_OF_KEY])
  })

  it.each([`${URL_OF_KEY}#key-2`, URL_OF_KEY])(
    'leads to a set that names the key: %s',
    async (kid) => {
      const keys = [JWK, { ...OTHER, ...(kid === URL_OF_KEY && { kid }) }]
      const { found } = await find({ [URL_OF_KEY]: { keys } }, { kid })
      expect(found).toMatchObject({ id: kid, key: COUNCIL.jwk })
    },
  )

  it.each<[string, string, unknown, string]>([
    ['of another origin', 'https://mill.xm/keys/1', JWK, 'controller_mismatch'],
    ['of another port', 'https://university.xm:8443/keys/1', JWK, 'controller_mismatch'],
    ['of nothing', 'https://', JWK, 'controller_mismatch'],
    ['of a text', URL_OF_KEY, 'key', 'did_document_malformed'],
    ['of no key', URL_OF_KEY, {}, 'key_malformed'],
    ['of a set without it', URL_OF_KEY, KEYS, 'verification_method_missing'],
    ['that nobody answers', URL_OF_KEY, undefined, 'did_unreachable'],
  ])('is refused where it is one %s', async (_, kid, document, reason) => {
    const { found } = await find({ [URL_OF_KEY]: document, [kid]: document }, { kid })
    expect(found).toBe(`issuer_key.${reason}`)
  })
})

describe('a key that only the header holds', () => {
  it.each([{}, { kid: 'https://university.xm/keys/1' }])(
    'proves nothing: %j',
    async (signature) => {
      const { found } = await find({}, { ...signature, headerJwk: MILL.jwk })
      expect(found).toBe('issuer_key.self_asserted')
    },
  )
})

describe('credentials of an issuer that is named by an address', () => {
  const documents = metadata({ jwks: { keys: [{ ...MILL.jwk, kid: MILL.kid }] } })
  const genuine = (changes = {}) =>
    expected('unrecognized_issuer', {
      issuer_trust: 'issuer_trust.not_accredited',
      ...changes,
    })

  it('are genuine: an SD-JWT VC', async () => {
    const text = await sdJwt({ claims: { iss: ISSUER }, signer: MILL })
    expect(answers(await (await createWorld({ documents })).verify(text))).toEqual(
      genuine({ disclosures: 'pass', status: 'not_applicable' }),
    )
  })

  it('are genuine: an Open Badge', async () => {
    const claims = degree({
      issuer: { id: ISSUER, type: ['Profile'] },
      credentialStatus: undefined,
    })
    const text = await signCompact(claims, MILL)
    expect(answers(await (await createWorld({ documents })).verify(text))).toEqual(
      genuine({ status: 'not_applicable' }),
    )
  })
})
